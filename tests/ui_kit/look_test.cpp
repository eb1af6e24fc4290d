// How pages look: nothing overlaps, nothing is cut, targets are large, words are readable, letters exist.
#include <unistd.h>
#include <catch2/catch.hpp>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/base/text.h"
#include "tests/ui_kit/pages.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/kit_tuning.h"
#include "ui/kit/theme.h"

using namespace ardager;
using namespace ardager::ui;
using namespace ardager::ui::testing;

namespace {

/// Where pictures of the pages go when a person wants to look at them.
std::optional<std::filesystem::path> picture_folder() {
    const char* folder = std::getenv("ARDAGER_KIT_PICTURES");
    return folder == nullptr ? std::nullopt : std::optional<std::filesystem::path>(folder);
}

bool is_content(const SceneItem& item) {
    return item.role != Role::page && item.role != Role::dialog && item.role != Role::summary &&
           item.role != Role::table;
}

}  // namespace

TEST_CASE("no two widgets overlap and no words are cut, in every text size and theme", "[kit][look]") {
    const auto& page = GENERATE(from_range(sample_pages()));
    const auto size = GENERATE(TextSize::normal, TextSize::large, TextSize::larger, TextSize::largest);
    const auto contrast = GENERATE(Contrast::calm, Contrast::high, Contrast::dark);
    CAPTURE(page.name, static_cast<int>(size), static_cast<int>(contrast));
    Bench bench;
    Asked asked;
    bench.window().kit().set_text_size(size);
    bench.window().kit().set_contrast(contrast);
    bench.shows(page.make(asked));
    if (const auto folder = picture_folder()) {
        const auto name = std::string(page.name) + "-" + std::to_string(static_cast<int>(size)) +
                          std::array{"", "-high", "-dark"}[static_cast<std::size_t>(contrast)] + ".png";
        REQUIRE(bench.window().screenshot(*folder / name));
    }
    const auto& items = bench.window().scene().items;
    const Box view = bench.window().scene().viewport;
    for (std::size_t i = 0; i < items.size(); ++i) {
        CAPTURE(items[i].id, items[i].label);
        CHECK_FALSE(items[i].truncated);
        if (!items[i].scrolls) CHECK_FALSE(items[i].clipped);
        for (std::size_t k = i + 1; k < items.size(); ++k) {
            if (!is_content(items[i]) || !is_content(items[k])) continue;
            if (items[i].scrolls != items[k].scrolls) {
                // Content may pass under the page's frame when it scrolls, but the frame never covers its
                // window.
                CHECK_FALSE((items[i].scrolls ? items[k] : items[i]).box.overlaps(view));
                continue;
            }
            CAPTURE(items[k].id, items[k].label);
            CHECK_FALSE(items[i].box.overlaps(items[k].box));
        }
    }
}

TEST_CASE("every touch target is at least 12.7 mm and speaks", "[kit][look]") {
    const auto& page = GENERATE(from_range(sample_pages()));
    CAPTURE(page.name);
    Bench bench;
    Asked asked;
    bench.shows(page.make(asked));
    std::size_t targets = 0;
    for (const SceneItem& item : bench.window().scene().items) {
        if (!item.state.touchable) continue;
        ++targets;
        CAPTURE(item.id);
        const float mm = bench.window().scene().pixels_per_mm;
        CHECK(item.box.width / mm >= tuning::kSmallestTargetMm);
        CHECK(item.box.height / mm >= tuning::kSmallestTargetMm);
        CHECK_FALSE(item.spoken.empty());
    }
    CHECK(targets >= 5);
}

TEST_CASE("words reach 7 to 1 on every ground they stand on, and 20 to 1 in high contrast", "[kit][theme]") {
    struct Row {
        const char* file;
        double least;
    };
    const auto row = GENERATE(Row{"calm.toml", 7.0}, Row{"high_contrast.toml", 20.0}, Row{"dark.toml", 7.0});
    using C = Colour;
    const std::vector<std::pair<C, C>> pairs{{C::ink, C::background},
                                             {C::ink, C::card},
                                             {C::ink, C::key},
                                             {C::ink, C::key_special},
                                             {C::ink, C::pressed},
                                             {C::muted_text, C::background},
                                             {C::muted_text, C::card},
                                             {C::primary_text, C::card},
                                             {C::primary_text, C::background},
                                             {C::primary_text, C::primary_soft},
                                             {C::on_primary, C::primary},
                                             {C::on_primary, C::primary_pressed},
                                             {C::ok_text, C::ok_soft},
                                             {C::ok_text, C::card},
                                             {C::warning_text, C::warning_soft},
                                             {C::warning_text, C::card},
                                             {C::danger_text, C::danger_soft},
                                             {C::danger_text, C::card},
                                             {C::danger_text, C::background},
                                             {C::print, C::paper},
                                             {C::primary_text, C::danger_soft},
                                             {C::primary_text, C::key}};
    const auto theme = load_theme(source_folder("assets/themes") / row.file);
    REQUIRE(theme);
    for (const auto& [words, ground] : pairs) {
        CAPTURE(row.file, static_cast<int>(words), static_cast<int>(ground));
        CHECK(contrast_ratio((*theme)[words], (*theme)[ground]) >= row.least);
    }
}

