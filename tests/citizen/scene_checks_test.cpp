// Every scene in every language, text size, theme and window. The layout does not depend on the theme and is
// checked without rendering; contrast does not depend on language, size or window and is checked on pixels.
#include "tests/citizen/scene_checks.h"

#include <cstdlib>

#include "tests/citizen/every_scene.h"

namespace ardager::citizen {
namespace {

std::string window_faults(Kiosk& kiosk, const Screen& screen) {
    return layout_faults(kiosk.window->scene(),
                         {0, 0, static_cast<float>(screen.width_px), static_cast<float>(screen.height_px)});
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

TEST_CASE("in every scene and theme words stand out from what is drawn behind them",
          "[citizen][screens][slow]") {
    struct Row {
        const char* name;
        ui::Contrast contrast;
        double least;
    };
    const auto theme = GENERATE(Row{"calm", ui::Contrast::calm, 7}, Row{"high", ui::Contrast::high, 20},
                                Row{"dark", ui::Contrast::dark, 7});
    CAPTURE(theme.name);
    Kiosk kiosk;
    CHECK(faults_of_scenes(kiosk, {"kk", {.contrast = theme.contrast}}, theme.name,
                           [&] { return contrast_faults(*kiosk.window, theme.least); }) == "");
}

}  // namespace
}  // namespace ardager::citizen
