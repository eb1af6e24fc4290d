// The pages beside the application by tapping widgets on the real kit, and what the guard ladder shows.
#include "tests/citizen/page_tour.h"
#include "tests/citizen/said_aloud.h"

namespace ardager::citizen {
namespace {

std::string say(const char* language, Key key) {
    return ui::Text(catalogues(), must(ui::parse_language(language)))(key);
}

const std::string& looked_up() {
    static const std::string kNumber =
        ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 14).text;
    return kNumber;
}

/// At the menu, as a person who chose the language sees it.
void starts(Kiosk& kiosk, const std::string& language) {
    kiosk.taps("start_" + language);
    kiosk.session.tells(SessionOpened{"session-1"});
    kiosk.shows();
}

TEST_CASE("a receipt is laid on the scanner, its state shown, and four digits show whose it is",
          "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru");
    Kiosk kiosk;
    starts(kiosk, language);
    kiosk.taps("menu_status");
    kiosk.taps("status_by_receipt");
    kiosk.taps("scan");
    REQUIRE(kiosk.session.flow.state().scanning);
    kiosk.session.tells(ReceiptRead{*kiosk.session.flow.state().scanning, looked_up()});
    StatusFound found;
    found.number = looked_up();
    found.accepted_on = parse_date("2026-11-23").value();
    found.due = parse_date("2026-11-24").value();
    kiosk.session.tells(found);
    kiosk.shows();
    kiosk.taps("show_more");
    for (const char digit : std::string("0018")) kiosk.taps(std::string("key_") + digit);
    kiosk.taps("main");
    REQUIRE(kiosk.session.effect<Reveal>());
    kiosk.session.tells(Revealed{"С. Т. Ардагеров",
                                 {{"Әскери билет", "Военный билет", "Military ID"}},
                                 {"№ 3 бөлім, Қарағанды қ.", "Отдел № 3, г. Караганда", "Department No. 3"}});
    kiosk.shows();
    REQUIRE(kiosk.session.page() == Page::status);
    CHECK(kiosk.window->scene().shows("С. Т. Ардагеров"));
    CHECK(faults(kiosk.window->scene()) == "");
    CHECK(spoken_faults(kiosk.window->scene(), ui::Text(catalogues(), must(ui::parse_language(language)))) ==
          "");
    kiosk.keeps_picture(std::string(language) + "-status-revealed");
    kiosk.taps("finish");
    CHECK_FALSE(kiosk.window->scene().shows("С. Т. Ардагеров"));
}

TEST_CASE("a forged receipt is answered on the page, and the number can be typed instead",
          "[citizen][screens]") {
    Kiosk kiosk;
    starts(kiosk, "ru");
    kiosk.taps("menu_status");
    kiosk.taps("status_by_receipt");
    kiosk.taps("scan");
    kiosk.session.tells(ReceiptUnread{*kiosk.session.flow.state().scanning, ReceiptTrouble::forged});
    kiosk.shows();
    CHECK(kiosk.window->scene().shows(say("ru", Key::error_receipt_forged)));
    kiosk.keeps_picture("ru-status_receipt-forged");
    kiosk.taps("back");
    kiosk.taps("status_by_number");
    CHECK(kiosk.session.page() == Page::status_number);
}

TEST_CASE("the guide of each sub-type is opened, read and printed by tapping", "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru", "en");
    const auto variant =
        GENERATE("new_citizen", "discharged", "released", "women_with_specialty", "not_registered_before");
    CAPTURE(language, variant);
    Kiosk kiosk;
    starts(kiosk, language);
    kiosk.taps("menu_other");
    kiosk.taps("service_military-registration");
    kiosk.taps(std::string("who_") + variant);
    REQUIRE(kiosk.session.page() == Page::guide);
    CHECK(faults(kiosk.window->scene()) == "");
    CHECK(kiosk.window->scene().shows("www.egov.kz"));
    CHECK(kiosk.window->scene().shows(say(language, Key::guide_translation)) ==
          (std::string(language) != "kk"));
    kiosk.taps("print_guide");
    REQUIRE(kiosk.session.effect<PrintChecklist>());
    CHECK(kiosk.session.effect<PrintChecklist>()->variant == variant);
    kiosk.session.tells(PrintEnded{true});
    kiosk.shows();
    const bool blank = std::string(variant) == "not_registered_before";
    CHECK((kiosk.window->scene().find("print_blank") != nullptr) == blank);
}

TEST_CASE("every information page is opened by tapping and shows its words whole", "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru", "en");
    const auto page =
        GENERATE("registration-at-17", "training-fitness", "paid-training", "military-department");
    CAPTURE(language, page);
    Kiosk kiosk;
    starts(kiosk, language);
    kiosk.taps("menu_other");
    kiosk.taps(std::string("information_") + page);
    REQUIRE(kiosk.session.page() == Page::information);
    CHECK(faults(kiosk.window->scene()) == "");
}

TEST_CASE("every trouble is told on the menu, and a choice that is not offered says why",
          "[citizen][screens][guard]") {
    const auto language = GENERATE("kk", "ru", "en");
    const auto rung = GENERATE(Rung::record_damaged, Rung::disk_low, Rung::clock_wrong, Rung::out_of_hours,
                               Rung::no_shift, Rung::scanner_missing, Rung::printer_missing);
    CAPTURE(language, rung_name(rung));
    Kiosk kiosk;
    kiosk.session.tells(BoardChanged{board_with({rung})});
    kiosk.shows();
    CHECK(kiosk.window->scene().shows(say("kk", sentence_of(rung))));
    starts(kiosk, language);
    const ui::Scene& scene = kiosk.window->scene();
    CHECK(scene.shows(say(language, sentence_of(rung))));
    CHECK(scene.shows(say(language, reason_of(rung))));
    const Guard now = guard(board_with({rung}));
    CHECK((scene.find("menu_apply") != nullptr) == (now.allows(Deed::apply) || now.allows(Deed::prepare)));
    CHECK((scene.find("menu_status") != nullptr) == now.allows(Deed::status));
    CHECK(scene.find("menu_other"));
    CHECK(faults(scene) == "");
    kiosk.keeps_picture(std::string(language) + "-menu-" + rung_name(rung));
}

TEST_CASE("out of hours the check page keeps the application instead of sending it", "[citizen][screens]") {
    const auto language = GENERATE("kk", "ru");
    Kiosk kiosk;
    kiosk.session.begins(language);
    kiosk.session.tells(BoardChanged{board_with({Rung::out_of_hours})});
    kiosk.session.comes_to(Page::check);
    kiosk.shows();
    CHECK(kiosk.window->scene().shows(say(language, Key::check_keep)));
    CHECK_FALSE(kiosk.window->scene().find("signature"));
    CHECK(faults(kiosk.window->scene()) == "");
    kiosk.keeps_picture(std::string(language) + "-check-keep");
    kiosk.taps("main");
    CHECK(kiosk.session.effect<KeepDraft>());
}

}  // namespace
}  // namespace ardager::citizen