TEST_CASE("contrast is computed as WCAG defines it", "[kit][theme]") {
    CHECK(contrast_ratio({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
    CHECK(contrast_ratio({119, 119, 119}, {255, 255, 255}) == Approx(4.48).margin(0.01));
}

TEST_CASE("a theme with a wrong or missing role is refused by its name", "[kit][theme]") {
    const auto folder = source_folder("assets/themes");
    std::ifstream original(folder / "calm.toml");
    const std::string good((std::istreambuf_iterator<char>(original)), {});
    const auto broken = GENERATE_COPY(values<std::pair<std::string, std::string>>({
        {good + "\nsky = \"#0000FF\"\n", "unknown role sky"},
        {std::string(good).replace(good.find("#10242B"), 7, "10242Bx"), "ink is not #RRGGBB"},
        {good.substr(0, good.find("paper =")), "paper is missing"},
    }));
    const auto file =
        std::filesystem::temp_directory_path() / ("ardager_theme_" + std::to_string(::getpid()) + ".toml");
    std::ofstream(file) << broken.first;
    const auto theme = load_theme(file);
    std::filesystem::remove(file);
    REQUIRE_FALSE(theme);
    CHECK(theme.error().detail.find(broken.second) != std::string::npos);
}

TEST_CASE("after a day of all sizes and letters a new page has no blanks", "[kit][look]") {
    const auto picture = [](Bench& bench) {
        bench.window().invalidate();
        bench.shows([](Kit& kit) {
            kit.begin_page("page", sample_header());
            kit.welcome("Қош келдіңіз");
            (void)kit.button("one", "Бастау");
            (void)kit.end_page(sample_utility());
        });
        const auto file =
            std::filesystem::temp_directory_path() / ("ardager-blanks-" + std::to_string(::getpid()));
        REQUIRE(bench.window().screenshot(file));
        const auto bytes = read_file(file, 32U << 20);
        std::filesystem::remove(file);
        REQUIRE(bytes);
        return *bytes;
    };
    const auto wanted = picture(*std::make_unique<Bench>());  // one window at a time
    Bench evening;
    // Eight letters a page, as large as they come: some thousand glyphs, more than all texture pages hold.
    for (const auto size : {TextSize::largest, TextSize::larger, TextSize::large, TextSize::normal})
        for (char32_t first = 0x100; first < 0x500; first += 8) {
            std::string letters;
            for (char32_t letter = first; letter < first + 8; ++letter) append_utf8(letters, letter);
            evening.window().kit().set_text_size(size);
            evening.window().invalidate();
            evening.shows([&](Kit& kit) {
                kit.begin_page("letters", sample_header());
                kit.welcome(letters);
                kit.title(letters);
                kit.lead(letters);
                (void)kit.end_page(sample_utility());
            });
        }
    const bool same = picture(evening) == wanted;
    CHECK(same);
}

TEST_CASE("the font has every Kazakh letter and sign that we show", "[kit][look]") {
    const std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)> surface(
        SDL_CreateRGBSurfaceWithFormat(0, 8, 8, 32, SDL_PIXELFORMAT_ARGB8888), &SDL_FreeSurface);
    const std::unique_ptr<SDL_Renderer, decltype(&SDL_DestroyRenderer)> renderer(
        SDL_CreateSoftwareRenderer(surface.get()), &SDL_DestroyRenderer);
    const auto glyphs = Glyphs::open(renderer.get());
    REQUIRE(glyphs);
    for (const char32_t letter : std::u32string(U"ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЪъЭэАяZz09₸№«»—…·–→×")) {
        for (const Weight weight : {Weight::regular, Weight::semibold, Weight::bold}) {
            CAPTURE(static_cast<std::uint32_t>(letter));
            const Glyph& glyph = (*glyphs)->glyph({weight, 30}, letter);
            CHECK_FALSE(glyph.missing);
            CHECK(glyph.page != nullptr);
        }
    }
    CHECK((*glyphs)->glyph({Weight::regular, 30}, U'\U0001F600').missing);
#define ARDAGER_ICON_EXISTS(name, code) CHECK_FALSE((*glyphs)->glyph({Weight::icon, 30}, code).missing);
    ARDAGER_ICONS(ARDAGER_ICON_EXISTS)
#undef ARDAGER_ICON_EXISTS
}
