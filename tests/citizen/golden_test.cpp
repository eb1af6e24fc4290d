// The pages of the design's main set as they were reviewed: Kazakh, on the kiosk's panel, drawn by the
// software renderer. ARDAGER_UPDATE_GOLDEN=1 writes them anew; then look at each before committing.
#include <png.h>

#include <cstdlib>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "tests/citizen/page_tour.h"

namespace ardager::citizen {
namespace {

constexpr std::size_t kMostBytes = std::size_t{100} * 1024;
/// A rasteriser's rounding is less than this a channel; one changed letter changes more pixels than the
/// limit.
constexpr int kRounding = 48;
constexpr std::size_t kMostChangedPixels = 40;

struct Golden {
    const char* name;
    Page page;
};
constexpr std::array kMainSet{
    Golden{"01-start", Page::start},       Golden{"02-menu", Page::menu},
    Golden{"03-identity", Page::identity}, Golden{"04-name", Page::name},
    Golden{"05-scan", Page::scan},         Golden{"06-check", Page::check},
    Golden{"07-accepted", Page::accepted}, Golden{"08-incomplete", Page::incomplete}};

/// Shape: height × width × 3.
ui::Picture picture_of(const Bytes& png) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&header, png.data(), png.size()) != 0);
    header.format = PNG_FORMAT_RGB;
    ui::Picture picture{0, header.width, header.height, Bytes(PNG_IMAGE_SIZE(header))};
    REQUIRE(png_image_finish_read(&header, nullptr, picture.rgb.data(), 0, nullptr) != 0);
    return picture;
}

std::uint32_t colour_at(const ui::Picture& picture, std::size_t pixel) {
    const std::uint8_t* rgb = &picture.rgb[pixel * 3];
    return static_cast<std::uint32_t>(rgb[0]) << 16U | static_cast<std::uint32_t>(rgb[1]) << 8U | rgb[2];
}

int distance(std::uint32_t one, std::uint32_t other) {
    int sum = 0;
    for (const unsigned shift : {0U, 8U, 16U})
        sum += std::abs(static_cast<int>(one >> shift & 0xFFU) - static_cast<int>(other >> shift & 0xFFU));
    return sum;
}

/// At most 256 colours, the most frequent first: of all shades that look alike the most frequent one.
std::vector<std::uint32_t> palette_of(const std::map<std::uint32_t, std::size_t>& counts) {
    constexpr std::uint32_t kAlike = 0xF0F0F0;
    std::map<std::uint32_t, std::pair<std::size_t, std::uint32_t>> alike;
    for (const auto& [colour, count] : counts) {
        auto& best = alike[colour & kAlike];
        best = std::max(best, {count, colour});
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
    ranked.reserve(alike.size());
    for (const auto& [key, best] : alike) ranked.push_back(best);
    std::sort(ranked.rbegin(), ranked.rend());
    std::vector<std::uint32_t> palette;
    for (const auto& [count, colour] : ranked)
        if (palette.size() < 256) palette.push_back(colour);
    return palette;
}

/// Each pixel in its nearest colour of a palette: a third of the size of true colours.
Bytes palette_png(const ui::Picture& picture) {
    const std::size_t pixels = std::size_t{picture.width} * picture.height;
    std::map<std::uint32_t, std::size_t> counts;
    for (std::size_t i = 0; i < pixels; ++i) ++counts[colour_at(picture, i)];
    const std::vector<std::uint32_t> palette = palette_of(counts);
    Bytes map;
    for (const std::uint32_t colour : palette)
        for (const unsigned shift : {16U, 8U, 0U})
            map.push_back(static_cast<std::uint8_t>(colour >> shift & 0xFFU));
    std::map<std::uint32_t, std::uint8_t> nearest;
    for (const auto& [colour, count] : counts) {
        const auto best = std::min_element(
            palette.begin(), palette.end(),
            [c = colour](auto one, auto other) { return distance(one, c) < distance(other, c); });
        nearest[colour] = static_cast<std::uint8_t>(best - palette.begin());
    }
    Bytes indices;
    indices.reserve(pixels);
    for (std::size_t i = 0; i < pixels; ++i) indices.push_back(nearest[colour_at(picture, i)]);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = picture.width;
    image.height = picture.height;
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = static_cast<png_uint_32>(palette.size());
    png_alloc_size_t size = 0;
    REQUIRE(png_image_write_to_memory(&image, nullptr, &size, 0, indices.data(), 0, map.data()) != 0);
    Bytes png(size);
    REQUIRE(png_image_write_to_memory(&image, png.data(), &size, 0, indices.data(), 0, map.data()) != 0);
    png.resize(size);
    return png;
}

std::size_t changed_pixels(const ui::Picture& before, const ui::Picture& now) {
    std::size_t changed = 0;
    for (std::size_t at = 0; at + 2 < before.rgb.size(); at += 3) {
        int most = 0;
        for (std::size_t channel = at; channel < at + 3; ++channel)
            most = std::max(most, std::abs(int{before.rgb[channel]} - int{now.rgb[channel]}));
        if (most > kRounding) ++changed;
    }
    return changed;
}

TEST_CASE("the main pages look as they were reviewed", "[citizen][screens][golden]") {
    const auto golden = GENERATE(from_range(kMainSet.begin(), kMainSet.end()));
    CAPTURE(golden.name);
    Kiosk kiosk;
    kiosk.goes_to(golden.page);
    kiosk.shows();
    const auto path = source_folder("tests/golden/screens") / (std::string(golden.name) + ".png");
    if (std::getenv("ARDAGER_UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        REQUIRE(write_file(path, palette_png(must(kiosk.window->pixels()))));
    }
    const auto reviewed = must(read_file(path, kMostBytes));
    const ui::Picture before = picture_of(reviewed);
    const ui::Picture now = must(kiosk.window->pixels());
    REQUIRE(before.width == now.width);
    REQUIRE(before.height == now.height);
    CHECK(changed_pixels(before, now) <= kMostChangedPixels);
}

}  // namespace
}  // namespace ardager::citizen
