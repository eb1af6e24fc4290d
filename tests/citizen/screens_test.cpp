// The pages on the real kit: every page in three languages, and the whole application by tapping widgets.
// Set ARDAGER_SCREENSHOTS to a folder to keep the pictures; `./dev screens` does.
#include "kiosk_at_hand.h"

namespace ardager::citizen {
namespace {

constexpr std::array kPages{Page::start,
                            Page::menu,
                            Page::consent,
                            Page::applicant,
                            Page::representative,
                            Page::identity,
                            Page::identity_confirm,
                            Page::name,
                            Page::birth_date,
                            Page::phone,
                            Page::place,
                            Page::address,
                            Page::pickup,
                            Page::document_kind,
                            Page::document_number,
                            Page::scan,
                            Page::check,
                            Page::submitting,
                            Page::accepted,
                            Page::incomplete,
                            Page::draft_kept,
                            Page::refused,
                            Page::status_number,
                            Page::status,
                            Page::home_visit,
                            Page::other_services,
                            Page::status_choose,
                            Page::status_receipt,
                            Page::status_identity,
                            Page::guide_who,
                            Page::guide,
                            Page::information};

TEST_CASE("every page shows its words whole in three languages", "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru", "en");
    const auto page = GENERATE(from_range(kPages.begin(), kPages.end()));
    CAPTURE(language, page_name(page));
    Kiosk kiosk;
    kiosk.goes_to(page);
    if (page != Page::start) kiosk.session.asks(Act::set_language, language);
    kiosk.shows();
    REQUIRE(kiosk.session.page() == page);
    CHECK(faults(kiosk.window->scene()) == "");
    CHECK(kiosk.window->scene().find("utility_help"));
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
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::large);
    kiosk.keeps_picture("kk-menu-contrast");
    kiosk.taps("finish");
    CHECK(kiosk.window->kit().contrast() == ui::Contrast::calm);
    CHECK(kiosk.window->kit().text_size() == ui::TextSize::normal);
}

}  // namespace
}  // namespace ardager::citizen
