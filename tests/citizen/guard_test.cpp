#include "ui/citizen/guard_ladder.h"

#include "session.h"

namespace ardager::citizen {
namespace {

constexpr std::array kOrder{Rung::record_damaged,  Rung::disk_low, Rung::clock_wrong,
                            Rung::out_of_hours,    Rung::no_shift, Rung::scanner_missing,
                            Rung::printer_missing, Rung::line_down};

bool may(const Board& board, Deed deed) {
    return guard(board).allows(deed);
}

TEST_CASE("with two troubles the more serious one speaks, and only what both leave is allowed",
          "[citizen][guard]") {
    const auto higher = GENERATE(range(std::size_t{0}, kOrder.size()));
    const auto lower = GENERATE(range(std::size_t{0}, kOrder.size()));
    const Rung one = kOrder[std::min(higher, lower)];
    const Rung other = kOrder[std::max(higher, lower)];
    CAPTURE(rung_name(one), rung_name(other));
    const Guard found = guard(board_with({one, other}));
    REQUIRE(found.speaks);
    CHECK(rung_name(*found.speaks) == std::string(rung_name(one)));
    CHECK(found.allowed == (allowed_under(one) & allowed_under(other)));
}

TEST_CASE("a kiosk in order says nothing and does everything", "[citizen][guard]") {
    const Guard found = guard(board_with({}));
    CHECK_FALSE(found.speaks);
    CHECK(found.allowed.all());
    CHECK_FALSE(forbidden_by(board_with({}), Deed::apply));
}

TEST_CASE("each trouble leaves what it does not touch", "[citizen][guard]") {
    struct Row {
        Rung rung;
        Deeds allowed;
    };
    const auto of = [](std::initializer_list<Deed> deeds) {
        Deeds set;
        for (const Deed deed : deeds) set.set(static_cast<std::size_t>(deed));
        return set;
    };
    using enum Deed;
    const auto row = GENERATE_COPY(values<Row>(
        {{Rung::record_damaged, of({guides})},
         {Rung::disk_low, of({finish, status, scan_receipt, guides, print})},
         {Rung::clock_wrong, of({finish, ticket, visit, status, scan_receipt, guides, print})},
         {Rung::out_of_hours, of({prepare, finish, visit, status, scan_receipt, guides, print})},
         {Rung::no_shift, of({prepare, finish, ticket, visit, status, scan_receipt, guides, print})},
         {Rung::scanner_missing, of({finish, ticket, visit, status, guides, print})},
         {Rung::printer_missing, of({prepare, finish, ticket, visit, status, scan_receipt, guides})},
         {Rung::line_down, Deeds().set()}}));
    CAPTURE(rung_name(row.rung));
    CHECK(guard(board_with({row.rung})).allowed == row.allowed);
}

TEST_CASE("a choice that is not offered names the most serious trouble that forbids it", "[citizen][guard]") {
    const Board board = board_with({Rung::scanner_missing, Rung::printer_missing});
    CHECK(forbidden_by(board, Deed::apply) == Rung::scanner_missing);
    CHECK(forbidden_by(board, Deed::print) == Rung::printer_missing);
    CHECK_FALSE(forbidden_by(board, Deed::ticket));
}

TEST_CASE("what a trouble forbids does not begin from the menu", "[citizen][guard]") {
    const auto rung = GENERATE(from_range(kOrder.begin(), kOrder.end()));
    CAPTURE(rung_name(rung));
    const Board board = board_with({rung});
    Session session;
    session.begins();
    session.tells(BoardChanged{board});
    session.asks(Act::open_application);
    const bool opens = may(board, Deed::apply) || may(board, Deed::prepare);
    CHECK((session.page() == Page::consent) == opens);
    CHECK(session.flow.state().keep_only == (opens && !may(board, Deed::apply)));
    if (opens) session.asks(Act::back);
    session.asks(Act::open_status);
    CHECK((session.page() == Page::status_choose) == may(board, Deed::status));
    if (session.page() != Page::status_choose) return;
    session.asks(Act::lay_receipt);
    CHECK((session.page() == Page::status_receipt) == may(board, Deed::scan_receipt));
}

TEST_CASE("an application that was begun in time is handed in, whatever came meanwhile", "[citizen][guard]") {
    const auto rung = GENERATE(from_range(kOrder.begin() + 1, kOrder.end()));
    CAPTURE(rung_name(rung));
    Session session;
    session.comes_to(Page::check);
    session.tells(BoardChanged{board_with({rung})});
    session.signs();
    session.asks(Act::submit);
    CHECK(session.effect<Submit>());
    CHECK(session.page() == Page::submitting);
}

TEST_CASE("a damaged record takes no application, not even one that was begun", "[citizen][guard]") {
    Session session;
    session.comes_to(Page::check);
    session.tells(BoardChanged{board_with({Rung::record_damaged})});
    session.signs();
    session.asks(Act::submit);
    CHECK_FALSE(session.effect<Submit>());
    CHECK(session.complains(Field::none, Key::error_record_damaged));
}

TEST_CASE("while nobody accepts, an application is filled in without a signature and kept",
          "[citizen][guard]") {
    const auto rung = GENERATE(Rung::out_of_hours, Rung::no_shift, Rung::printer_missing);
    CAPTURE(rung_name(rung));
    Session session;
    session.begins();
    session.tells(BoardChanged{board_with({rung})});
    session.comes_to(Page::check);
    session.asks(Act::submit);
    REQUIRE(session.effect<KeepDraft>());
    CHECK_FALSE(session.effect<Submit>());
    session.tells(DraftKept{"KRG03-K1-261123-0001-X", parse_date("2026-12-23").value()});
    CHECK(session.page() == Page::draft_kept);
}

TEST_CASE("a draft that cannot be kept leads back to the check page", "[citizen][guard]") {
    Session session;
    session.begins();
    session.tells(BoardChanged{board_with({Rung::out_of_hours})});
    session.comes_to(Page::check);
    session.asks(Act::submit);
    session.tells(SubmitFailed{SubmitTrouble::disk, {}});
    CHECK(session.page() == Page::check);
    CHECK(session.complains(Field::none, Key::error_disk));
}

TEST_CASE("a kept draft stays closed while nothing can be done with it", "[citizen][guard]") {
    Session session;
    session.begins();
    session.tells(BoardChanged{board_with({Rung::scanner_missing})});
    session.asks(Act::open_status);
    session.asks(Act::type_number);
    session.types(Field::receipt_number,
                  ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 1).text);
    session.asks(Act::next);
    session.tells(DraftFound{});
    CHECK(session.page() == Page::status_number);
    CHECK(session.complains(Field::receipt_number, Key::guard_scanner));
}

}  // namespace
}  // namespace ardager::citizen
