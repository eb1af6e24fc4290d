// Every page in every language, text size, theme and window. The layout does not depend on the theme and is
// checked without rendering; contrast does not depend on language, size or window and is checked on pixels.
#include "tests/citizen/scene_checks.h"
#include <cstdlib>

#include "tests/citizen/page_tour.h"

namespace ardager::citizen {
namespace {

std::string window_faults(Kiosk& kiosk, const Screen& screen) {
    return layout_faults(kiosk.window->scene(),
                         {0, 0, static_cast<float>(screen.width_px), static_cast<float>(screen.height_px)});
}

/// Faults of all pages in one window at one text size, each named by its page and language.
std::string faults_of_tour(const Screen& screen, unsigned text_size) {
    Kiosk kiosk(screen, std::getenv("ARDAGER_SCREENSHOTS") != nullptr);
    std::string found;
    for (const Page page : kTour) {
        kiosk.goes_to(page);
        for (unsigned step = 0; step < text_size; ++step) kiosk.session.asks(Act::text_size);
        for (const char* language : {"kk", "ru", "en"}) {
            if (page != Page::start) kiosk.session.asks(Act::set_language, language);
            kiosk.shows();
            kiosk.keeps_picture(std::string(screen.name) + "-" + page_name(page) + "-" + language + "-" +
                                std::to_string(text_size));
            const std::string faults = window_faults(kiosk, screen);
            if (!faults.empty()) found += std::string(page_name(page)) + "-" + language + ":\n" + faults;
        }
    }
    return found;
}

TEST_CASE("on every page in every language, size and window nothing is cut, close or silent",
          "[citizen][screens][slow]") {
    const auto screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto text_size = GENERATE(0U, 1U, 2U, 3U);
    CAPTURE(screen.name, text_size);
    CHECK(faults_of_tour(screen, text_size) == "");
}

TEST_CASE("on every page in every theme words stand out from what is drawn behind them",
          "[citizen][screens][slow]") {
    struct Row {
        const char* name;
        unsigned steps;
        double least;
    };
    const auto theme = GENERATE(Row{"calm", 0, 7}, Row{"high", 1, 20}, Row{"dark", 2, 7});
    Kiosk kiosk;
    for (const Page page : kTour) {
        kiosk.goes_to(page);
        for (unsigned step = 0; step < theme.steps; ++step) kiosk.session.asks(Act::contrast);
        kiosk.shows();
        CAPTURE(theme.name, page_name(page));
        CHECK(contrast_faults(*kiosk.window, theme.least) == "");
        kiosk.keeps_picture(std::string(page_name(page)) + "-" + theme.name);
    }
}

TEST_CASE("the questions over a page fit every window", "[citizen][screens]") {
    const auto screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto text_size = GENERATE(0U, 3U);
    const auto overlay = GENERATE(Act::open_help, Act::open_language);
    Kiosk kiosk(screen, false);
    kiosk.goes_to(Page::phone);
    for (unsigned step = 0; step < text_size; ++step) kiosk.session.asks(Act::text_size);
    kiosk.session.asks(overlay);
    kiosk.shows();
    CAPTURE(screen.name, text_size);
    CHECK(window_faults(kiosk, screen) == "");
}

}  // namespace
}  // namespace ardager::citizen
