// The kiosk by keys alone: a plain keyboard or a keypad of few keys, no finger.
#include "tests/citizen/page_tour.h"

namespace ardager::citizen {
namespace {

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

}  // namespace
}  // namespace ardager::citizen
