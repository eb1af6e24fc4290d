// Reading aloud on the real pages: the button, its end with the session, and what is never said.
#include <cstdlib>

#include "kiosk/base/source_folder.h"
#include "said_aloud.h"
#include "ui/citizen/citizen_screens.h"
#include "ui/citizen/own_words.h"
#include "ui/citizen/views.h"
#include "ui/kit/window.h"

namespace ardager::citizen {
namespace {

ui::Text words(const Session& session) {
    static const auto kLoaded = ui::Text::load(source_folder("assets/text")).value();
    return {kLoaded, language_of(session.flow)};
}

/// A session in front of a real window on SDL's dummy driver.
class Kiosk {
public:
    Kiosk() {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        ui::WindowOptions options;
        options.hidden = true;
        options.themes = source_folder("assets/themes");
        window_ = ui::Window::open(options).value();
    }
    const ui::Scene& shows() {
        for (int turn = 0; turn < 3; ++turn) {
            Intent intent;
            session.now += Milliseconds(200);
            window_->invalidate();
            window_->settle(session.now, [&](ui::Kit& kit) {
                auto one = draw_citizen(kit, words(session), session.flow);
                if (one.act != Act::none) intent = std::move(one);
            });
            if (intent.act != Act::none) session.tells(intent);
        }
        return window_->scene();
    }
    void taps(const std::string& id) {
        (void)shows();
        REQUIRE(window_->tap(id));
        (void)shows();
    }
    [[nodiscard]] std::string faults() { return spoken_faults(shows(), words(session)); }

    Session session;

private:
    std::unique_ptr<ui::Window> window_;
};

constexpr std::array kFilledFields{
    Field::iin,     Field::surname,       Field::birth_date,    Field::phone,           Field::place,
    Field::address, Field::pickup_branch, Field::document_kind, Field::document_number, Field::scan};

TEST_CASE("a page that is filled in says nothing of the person through a loudspeaker", "[citizen][voice]") {
    const auto* language = GENERATE("kk", "ru", "en");
    const auto field = GENERATE(from_range(kFilledFields.begin(), kFilledFields.end()));
    Kiosk kiosk;
    kiosk.session.comes_to(Page::check);
    kiosk.session.asks(Act::set_language, language);
    CHECK(kiosk.faults() == "");
    kiosk.session.changes(field);
    CAPTURE(language, page_name(kiosk.session.page()));
    CHECK(kiosk.faults() == "");
    kiosk.session.asks(Act::next);  // its errors, or the page after it
    CHECK(kiosk.faults() == "");
}

TEST_CASE("a card's Latin name stays on the screen", "[citizen][voice]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::identity);
    kiosk.session.tells(CardRead{kMrz});
    REQUIRE(kiosk.session.page() == Page::name);
    REQUIRE(kiosk.shows().shows("ARDAGEROV"));
    CHECK(kiosk.faults() == "");
}

TEST_CASE("headphones read the answers back", "[citizen][voice]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::check);
    ui::Guide guide(ui::AudioOutput::headphones);
    const auto said = guide.look(kiosk.shows(), words(kiosk.session),
                                 {.level = 1, .own = own_words(kiosk.session.flow.state())});
    REQUIRE(said);
    std::string all;
    for (const auto& part : *said) all += part.text + "\n";
    CHECK(ui::discloses(all, {"Ардагеров"}));
    CHECK(ui::discloses(all, {kIin}));
}

TEST_CASE("the session knows all of the person's words", "[citizen][voice]") {
    Session session;
    session.comes_to(Page::check);
    const auto own = own_words(session.flow.state());
    for (const char* word : {kIin, "Ардагеров", "Сынақ", "Тестұлы", "7010000000", "09.05.1925",
                             "Ержанов к-сі, 12, 5-пәтер", "НО 123456"}) {
        CAPTURE(word);
        CHECK(ui::discloses(word, own));
    }
    CHECK_FALSE(ui::discloses(words(session)(Key::check_title), own));
    CHECK(own_words(CitizenState{}).empty());
}

TEST_CASE("one button reads aloud, reads louder and is silent again", "[citizen][voice]") {
    Kiosk kiosk;
    kiosk.session.begins();
    for (const unsigned level : {1U, 2U, 0U, 1U}) {
        kiosk.taps("utility_read_aloud");
        CHECK(kiosk.session.flow.state().comfort.read_aloud == level);
    }
    kiosk.session.asks(Act::finish);
    CHECK(kiosk.session.flow.state().comfort.read_aloud == 0);
}

TEST_CASE("a kiosk that cannot be heard does not offer to read aloud", "[citizen][voice]") {
    Kiosk kiosk;
    CHECK(kiosk.shows().find("utility_read_aloud"));
    Board board;
    board.voice_ready = false;
    kiosk.session.tells(BoardChanged{board});
    CHECK_FALSE(kiosk.shows().find("utility_read_aloud"));
}

TEST_CASE("a voice that was switched on at the start page and left is off again", "[citizen][voice]") {
    Session session;
    session.asks(Act::read_aloud);
    session.waits(kIdleWarning - Milliseconds(1));
    CHECK(session.flow.state().comfort.read_aloud == 1);
    session.waits(Milliseconds(1));
    CHECK(session.flow.state().comfort.read_aloud == 0);
    CHECK(session.flow.state().overlay == Overlay::none);
    CHECK_FALSE(session.flow.next_change());
}

}  // namespace
}  // namespace ardager::citizen
