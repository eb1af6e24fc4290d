// Every page in three languages, and the whole application by tapping widgets and by keys alone.
// Set ARDAGER_SCREENSHOTS to a folder to keep the pictures.
#include "tests/citizen/page_tour.h"
#include "tests/citizen/said_aloud.h"
#include "ui/citizen/views.h"

namespace ardager::citizen {
namespace {

TEST_CASE("every page shows its words whole in three languages", "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru", "en");
    const auto page = GENERATE(from_range(kTour.begin(), kTour.end()));
    CAPTURE(language, page_name(page));
    Kiosk kiosk;
    kiosk.session.tells(BoardChanged{{.queue_people = 2, .queue_minutes = 4}});
    kiosk.goes_to(page);
    if (page != Page::start) kiosk.session.asks(Act::set_language, language);
    kiosk.shows();
    REQUIRE(kiosk.session.page() == page);
    CHECK(faults(kiosk.window->scene()) == "");
    CHECK(kiosk.window->scene().find("utility_help"));
    CHECK(spoken_faults(kiosk.window->scene(), ui::Text(catalogues(), language_of(kiosk.session.flow))) ==
          "");
    kiosk.keeps_picture(std::string(language) + "-" + page_name(page));
}

TEST_CASE("the whole application can be made by tapping", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.taps("start_ru");
    kiosk.session.tells(SessionOpened{"session-1"});
    kiosk.shows();
    kiosk.taps("menu_apply");
    kiosk.taps("main");  // consent
    kiosk.taps("applicant_self");
    kiosk.taps("main");
    for (const char digit : std::string(kIin)) kiosk.taps(std::string("key_") + digit);
    kiosk.taps("main");
    kiosk.taps("main");  // the number is right
    kiosk.types("surname", "Ардагеров");
    kiosk.types("given_name", "Сынақ");
    kiosk.types("patronymic", "Тестұлы");
    kiosk.taps("main");
    for (const char digit : std::string("7010000000")) kiosk.taps(std::string("key_") + digit);
    kiosk.taps("main");
    kiosk.taps("place_351010000");
    kiosk.taps("main");
    kiosk.types("address", "Ержанов к-сі, 12");
    kiosk.taps("main");
    kiosk.taps("main");  // this branch is chosen already
    kiosk.taps("kind_military_id");
    kiosk.taps("main");
    kiosk.types("document_number", "НО 123456");
    kiosk.taps("main");
    kiosk.taps("scan");
    REQUIRE(kiosk.session.flow.state().scanning);
    kiosk.session.tells(ScanDone{*kiosk.session.flow.state().scanning, "p1", PageQuality::ok, paper()});
    kiosk.shows();
    kiosk.taps("main");
    REQUIRE(kiosk.session.page() == Page::check);
    REQUIRE(kiosk.window->draw_strokes("signature", {{{{20, 10}, {60, 30}, {90, 12}}}, 280, 60}));
    kiosk.shows();
    kiosk.taps("main");
    CHECK(kiosk.session.page() == Page::submitting);
    const ApplicantAnswers& person = kiosk.session.flow.state().answers.applicant;
    CHECK(person.iin == kIin);
    CHECK(person.surname == "Ардагеров");
    CHECK(person.phone == "+77010000000");
    CHECK(person.address.text == "Ержанов к-сі, 12");
}

/// Works the kiosk without touching it.
class Keys {
public:
    using Kind = ui::KeyCommand::Kind;
    explicit Keys(Kiosk& kiosk) : kiosk_(kiosk) {}
    void presses(Kind kind) {
        kiosk_.window->key(kind);
        kiosk_.shows();
    }
    void types(const std::string& text) {
        kiosk_.window->type(text);
        kiosk_.shows();
    }
    [[nodiscard]] std::string focused() const {
        for (const ui::SceneItem& item : kiosk_.window->scene().items)
            if (item.state.focused && item.role != ui::Role::field) return item.id;
        for (const ui::SceneItem& item : kiosk_.window->scene().items)
            if (item.state.focused) return item.id;
        return {};
    }
    void goes_to(const std::string& id) {
        INFO("going to " << id << " on " << page_name(kiosk_.session.page()) << " from " << focused());
        for (int step = 0; step < 120 && focused() != id; ++step) presses(Kind::next);
        REQUIRE(focused() == id);
    }
    void chooses(const std::string& id) {
        goes_to(id);
        presses(Kind::activate);
    }

private:
    Kiosk& kiosk_;
};

TEST_CASE("the whole application can be made by keys alone, up to the receipt", "[citizen][screens][keys]") {
    Kiosk kiosk(kScreens.front(), false);
    Keys keys(kiosk);
    keys.chooses("start_ru");
    kiosk.session.tells(SessionOpened{"session-1"});
    kiosk.shows();
    keys.chooses("menu_apply");
    keys.chooses("main");  // consent
    keys.chooses("main");  // for oneself
    keys.types(kIin);
    keys.chooses("main");
    keys.chooses("main");  // the number is right
    keys.types("Ардагеров");
    keys.presses(Keys::Kind::activate);  // Enter goes to the next field
    keys.types("Сынақ");
    keys.presses(Keys::Kind::activate);
    for (const char* key : {"key_т", "key_е", "key_с", "key_т"})
        keys.chooses(key);  // few keys: the touch keyboard
    keys.chooses("main");
    keys.types("7010000000");
    keys.chooses("main");
    keys.chooses("place_351010000");
    keys.chooses("main");
    keys.types("Ержанов к-сі, 12");
    keys.chooses("main");
    keys.chooses("main");  // this branch is chosen already
    keys.chooses("kind_military_id");
    keys.chooses("main");
    keys.types("НО 123456");
    keys.chooses("main");
    keys.chooses("scan");
    kiosk.session.tells(ScanDone{*kiosk.session.flow.state().scanning, "p1", PageQuality::ok, paper()});
    kiosk.shows();
    keys.chooses("main");
    REQUIRE(kiosk.session.page() == Page::check);
    keys.chooses("signature");
    for (const auto arrow : {Keys::Kind::up, Keys::Kind::right, Keys::Kind::down}) keys.presses(arrow);
    keys.presses(Keys::Kind::activate);  // the pen leaves the pad
    keys.chooses("main");
    CHECK(kiosk.session.page() == Page::submitting);
    const ApplicantAnswers& person = kiosk.session.flow.state().answers.applicant;
    CHECK(person.iin == kIin);
    CHECK(person.surname == "Ардагеров");
    CHECK(person.given_name == "Сынақ");
    CHECK(person.patronymic == "Тест");
    CHECK(person.address.text == "Ержанов к-сі, 12");
    kiosk.session.tells(Submitted{"KRG03-K1-261123-0014-7", parse_date("2026-11-24").value(), nullptr});
    kiosk.session.tells(PrintEnded{true});
    kiosk.shows();
    keys.chooses("main");
    CHECK(kiosk.session.page() == Page::start);
}

TEST_CASE("keys go back, call for help, change the size of words and stay within a question",
          "[citizen][screens][keys]") {
    Kiosk kiosk(kScreens.front(), false);
    Keys keys(kiosk);
    kiosk.session.comes_to(Page::phone);
    kiosk.shows();
    keys.presses(Keys::Kind::larger);
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::large);
    keys.presses(Keys::Kind::smaller);
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::normal);
    keys.presses(Keys::Kind::help);
    REQUIRE(kiosk.session.flow.state().overlay == Overlay::help);
    for (int step = 0; step < 6; ++step) {
        CHECK(keys.focused().starts_with("help_"));
        keys.presses(Keys::Kind::next);
    }
    keys.presses(Keys::Kind::back);
    CHECK(kiosk.session.flow.state().overlay == Overlay::none);
    CHECK(kiosk.session.page() == Page::phone);
    keys.presses(Keys::Kind::back);
    CHECK(kiosk.session.page() != Page::phone);
}

