#include "hw/page_image.h"

using namespace ardager;
using namespace ardager::hw;

namespace {

/// Left half red, right half white.
ScannedPage half_red(unsigned width, unsigned height) {
    ScannedPage page{width, height, 200, {}};
    for (unsigned y = 0; y < height; ++y) {
        for (unsigned x = 0; x < width; ++x) {
            const std::uint8_t rest = x < width / 2 ? 0 : 255;
            page.rgb.insert(page.rgb.end(), {255, rest, rest});
        }
    }
    return page;
}

}  // namespace

TEST_CASE("a page is the same picture after JPEG, size and resolution included", "[hw]") {
    const auto page = half_red(160, 96);
    const auto jpeg = encode_jpeg(page).value();
    CHECK(jpeg.size() < page.rgb.size() / 10);
    const auto back = decode_jpeg(jpeg).value();
    CHECK(back.width == 160);
    CHECK(back.height == 96);
    CHECK(back.dots_per_inch == 200);
    const std::size_t middle = (std::size_t{48} * 160 + 20) * 3;
    CHECK(back.rgb[middle] > 240);
    CHECK(back.rgb[middle + 1] < 15);
    CHECK(back.rgb[middle + std::size_t{100} * 3 + 1] > 240);
}

TEST_CASE("a page whose bytes do not fit its sizes is refused before anything is made of it", "[hw]") {
    auto one_missing = half_red(8, 8);
    one_missing.rgb.pop_back();
    ScannedPage too_large{70'000, 1, 200, Bytes(210'000)};
    for (const auto& page : {ScannedPage{}, one_missing, too_large}) {
        CHECK(encode_jpeg(page).error().code == Code::invalid_input);
        CHECK(thumbnail(page).error().code == Code::invalid_input);
    }
}

TEST_CASE("what is no whole JPEG is said to be none", "[hw]") {
    const auto whole = encode_jpeg(half_red(64, 64)).value();
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2));
    for (const auto& bytes : {Bytes{}, to_bytes("%PDF-1.7 is another thing"), cut})
        CHECK(decode_jpeg(bytes).error().code == Code::invalid_input);
}

TEST_CASE("a JPEG that claims a giant size is refused by its header alone", "[hw]") {
    auto jpeg = encode_jpeg(half_red(64, 64)).value();
    const std::array<std::uint8_t, 2> frame_header{0xFF, 0xC0};
    const auto at = std::search(jpeg.begin(), jpeg.end(), frame_header.begin(), frame_header.end());
    REQUIRE(at != jpeg.end());
    std::fill(at + 5, at + 9, std::uint8_t{0xF0});  // height and width become 61,680
    CHECK(decode_jpeg(jpeg).error().detail.find("larger") != std::string::npos);
}

TEST_CASE("a thumbnail keeps the proportions and the light of the page", "[hw]") {
    const auto small = thumbnail(half_red(400, 200), 100).value();
    CHECK(small.width == 100);
    CHECK(small.height == 50);
    CHECK(small.pixels.size() == 5000);
    CHECK(int{small.pixels[0]} == 76);  // red by BT.601
    CHECK(int{small.pixels[99]} == 255);
    const auto same = thumbnail(half_red(30, 20), 100).value();
    CHECK(same.width == 30);
}
