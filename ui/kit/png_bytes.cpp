#include "ui/kit/png_bytes.h"

#include <png.h>

namespace ardager::ui {
namespace {

void append(png_structp png, png_bytep data, png_size_t size) {
    auto* out = static_cast<Bytes*>(png_get_io_ptr(png));
    out->insert(out->end(), data, data + size);
}
void flush(png_structp) {}

/// False when libpng refused; it leaves by longjmp, so nothing here has a destructor.
bool write(png_structp png, png_infop info, ByteView pixels, unsigned width, unsigned height, PixelKind kind,
           unsigned dots_per_inch) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    const int colour = kind == PixelKind::grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB;
    png_set_IHDR(png, info, width, height, 8, colour, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (dots_per_inch > 0) {
        const auto per_metre = static_cast<png_uint_32>(dots_per_inch / 0.0254);
        png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    }
    png_set_compression_level(png, 3);
    png_write_info(png, info);
    const std::size_t row = std::size_t{width} * static_cast<std::size_t>(kind);
    for (unsigned y = 0; y < height; ++y) png_write_row(png, pixels.data() + y * row);
    png_write_end(png, nullptr);
    return true;
}

}  // namespace

Result<Bytes> png_bytes(ByteView pixels, unsigned width, unsigned height, PixelKind kind,
                        unsigned dots_per_inch) {
    if (width == 0 || pixels.size() != std::size_t{width} * height * static_cast<std::size_t>(kind)) {
        return fail(Code::internal, "pixels do not match the picture's shape");
    }
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
    if (info == nullptr) {
        png_destroy_write_struct(&png, nullptr);
        return fail(Code::internal, "libpng does not start");
    }
    Bytes out;
    png_set_write_fn(png, &out, append, flush);
    const bool written = write(png, info, pixels, width, height, kind, dots_per_inch);
    png_destroy_write_struct(&png, &info);
    if (!written) return fail(Code::internal, "libpng could not write the picture");
    return out;
}

}  // namespace ardager::ui
