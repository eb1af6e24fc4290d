#include "session.h"

namespace ardager::citizen {
namespace {

const std::string& number() {
    static const std::string kNumber =
        ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 14).text;
    return kNumber;
}

StatusFound found() {
    StatusFound status;
    status.number = number();
    status.accepted_on = parse_date("2026-11-23").value();
    return status;
}

Session at_the_scanner() {
    Session session;
    session.begins();
    session.asks(Act::open_status);
    session.asks(Act::lay_receipt);
    session.asks(Act::scan);
    return session;
}

Session at_the_status() {
    Session session = at_the_scanner();
    session.tells(ReceiptRead{*session.flow.state().scanning, number()});
    session.tells(found());
    return session;
}

void tries(Session& session, const char* digits) {
    session.asks(Act::show_more);
    session.types(Field::last_four, digits);
    session.asks(Act::next);
}

TEST_CASE("the receipt on the scanner leads to its state without typing", "[citizen][status]") {
    Session session = at_the_scanner();
    REQUIRE(session.effect<ScanReceipt>());
    session.tells(ReceiptRead{session.effect<ScanReceipt>()->ticket, number()});
    REQUIRE(session.effect<LookUp>());
    CHECK(session.effect<LookUp>()->number == number());
    session.tells(found());
    CHECK(session.page() == Page::status);
    CHECK(session.flow.state().pages.empty());
    session.asks(Act::back);
    CHECK(session.page() == Page::status_choose);
}

TEST_CASE("paper that is no receipt of this kiosk is answered with a sentence", "[citizen][status]") {
    struct Row {
        ReceiptTrouble trouble;
        Key message;
    };
    const auto row = GENERATE(values<Row>({{ReceiptTrouble::no_code, Key::error_receipt_no_code},
                                           {ReceiptTrouble::other, Key::error_receipt_other},
                                           {ReceiptTrouble::forged, Key::error_receipt_forged}}));
    Session session = at_the_scanner();
    session.tells(ReceiptUnread{*session.flow.state().scanning, row.trouble});
    CHECK(session.page() == Page::status_receipt);
    CHECK(session.complains(Field::scan, row.message));
    session.asks(Act::scan);
    CHECK(session.effect<ScanReceipt>());
}

TEST_CASE("the scanner's trouble with a receipt says what to do", "[citizen][status]") {
    Session session = at_the_scanner();
    session.tells(ScanFailed{*session.flow.state().scanning, ScanTrouble::jammed});
    CHECK(session.complains(Field::scan, Key::error_scan_jammed));
}

TEST_CASE("a receipt that was read after the person went on changes nothing", "[citizen][status]") {
    Session session = at_the_scanner();
    const auto late = *session.flow.state().scanning;
    session.asks(Act::back);
    CHECK(session.effect<CancelScan>());
    session.tells(ReceiptRead{late, number()});
    CHECK(session.page() == Page::status_choose);
    CHECK_FALSE(session.effect<LookUp>());
}

TEST_CASE("a genuine receipt whose number is not in the record says so where it was laid",
          "[citizen][status]") {
    Session session = at_the_scanner();
    session.tells(ReceiptRead{*session.flow.state().scanning, number()});
    session.tells(StatusMissing{});
    CHECK(session.page() == Page::status_receipt);
    CHECK(session.complains(Field::scan, Key::error_receipt_unknown));
}

TEST_CASE("four digits of the IIN show whose the number is, until another is looked up",
          "[citizen][status]") {
    Session session = at_the_status();
    tries(session, "0018");
    REQUIRE(session.effect<Reveal>());
    CHECK(session.effect<Reveal>()->last_four == "0018");
    CHECK(session.effect<Reveal>()->number == number());
    CHECK(session.flow.state().last_four.empty());
    const Revealed person{"С. Т. Ардагеров", {{"Әскери билет", "Военный билет", "Military ID"}}, {}};
    session.tells(person);
    CHECK(session.page() == Page::status);
    CHECK(session.flow.state().revealed == person);
    session.asks(Act::back);
    session.asks(Act::type_number);
    session.types(Field::receipt_number, number());
    session.asks(Act::next);
    session.tells(found());
    CHECK_FALSE(session.flow.state().revealed);
}

TEST_CASE("fewer than four digits are not tried", "[citizen][status]") {
    Session session = at_the_status();
    tries(session, "001");
    CHECK_FALSE(session.effect<Reveal>());
    CHECK(session.complains(Field::last_four, Key::error_last_four));
}

TEST_CASE("three wrong tries close the personal part for the session, for every number",
          "[citizen][status]") {
    Session session = at_the_status();
    tries(session, "0000");
    session.tells(NotRevealed{});
    CHECK(session.page() == Page::status_identity);
    CHECK(session.complains(Field::last_four, Key::error_last_four_wrong));
    session.types(Field::last_four, "1111");
    session.asks(Act::next);
    session.tells(NotRevealed{});
    session.asks(Act::back);
    CHECK(session.flow.state().reveal_tries == 2);
    tries(session, "2222");
    session.tells(NotRevealed{});
    CHECK(session.page() == Page::status);
    session.asks(Act::show_more);
    CHECK(session.page() == Page::status);
    session.asks(Act::finish);
    CHECK(session.flow.state().reveal_tries == 0);
}

}  // namespace
}  // namespace ardager::citizen
