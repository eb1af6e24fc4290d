#include "kiosk/receipts/qr.h"

#include <png.h>
#include <qrencode.h>
#include <zbar.h>

#include <memory>
#include <optional>

#include "kiosk/base/files.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

using Input = std::unique_ptr<QRinput, void (*)(QRinput*)>;
using Code2d = std::unique_ptr<QRcode, void (*)(QRcode*)>;

struct PngImage {
    png_image header{};
    PngImage() { header.version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(&header); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

}  // namespace

Result<QrModules> make_qr(std::string_view text) {
    if (text.empty() || text.size() > kMaximumQrCharacters)
        return fail(Code::invalid_input, "QR code: text of " + std::to_string(text.size()) +
                                             " characters, 1 to " + std::to_string(kMaximumQrCharacters) +
                                             " fit");
    const Input input(QRinput_new2(0, QR_ECLEVEL_M), QRinput_free);
    ARDAGER_CHECK(input != nullptr);
    const auto* data = reinterpret_cast<const unsigned char*>(text.data());
    if (QRinput_append(input.get(), QR_MODE_AN, static_cast<int>(text.size()), data) != 0)
        return fail(Code::invalid_input, "QR code: a character is outside the alphanumeric mode");
    const Code2d code(QRcode_encodeInput(input.get()), QRcode_free);
    if (!code) return fail(Code::invalid_input, "QR code: the text does not fit");
    QrModules modules{code->width, {}};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    modules.dark.reserve(count);
    for (std::size_t i = 0; i < count; ++i) modules.dark.push_back((code->data[i] & 1u) != 0);
    return modules;
}

Result<std::string> read_qr_png(ByteView png) {
    if (png.size() > kMaximumPngBytes) return fail(Code::invalid_input, "PNG: larger than 32 MiB");
    PngImage image;
    if (png_image_begin_read_from_memory(&image.header, png.data(), png.size()) == 0)
        return fail(Code::invalid_input, std::string("PNG: ") + image.header.message);
    const std::size_t pixels = std::size_t{image.header.width} * image.header.height;
    if (image.header.width > kMaximumPngSide || image.header.height > kMaximumPngSide ||
        pixels > kMaximumPngPixels)
        return fail(Code::invalid_input, "PNG: " + std::to_string(image.header.width) + "×" +
                                             std::to_string(image.header.height) + " pixels are too many");
    image.header.format = PNG_FORMAT_GRAY;
    Bytes grey(pixels);
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image.header, &white, grey.data(), 0, nullptr) == 0)
        return fail(Code::invalid_input, std::string("PNG: ") + image.header.message);
    return read_qr_grey(grey, static_cast<int>(image.header.width), static_cast<int>(image.header.height));
}

Result<std::string> read_qr_png(const std::filesystem::path& path) {
    const Bytes png = TRY(read_file(path, kMaximumPngBytes));
    return read_qr_png(png);
}

Result<std::string> read_qr_grey(ByteView grey, int width, int height) {
    if (width < 1 || height < 1 ||
        grey.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
        return fail(Code::invalid_input, "QR code: the pixels do not fill width times height");
    using namespace zbar;
    const std::unique_ptr<zbar_image_scanner_t, void (*)(zbar_image_scanner_t*)> scanner(
        zbar_image_scanner_create(), zbar_image_scanner_destroy);
    const std::unique_ptr<zbar_image_t, void (*)(zbar_image_t*)> image(zbar_image_create(),
                                                                       zbar_image_destroy);
    ARDAGER_CHECK(scanner && image);
    zbar_image_scanner_set_config(scanner.get(), ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner.get(), ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    constexpr unsigned long kY800 = 'Y' | '8' << 8 | '0' << 16 | '0' << 24;  // fourcc: 8-bit grey
    zbar_image_set_format(image.get(), kY800);
    zbar_image_set_size(image.get(), static_cast<unsigned>(width), static_cast<unsigned>(height));
    zbar_image_set_data(image.get(), grey.data(), grey.size(), nullptr);
    if (zbar_scan_image(scanner.get(), image.get()) < 0)
        return fail(Code::internal, "zbar could not scan the image");

    std::optional<std::string> found;
    for (const auto* symbol = zbar_image_first_symbol(image.get()); symbol != nullptr;
         symbol = zbar_symbol_next(symbol)) {
        std::string text(zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
        if (text.starts_with("ARD1:")) return text;
        if (!found) found = std::move(text);
    }
    if (!found) return fail(Code::not_found, "no QR code was seen in the image");
    return *found;
}

}  // namespace ardager::receipts