TEST_CASE("the focus of the keys goes to the summary of errors when it appears", "[citizen][screens][keys]") {
    Kiosk kiosk(kScreens.front(), false);
    Keys keys(kiosk);
    kiosk.session.comes_to(Page::phone);
    kiosk.shows();
    keys.types("70");
    keys.chooses("main");
    CHECK(keys.focused() == "fault_phone");
    keys.presses(Keys::Kind::activate);
    CHECK(keys.focused() == "phone");
}

/// Whoever types `text` digit by digit, as a finger does.
void taps_digits(Kiosk& kiosk, const std::string& digits) {
    for (const char digit : digits) kiosk.taps(std::string("key_") + digit);
    kiosk.taps("main");
}

void begins(Kiosk& kiosk) {
    kiosk.taps("start_ru");
    kiosk.session.tells(SessionOpened{"session-1"});
    kiosk.shows();
}

TEST_CASE("a ticket is two taps, and its number stands large on the screen", "[citizen][screens]") {
    Kiosk kiosk;
    begins(kiosk);
    kiosk.taps("menu_ticket");
    kiosk.taps("ticket_question");
    REQUIRE(kiosk.session.page() == Page::ticket_taking);
    kiosk.session.tells(TicketTaken{"A-014", 3, 8});
    kiosk.session.tells(PrintEnded{false});
    kiosk.shows();
    CHECK(kiosk.window->scene().shows("A-014"));
    kiosk.taps("reprint");
    kiosk.session.tells(PrintEnded{true});
    kiosk.shows();
    CHECK_FALSE(kiosk.window->scene().find("reprint"));
    kiosk.taps("main");
    CHECK(kiosk.session.page() == Page::start);
    CHECK_FALSE(kiosk.window->scene().shows("A-014"));
}

