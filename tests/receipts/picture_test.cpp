// Previews: golden images and the QR code as a scanner sees it.
#include <png.h>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/receipts/qr.h"
#include "tests/receipts/samples.h"

using namespace ardager;
using namespace ardager::receipts;
using samples::forms;

namespace {

const std::filesystem::path kGolden = source_folder("tests/golden/receipts");
constexpr std::size_t kMaximumGoldenBytes = std::size_t{60} * 1024;
constexpr std::size_t kMaximumChangedPixels = 20;

Bytes grey_of(const Bytes& png, int& width, int& height) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&header, png.data(), png.size()) != 0);
    header.format = PNG_FORMAT_GRAY;
    Bytes grey(PNG_IMAGE_SIZE(header));
    REQUIRE(png_image_finish_read(&header, nullptr, grey.data(), 0, nullptr) != 0);
    width = static_cast<int>(header.width);
    height = static_cast<int>(header.height);
    return grey;
}

/// Pixels whose grey differs by more than a rasteriser's rounding; one changed word makes more than the
/// limit.
std::size_t changed_pixels(const Bytes& left, const Bytes& right) {
    constexpr int kRounding = 64;
    std::size_t changed = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (std::abs(int{left[i]} - int{right[i]}) > kRounding) ++changed;
    return changed;
}

struct GoldenCase {
    const char* name;
    Receipt receipt;
    DrawOptions options;
    int width_px;
    unsigned page = 0;
};

std::vector<GoldenCase> golden_cases() {
    return {{"acceptance-kk", samples::acceptance(), {ReceiptLanguage::kk}, 420},
            {"acceptance-both", samples::acceptance(), {ReceiptLanguage::both}, 420},
            {"acceptance-ru-roll", samples::acceptance(), {ReceiptLanguage::ru, Paper::roll_80mm}, 240},
            {"refusal-kk", samples::refusal(), {ReceiptLanguage::kk}, 420},
            {"refusal-ru", samples::refusal(), {ReceiptLanguage::ru}, 420},
            {"extension-both", samples::extension_notice(), {ReceiptLanguage::both}, 420},
            {"ticket-kk-roll", samples::ticket_slip(), {ReceiptLanguage::kk, Paper::roll_80mm}, 240},
            {"visit-ru", samples::visit_slip(), {ReceiptLanguage::ru}, 420},
            {"checklist-kk", samples::checklist(), {ReceiptLanguage::kk}, 420},
            {"checklist-ru-roll", samples::checklist(), {ReceiptLanguage::ru, Paper::roll_80mm}, 240},
            {"medical-card-kk", samples::medical_card(), {ReceiptLanguage::kk}, 420},
            {"medical-card-kk-back", samples::medical_card(), {ReceiptLanguage::kk}, 420, 1}};
}

}  // namespace

TEST_CASE("papers look as they were reviewed", "[receipts][golden]") {
    for (const GoldenCase& wanted : golden_cases()) {
        CAPTURE(wanted.name);
        const Picture picture =
            render_preview(forms(), wanted.receipt, wanted.options, wanted.width_px, wanted.page).value();
        const Bytes png = samples::to_png(picture);
        const auto path = kGolden / (std::string(wanted.name) + ".png");
        if (std::getenv("ARDAGER_UPDATE_GOLDEN") != nullptr) {
            std::filesystem::create_directories(kGolden);
            REQUIRE(write_file(path, png).has_value());
        }
        CHECK(png.size() <= kMaximumGoldenBytes);
        const auto golden = read_file(path, kMaximumGoldenBytes);
        REQUIRE(golden.has_value());
        int width = 0;
        int height = 0;
        const Bytes before = grey_of(*golden, width, height);
        REQUIRE(picture.width == width);
        REQUIRE(picture.height == height);
        CHECK(changed_pixels(before, grey_of(png, width, height)) <= kMaximumChangedPixels);
    }
}

TEST_CASE("the QR code of a receipt is read back from its preview", "[receipts]") {
    const auto [language, paper, width_px] =
        GENERATE(table<ReceiptLanguage, Paper, int>({{ReceiptLanguage::kk, Paper::a4, 952},
                                                     {ReceiptLanguage::both, Paper::a4, 1240},
                                                     {ReceiptLanguage::ru, Paper::roll_80mm, 640}}));
    for (const Receipt& receipt : {Receipt(samples::acceptance()), Receipt(samples::refusal())}) {
        const Picture picture = render_preview(forms(), receipt, {language, paper}, width_px).value();
        const auto text = read_qr_png(samples::to_png(picture));
        INFO((text ? std::string() : text.error().detail));
        REQUIRE(text.has_value());
        CHECK(*text == samples::qr_text());
    }
}

TEST_CASE("a page is drawn at the asked width, and no other is invented", "[receipts]") {
    const Receipt receipt = samples::refusal();
    const Picture first = render_preview(forms(), receipt, {}, 300, 0).value();
    CHECK(first.width == 300);
    CHECK(first.height == 424);
    CHECK(first.rgba.size() == std::size_t{300} * 424 * 4);
    CHECK(first.rgba != render_preview(forms(), receipt, {}, 300, 1).value().rgba);  // the other side's copy
    CHECK(render_preview(forms(), receipt, {}, 300, 2).error().code == Code::not_found);
    CHECK(render_preview(forms(), receipt, {}, 50).error().code == Code::invalid_input);
}

TEST_CASE("an image without a QR code, or no image at all, is told apart", "[receipts]") {
    const Picture white{200, 200, Bytes(std::size_t{200} * 200 * 4, 255)};
    CHECK(read_qr_png(samples::to_png(white)).error().code == Code::not_found);
    CHECK(read_qr_png(to_bytes("GIF89a")).error().code == Code::invalid_input);
    Bytes cut = samples::to_png(white);
    cut.resize(cut.size() / 2);
    CHECK(read_qr_png(cut).error().code == Code::invalid_input);
    Bytes huge = samples::to_png(white);
    huge[16] = 0x7F;  // IHDR: width of two thousand million
    CHECK(read_qr_png(huge).error().code == Code::invalid_input);
    CHECK_FALSE(make_qr("small letters").has_value());
    CHECK_FALSE(make_qr("").has_value());
}
