// Every page in three languages, and whole errands by tapping widgets.
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

TEST_CASE("a relative applies for a veteran by tapping: who signs, on what authority, for whom",
          "[citizen][screens]") {
    Kiosk kiosk;
    begins(kiosk);
    kiosk.taps("menu_apply");
    kiosk.taps("main");  // consent
    kiosk.taps("applicant_another");
    kiosk.taps("main");
    taps_digits(kiosk, kOtherIin);
    kiosk.taps("main");  // the number is right
    kiosk.types("surname", "Үлгіева");
    kiosk.types("given_name", "Сынама");
    kiosk.taps("main");
    taps_digits(kiosk, "7010000001");
    REQUIRE(kiosk.session.page() == Page::authority);
    kiosk.taps("main");
    CHECK(kiosk.session.page() == Page::authority);  // a question that wants its own answer
    kiosk.taps("authority_power_of_attorney");
    kiosk.taps("main");
    kiosk.types("document_number", "1-45");
    kiosk.taps("main");
    kiosk.taps("scan");
    kiosk.session.tells(ScanDone{*kiosk.session.flow.state().scanning, "a1", PageQuality::ok, paper()});
    kiosk.shows();
    kiosk.taps("main");
    REQUIRE(kiosk.session.page() == Page::identity);
    taps_digits(kiosk, kIin);
    kiosk.taps("main");
    const ApplicationAnswers& answers = kiosk.session.flow.state().answers;
    REQUIRE(answers.representative);
    CHECK(answers.representative->iin == kOtherIin);
    CHECK(answers.representative->surname == "Үлгіева");
    CHECK(answers.representative->authority == "power_of_attorney");
    CHECK(answers.representative->document.files == std::vector<std::string>{"a1"});
    CHECK(answers.applicant.iin == kIin);
}

TEST_CASE("nothing of one citizen is shown, said or kept for the next", "[citizen][screens]") {
    Kiosk kiosk;
    kiosk.session.for_another = true;
    kiosk.session.comes_to(Page::scan);
    kiosk.session.asks(Act::scan);
    kiosk.session.tells(ScanDone{*kiosk.session.flow.state().scanning, "p1", PageQuality::ok, paper()});
    kiosk.shows();
    REQUIRE(kiosk.window->picture_bytes() > 0);
    kiosk.session.comes_to(Page::check);
    kiosk.shows();
    REQUIRE(kiosk.window->scene().shows("Ардагеров"));
    kiosk.session.asks(Act::finish);
    kiosk.shows();
    CHECK(kiosk.window->picture_bytes() == 0);
    kiosk.session.for_another = false;
    for (const Page page : {Page::start, Page::menu, Page::identity, Page::status_number, Page::visit_who,
                            Page::ticket_purpose, Page::guide_who}) {
        CAPTURE(page_name(page));
        kiosk.goes_to(page);
        kiosk.shows();
        for (const ui::SceneItem& item : kiosk.window->scene().items)
            for (const char* secret : {"Ардагеров", "Үлгіева", "2505", "701", "Ержанов", "123456"}) {
                CHECK(item.label.find(secret) == std::string::npos);
                CHECK(item.spoken.find(secret) == std::string::npos);
                CHECK(item.value.find(secret) == std::string::npos);
            }
    }
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
    CHECK_FALSE(kiosk.window->tap("main"));
    kiosk.taps("language_en");
    CHECK(kiosk.window->scene().shows("Your telephone number"));
    kiosk.session.waits(kIdleWarning);
    kiosk.shows();
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