TEST_CASE("a home visit can be asked for by tapping", "[citizen][screens]") {
    Kiosk kiosk;
    begins(kiosk);
    kiosk.taps("menu_home");
    kiosk.taps("main");  // consent
    kiosk.taps("visit_another");
    kiosk.taps("main");
    for (int people = 0; people < 2; ++people) {
        kiosk.types("surname", people == 0 ? "Примеров" : "Ветеранов");
        kiosk.types("given_name", "Образец");
        kiosk.taps("main");
    }
    taps_digits(kiosk, "7010000000");
    kiosk.taps("place_351010000");
    kiosk.taps("main");
    kiosk.types("address", "ул. Ержанова, 12");
    kiosk.taps("main");
    for (const char* id : {"visit_cannot_walk", "visit_tuesday", "visit_morning"}) {
        kiosk.taps(id);
        kiosk.taps("main");
    }
    REQUIRE(kiosk.session.page() == Page::visit_check);
    kiosk.taps("main");
    CHECK(kiosk.session.page() == Page::visit_sending);
    kiosk.session.tells(VisitRequested{"KRG03-K1-261123-0015-5"});
    kiosk.shows();
    kiosk.taps("main");
    for (const char* secret : {"Примеров", "Ветеранов", "Ержанова", "KRG03-K1-261123-0015-5"})
        for (const ui::SceneItem& item : kiosk.window->scene().items) {
            CHECK(item.label.find(secret) == std::string::npos);
            CHECK(item.spoken.find(secret) == std::string::npos);
        }
}

TEST_CASE("after a power cut nothing of the session is on the screen before it is claimed",
          "[citizen][screens]") {
    Kiosk kiosk;
    Session before;
    before.for_another = true;
    before.comes_to(Page::check);
    REQUIRE(kiosk.session.flow.restore(before.draft.value(), "session-1"));
    kiosk.shows();
    for (const ui::SceneItem& item : kiosk.window->scene().items)
        for (const char* secret : {"Ардагеров", "Үлгіева", "2505", "7010000000", "Ержанов", "123456"}) {
            CHECK(item.label.find(secret) == std::string::npos);
            CHECK(item.spoken.find(secret) == std::string::npos);
        }
    kiosk.keeps_picture("resume-kk");
    kiosk.taps("resume_stay");
    CHECK(kiosk.session.page() == Page::check);
}

TEST_CASE("a wrong number shows the same words in the summary and at the field", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::identity);
    kiosk.session.types(Field::iin, "250509300010");
    kiosk.session.asks(Act::next);
    kiosk.shows();
    const std::string sentence = ui::Text(catalogues(), ui::Language::kk)(Key::error_iin_check);
    const auto& items = kiosk.window->scene().items;
    const auto says = [&](const ui::SceneItem& item) {
        return item.label.find(sentence) != std::string::npos ||
               item.spoken.find(sentence) != std::string::npos;
    };
    CHECK(std::count_if(items.begin(), items.end(), says) >= 2);
    kiosk.keeps_picture("kk-identity-error");
}

TEST_CASE("questions over the page take every touch", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::phone);
    kiosk.shows();
    kiosk.taps("utility_language");
    kiosk.keeps_picture("kk-language");
    CHECK_FALSE(kiosk.window->tap("main"));
    kiosk.taps("language_en");
    CHECK(kiosk.window->scene().shows("Your telephone number"));
    kiosk.session.waits(kIdleWarning);
    kiosk.shows();
    kiosk.keeps_picture("en-idle");
    kiosk.taps("idle_stay");
    CHECK(kiosk.session.flow.state().overlay == Overlay::none);
    CHECK(kiosk.session.page() == Page::phone);
}

TEST_CASE("large letters and high contrast last until the session ends", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.session.comes_to(Page::menu);
    kiosk.shows();
    kiosk.taps("utility_text_size");
    kiosk.taps("utility_contrast");
    CHECK(kiosk.window->kit().contrast() == ui::Contrast::high);
    kiosk.taps("utility_contrast");
    CHECK(kiosk.window->kit().contrast() == ui::Contrast::dark);
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::large);
    kiosk.keeps_picture("kk-menu-contrast");
    kiosk.taps("finish");
    CHECK(kiosk.window->kit().contrast() == ui::Contrast::calm);
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::normal);
}

}  // namespace
}  // namespace ardager::citizen
