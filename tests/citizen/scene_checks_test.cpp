// Every scene in every language, text size, theme and window. The layout does not depend on the theme, as one
// test shows, and is checked without rendering; contrast is checked on pixels.
#include "tests/citizen/scene_checks.h"

#include <cstdlib>

#include "tests/citizen/every_scene.h"
#include "tests/citizen/said_aloud.h"

namespace ardager::citizen {
namespace {

std::string window_faults(Kiosk& kiosk, const Screen& screen) {
    return layout_faults(kiosk.window->scene(),
                         {0, 0, static_cast<float>(screen.width_px), static_cast<float>(screen.height_px)}) +
           spilled_words(*kiosk.window);
}

/// Whatever is wrong in any scene, each fault under its scene's name.
template <class Check>
std::string faults_of_scenes(Kiosk& kiosk, const Reader& reader, const std::string& prefix,
                             const Check& check) {
    std::string found;
    std::size_t scenes = 0;
    every_scene(kiosk, reader, [&](const std::string& name) {
        kiosk.keeps_picture(prefix + "-" + name);
        const std::string faults = check();
        if (!faults.empty()) found += name + " (" + reader.language + "):\n" + faults;
        ++scenes;
    });
    REQUIRE(scenes > kTour.size());
    return found;
}

TEST_CASE("in every scene, language, size and window nothing is cut, close or silent",
          "[citizen][screens][slow]") {
    const auto screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto text_size = GENERATE(range(0U, kTextSizes));
    const auto language = GENERATE("kk", "ru", "en");
    CAPTURE(screen.name, text_size, language);
    Kiosk kiosk(screen, std::getenv("ARDAGER_SCREENSHOTS") != nullptr);
    const std::string prefix = std::string(screen.name) + "-" + std::to_string(text_size) + "-" + language;
    CHECK(faults_of_scenes(kiosk, {language, {.text_size = text_size}}, prefix,
                           [&] { return window_faults(kiosk, screen); }) == "");
}

struct ThemeRow {
    const char* name;
    ui::Contrast contrast;
    double least;  // contrast of words (WCAG 2.2, 1.4.6, and our own for the high theme)
};
constexpr std::array kThemes{ThemeRow{"calm", ui::Contrast::calm, 7},
                             ThemeRow{"high", ui::Contrast::high, 20},
                             ThemeRow{"dark", ui::Contrast::dark, 7}};
// Each text size in one language: colours know nothing of words, and a picture costs more than a layout.
constexpr std::array kLanguageOfSize{"kk", "ru", "en", "kk"};

TEST_CASE("in every scene, theme, size and window words stand out from what is drawn behind them",
          "[citizen][screens][slow]") {
    const auto screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto text_size = GENERATE(range(0U, kTextSizes));
    const auto theme = GENERATE(from_range(kThemes.begin(), kThemes.end()));
    CAPTURE(screen.name, text_size, theme.name);
    Kiosk kiosk(screen);
    CHECK(faults_of_scenes(
              kiosk, {kLanguageOfSize.at(text_size), {.text_size = text_size, .contrast = theme.contrast}},
              std::string(screen.name) + "-" + std::to_string(text_size) + "-" + theme.name,
              [&] { return contrast_faults(*kiosk.window, theme.least); }) == "");
}

TEST_CASE("a theme changes colours and moves nothing", "[citizen][screens][slow]") {
    const auto screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto places = [&](ui::Contrast contrast) {
        std::map<std::string, std::vector<ui::Box>> boxes;
        Kiosk kiosk(screen, false);
        every_scene(kiosk, {"ru", {.text_size = 1, .contrast = contrast}}, [&](const std::string& name) {
            for (const ui::SceneItem& item : kiosk.window->scene().items) boxes[name].push_back(item.box);
        });
        return boxes;
    };
    const auto calm = places(ui::Contrast::calm);
    CHECK(places(ui::Contrast::high) == calm);
    CHECK(places(ui::Contrast::dark) == calm);
}

TEST_CASE("every question over a page shows and says its words whole in three languages",
          "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru", "en");
    CAPTURE(language);
    Kiosk kiosk;
    every_question(kiosk, {language, {}}, [&](const std::string& name) {
        CAPTURE(name);
        CHECK(window_faults(kiosk, kScreens.front()) == "");
        CHECK(spoken_faults(kiosk.window->scene(),
                            ui::Text(catalogues(), must(ui::parse_language(language)))) == "");
        kiosk.keeps_picture(std::string(language) + "-" + name);
    });
}

}  // namespace
}  // namespace ardager::citizen
