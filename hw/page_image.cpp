#include "hw/page_image.h"

// jpeglib.h needs size_t and FILE before it.
#include <csetjmp>
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <algorithm>
#include <memory>

namespace ardager::hw {
namespace {

/// libjpeg reports errors by a call that must not return; this one jumps back into our function.
struct JumpingErrors {
    jpeg_error_mgr manager{};  // first: libjpeg hands back a pointer to it
    std::jmp_buf back{};
    std::array<char, JMSG_LENGTH_MAX> message{};
};

[[noreturn]] void jump_back(j_common_ptr codec) {
    auto* errors = reinterpret_cast<JumpingErrors*>(codec->err);
    codec->err->format_message(codec, errors->message.data());
    std::longjmp(errors->back, 1);
}

/// A cut-off file is only a warning to libjpeg, which fills the rest with grey; here it is an error.
void warning_is_an_error(j_common_ptr codec, int level) {
    if (level < 0) jump_back(codec);
}

void watch_errors(jpeg_error_mgr*& place, JumpingErrors& errors) {
    place = jpeg_std_error(&errors.manager);
    errors.manager.error_exit = jump_back;
    errors.manager.emit_message = warning_is_an_error;
}

Result<void> check_shape(const ScannedPage& page) {
    const std::size_t pixels = std::size_t{page.width} * page.height;
    if (pixels == 0 || page.rgb.size() != pixels * 3)
        return fail(Code::invalid_input, "a page's bytes do not fit its width and height");
    if (pixels > kMaxPagePixels || std::max(page.width, page.height) > JPEG_MAX_DIMENSION)
        return fail(Code::invalid_input,
                    "a page is larger than " + std::to_string(kMaxPagePixels) + " pixels");
    return {};
}

struct Freed {
    void operator()(unsigned char* memory) const { std::free(memory); }
};

// The two functions below hold nothing that needs a destructor while libjpeg may jump.

bool compress(const ScannedPage& page, int quality, unsigned char** memory, unsigned long* size) {
    JumpingErrors errors;
    jpeg_compress_struct codec{};
    watch_errors(codec.err, errors);
    if (setjmp(errors.back) != 0) {
        jpeg_destroy_compress(&codec);
        return false;
    }
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, memory, size);
    codec.image_width = page.width;
    codec.image_height = page.height;
    codec.input_components = 3;
    codec.in_color_space = JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    codec.density_unit = page.dots_per_inch > 0 ? 1 : 0;
    codec.X_density = codec.Y_density = static_cast<UINT16>(std::clamp(page.dots_per_inch, 1U, 65535U));
    jpeg_start_compress(&codec, TRUE);
    while (codec.next_scanline < codec.image_height) {
        // libjpeg only reads the row; its interface has no const.
        auto* row =
            const_cast<unsigned char*>(page.rgb.data()) + std::size_t{codec.next_scanline} * page.width * 3;
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    return true;
}

bool decompress(ByteView jpeg, ScannedPage& page, std::array<char, JMSG_LENGTH_MAX>& message) {
    JumpingErrors errors;
    jpeg_decompress_struct codec{};
    watch_errors(codec.err, errors);
    if (setjmp(errors.back) != 0) {
        message = errors.message;
        jpeg_destroy_decompress(&codec);
        return false;
    }
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, jpeg.data(), static_cast<unsigned long>(jpeg.size()));
    jpeg_read_header(&codec, TRUE);
    if (std::size_t{codec.image_width} * codec.image_height > kMaxPagePixels) {
        std::snprintf(message.data(), message.size(), "larger than %zu pixels", kMaxPagePixels);
        jpeg_destroy_decompress(&codec);
        return false;
    }
    codec.out_color_space = JCS_RGB;
    page.width = codec.image_width;
    page.height = codec.image_height;
    page.dots_per_inch = codec.density_unit == 1 ? codec.X_density : 0;
    page.rgb.resize(std::size_t{page.width} * page.height * 3);
    jpeg_start_decompress(&codec);
    while (codec.output_scanline < codec.output_height) {
        auto* row = page.rgb.data() + std::size_t{codec.output_scanline} * page.width * 3;
        jpeg_read_scanlines(&codec, &row, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return true;
}

/// Luma of ITU-R BT.601 in whole numbers; the weights sum to 256.
unsigned luma(const std::uint8_t* rgb) {
    return (77U * rgb[0] + 150U * rgb[1] + 29U * rgb[2]) >> 8U;
}

}  // namespace

Result<Bytes> encode_jpeg(const ScannedPage& page, int quality) {
    TRY(check_shape(page));
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    const bool done = compress(page, quality, &memory, &size);
    const std::unique_ptr<unsigned char, Freed> owner(memory);
    if (!done) return fail(Code::internal, "a page could not be encoded as JPEG");
    return Bytes(memory, memory + size);
}

Result<ScannedPage> decode_jpeg(ByteView jpeg) {
    ScannedPage page;
    std::array<char, JMSG_LENGTH_MAX> message{};
    if (!decompress(jpeg, page, message))
        return fail(Code::invalid_input, std::string("not a whole JPEG: ") + message.data());
    return page;
}

Result<GreyImage> thumbnail(const ScannedPage& page, unsigned side) {
    TRY(check_shape(page));
    const unsigned longer = std::max(page.width, page.height);
    const unsigned box = std::max(1U, (longer + side - 1) / std::max(1U, side));
    GreyImage image{std::max(1U, page.width / box), std::max(1U, page.height / box), {}};
    image.pixels.reserve(std::size_t{image.width} * image.height);
    const unsigned box_width = std::min(box, page.width);
    const unsigned box_height = std::min(box, page.height);
    for (unsigned row = 0; row < image.height; ++row) {
        for (unsigned column = 0; column < image.width; ++column) {
            std::uint64_t sum = 0;
            for (unsigned y = 0; y < box_height; ++y) {
                const std::size_t first = std::size_t{row * box + y} * page.width + std::size_t{column} * box;
                for (unsigned x = 0; x < box_width; ++x) sum += luma(page.rgb.data() + (first + x) * 3);
            }
            image.pixels.push_back(static_cast<std::uint8_t>(sum / (std::uint64_t{box_width} * box_height)));
        }
    }
    return image;
}

}  // namespace ardager::hw
