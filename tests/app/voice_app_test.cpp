// The voice in the frame loop: asked for by one touch, following the pages, silent with the session's end.
#include "tests/app/running_kiosk.h"

using namespace ardager;
using namespace ardager::app_test;

namespace {

using Kiosk = RunningKiosk;

}  // namespace

TEST_CASE("the voice follows the pages once it is asked for", "[app][voice]") {
    Kiosk kiosk;
    kiosk.taps("start_ru");
    CHECK(kiosk.voice.said().empty());
    kiosk.taps("utility_read_aloud");
    CHECK(kiosk.now().find("Чтение вслух включено.") == 0);
    kiosk.taps("menu_apply");
    CHECK(kiosk.now().find("согласи") != std::string::npos);
    CHECK(kiosk.voice.volume() == hw::kNormalVolume);
    kiosk.taps("utility_read_aloud");
    CHECK(kiosk.voice.volume() == hw::kLoudestVolume);
    CHECK(kiosk.now() == "Теперь громче.\n");
    kiosk.taps("utility_read_aloud");
    CHECK(kiosk.now() == "Чтение вслух выключено.\n");
}

TEST_CASE("the end of a session is the end of its voice", "[app][voice]") {
    Kiosk kiosk;
    kiosk.taps("start_kk");
    kiosk.taps("utility_read_aloud");
    kiosk.taps("utility_read_aloud");
    REQUIRE_FALSE(kiosk.voice.now().empty());
    const auto said = kiosk.voice.said().size();
    SECTION("by a touch") {
        kiosk.taps("finish");
    }
    SECTION("by rest") {
        for (const auto wait : {citizen::kIdleWarning, citizen::kIdleCountdown}) {
            kiosk.branch.clock.advance(wait);
            kiosk.turns();
        }
    }
    REQUIRE(kiosk.app.flow().state().page == citizen::Page::start);
    CHECK(kiosk.voice.now().empty());
    CHECK(kiosk.voice.volume() == hw::kNormalVolume);
    kiosk.taps("start_ru");
    CHECK(kiosk.voice.said().size() <= said + 1);  // at most the warning of the rest
    CHECK(kiosk.voice.now().empty());
}

TEST_CASE("a voice left on at the start page goes quiet without a word", "[app][voice]") {
    Kiosk kiosk;
    kiosk.taps("utility_read_aloud");
    const auto said = kiosk.voice.said().size();
    kiosk.branch.clock.advance(citizen::kIdleWarning);
    kiosk.turns();
    CHECK(kiosk.voice.now().empty());
    CHECK(kiosk.voice.said().size() == said);
    CHECK(kiosk.app.flow().state().comfort == citizen::Comfort{});
}

TEST_CASE("without sound the bar does not offer to read aloud", "[app][voice]") {
    SECTION("no sound card") {
        Kiosk kiosk;
        REQUIRE(kiosk.window->scene().find("utility_read_aloud"));
        kiosk.voice.set_missing(true);
        kiosk.turns();
        CHECK_FALSE(kiosk.window->scene().find("utility_read_aloud"));
    }
    SECTION("switched off by the configuration") {
        Kiosk kiosk(ui::AudioOutput::none);
        CHECK_FALSE(kiosk.window->scene().find("utility_read_aloud"));
    }
}

TEST_CASE("what is typed is heard in headphones only", "[app][voice]") {
    const bool headphones = GENERATE(false, true);
    Kiosk kiosk(headphones ? ui::AudioOutput::headphones : ui::AudioOutput::loudspeaker);
    for (const char* id : {"start_kk", "utility_read_aloud", "menu_apply", "main", "applicant_self", "main"})
        kiosk.taps(id);
    REQUIRE(kiosk.app.flow().state().page == citizen::Page::identity);
    const auto said = kiosk.voice.said().size();
    kiosk.taps("key_7");
    CHECK(kiosk.voice.said().size() == said + (headphones ? 1 : 0));
    if (headphones) CHECK(kiosk.now() == "7\n");
}
