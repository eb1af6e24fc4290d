#include "kiosk/cases/issue_ticket.h"
#include "kiosk/cases/move_ticket.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;
using std::chrono::minutes;

namespace {

/// A hall: people take tickets, a window calls them; a minute passes with each step.
struct Hall : Branch {
    using Branch::Branch;
    TicketNumber takes(const TicketWish& wish = {}) {
        clock.advance(minutes(1));
        return good(issue_ticket(*office, wish)).number;
    }
    TicketRow calls(const std::string& window = "1") {
        clock.advance(minutes(1));
        return good(call_next(*office, window));
    }
    /// Called, served for so long, finished.
    void serves(minutes length, const std::string& window = "1") {
        const auto number = calls(window).number;
        good(start_service(*office, number));
        clock.advance(length);
        good(end_service(*office, number));
    }
    [[nodiscard]] QueueNow queue() const {
        return good(queue_now(office->journal().reader().database(), clock.today()));
    }
    [[nodiscard]] TicketRow ticket(const TicketNumber& number) const {
        return good(find_ticket(office->journal().reader().database(), clock.today(), number));
    }
};

using Step = std::function<Result<TicketRow>(Office&, const TicketNumber&)>;

const std::map<std::string, Step>& steps() {
    static const std::map<std::string, Step> all{
        {"call", [](Office& office, const auto& number) { return call_ticket(office, number, "1"); }},
        {"recall", [](Office& office, const auto& number) { return recall_ticket(office, number, "1"); }},
        {"no_show", mark_no_show},
        {"start", start_service},
        {"end", end_service},
        {"leave", leave_queue},
    };
    return all;
}

}  // namespace

TEST_CASE("tickets count up through the day and begin again the next", "[cases][queue]") {
    Hall hall;
    CHECK(hall.takes().text == "A-001");
    CHECK(hall.takes({"veteran-certificate", "ru"}).text == "A-002");
    CHECK(hall.ticket({"A-002"}).service == "veteran-certificate");
    CHECK(hall.ticket({"A-002"}).language == "ru");
    hall.opens();
    CHECK(hall.takes().text == "A-003");
    hall.clock.set(at("2026-11-24T09:00"));
    CHECK(hall.takes().text == "A-001");
    CHECK(hall.queue().figures.waiting == 1);
}

TEST_CASE("a device's own letter stands on its tickets", "[cases][queue]") {
    Hall hall([](OfficeConfig& config) { config.ticket_letter = "K"; });
    CHECK(hall.takes().text == "K-001");
}

TEST_CASE("a wish that nobody can serve gives no ticket", "[cases][queue]") {
    Hall hall;
    const auto refused = issue_ticket(*hall.office, {"no-such-service", "de"});
    REQUIRE_FALSE(refused);
    CHECK(words_of(refused.error()) ==
          "invalid_field: the ticket has wrong fields; service / unknown; language / unknown");
    CHECK(hall.head().seq == 0);
}

TEST_CASE("who has waited longest is called first", "[cases][queue]") {
    Hall hall;
    const auto first = hall.takes();
    const auto second = hall.takes();
    CHECK(hall.calls("1").number == first);
    CHECK(hall.calls("2").number == second);
    const auto nobody = call_next(*hall.office, "3");
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == Code::not_now);
}

TEST_CASE("a ticket keeps the moments that the branch's figures are made of", "[cases][queue]") {
    Hall hall;
    const auto number = hall.takes();
    const auto issued = hall.clock.now();
    hall.clock.advance(minutes(7));
    good(call_next(*hall.office, "4"));
    const auto called = hall.clock.now();
    hall.clock.advance(minutes(2));
    good(recall_ticket(*hall.office, number, "4"));
    const auto recalled = hall.clock.now();
    hall.clock.advance(minutes(1));
    good(start_service(*hall.office, number));
    const auto started = hall.clock.now();
    hall.clock.advance(minutes(9));
    const auto row = good(end_service(*hall.office, number));
    CHECK(row.state == TicketState::served);
    CHECK(row.window == "4");
    CHECK(row.calls == 2);
    CHECK(row.issued_at == issued);
    CHECK(row.first_called_at == called);
    CHECK(row.last_called_at == recalled);
    CHECK(row.started_at == started);
    CHECK(row.ended_at == hall.clock.now());
}

TEST_CASE("a step that the ticket's state does not allow says why and keeps nothing", "[cases][queue]") {
    struct Row {
        std::vector<std::string> before;
        std::string step;
        std::string words;  // empty: allowed
    };
    const auto row =
        GENERATE(Row{{}, "call", ""}, Row{{}, "leave", ""},
                 Row{{}, "start", "A-001 cannot be served: it waits and was not called yet"},
                 Row{{}, "end", "A-001 cannot be finished: it waits and was not called yet"},
                 Row{{}, "no_show", "A-001 cannot be marked as not come: it waits and was not called yet"},
                 Row{{}, "recall", "A-001 cannot be called again: it waits and was not called yet"},
                 Row{{"call"}, "call", "A-001 cannot be called: it is called and its service has not begun"},
                 Row{{"call"}, "end", "A-001 cannot be finished: it is called and its service has not begun"},
                 Row{{"call"}, "leave", ""}, Row{{"call"}, "recall", ""}, Row{{"call"}, "no_show", ""},
                 Row{{"call", "start"}, "leave", "A-001 cannot be given up: it is being served"},
                 Row{{"call", "start"}, "recall", "A-001 cannot be called again: it is being served"},
                 Row{{"call", "start"}, "start", "A-001 cannot be served: it is being served"},
                 Row{{"call", "start", "end"}, "call", "A-001 cannot be called: it was served already"},
                 Row{{"call", "start", "end"}, "end", "A-001 cannot be finished: it was served already"},
                 Row{{"call", "no_show"}, "recall", ""},
                 Row{{"call", "no_show"}, "start", "A-001 cannot be served: nobody came when it was called"},
                 Row{{"call", "no_show", "recall"}, "start", ""},
                 Row{{"leave"}, "call", "A-001 cannot be called: the person has left the queue"});
    CAPTURE(row.before, row.step);
    Hall hall;
    const auto number = hall.takes();
    for (const auto& step : row.before) good(steps().at(step)(*hall.office, number));
    const auto before = hall.head();
    const auto done = steps().at(row.step)(*hall.office, number);
    CHECK((done ? "" : done.error().detail) == row.words);
    CHECK(hall.head().seq == before.seq + (done ? 1 : 0));
    if (!done) CHECK(done.error().code == Code::conflict);
}

TEST_CASE("a window with somebody at it calls nobody else", "[cases][queue]") {
    Hall hall;
    hall.takes();
    const auto second = hall.takes();
    hall.calls("1");
    for (const auto& refused : {call_next(*hall.office, "1"), call_ticket(*hall.office, second, "1")}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().detail ==
              "window 1 has A-001: it is called and its service has not begun; "
              "finish that one first");
    }
    CHECK(hall.calls("2").number == second);
}

TEST_CASE("a window is a number from 1 to 99", "[cases][queue]") {
    Hall hall;
    hall.takes();
    for (const auto* window : {"", "0", "01", "100", "A", "1 "}) {
        const auto refused = call_next(*hall.office, window);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fields.at(0).field == "window");
    }
}

TEST_CASE("yesterday's tickets wait for nobody and cannot be called", "[cases][queue]") {
    Hall hall;
    const auto number = hall.takes();
    hall.clock.set(at("2026-11-24T09:00"));
    CHECK(hall.queue().figures.waiting == 0);
    CHECK(call_next(*hall.office, "1").error().code == Code::not_now);
    CHECK(call_ticket(*hall.office, number, "1").error().code == Code::not_found);
}

TEST_CASE("there is no estimate before there is a history, and then it follows the work", "[cases][queue]") {
    Hall hall;
    for (int i = 0; i < 6; ++i) hall.takes();
    for (const int length : {4, 9}) hall.serves(minutes(length));
    CHECK(hall.queue().figures == QueueFigures{4, std::nullopt});
    hall.serves(minutes(5));
    CHECK(hall.queue().figures == QueueFigures{3, 15U});  // three wait, five minutes each, one window
    hall.calls("1");
    CHECK(hall.queue().figures == QueueFigures{2, 15U});  // two wait, one is at the window
    hall.calls("2");
    CHECK(hall.queue().figures == QueueFigures{1, 5U});  // two turns, at two windows
    CHECK(hall.queue().at_windows.at(0).window == "2");
}

TEST_CASE("with a free window nobody waits", "[cases][queue]") {
    Hall hall;
    for (int i = 0; i < 3; ++i) {
        hall.takes();
        hall.serves(minutes(6));
    }
    CHECK(hall.queue().figures == QueueFigures{0, 0U});
    CHECK(good(issue_ticket(*hall.office, {})).before == QueueFigures{0, 0U});
}

TEST_CASE("the queue is the same when it is derived again", "[cases][queue]") {
    Hall hall;
    for (int i = 0; i < 4; ++i) hall.takes();
    hall.serves(minutes(3));
    good(mark_no_show(*hall.office, hall.calls().number));
    hall.calls("2");
    const auto before = good(tickets_of(hall.office->journal().reader().database(), hall.clock.today()));
    good(hall.office->journal().rebuild());
    const auto after = good(tickets_of(hall.office->journal().reader().database(), hall.clock.today()));
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i].state == before[i].state);
        CHECK(after[i].window == before[i].window);
        CHECK(after[i].first_called_at == before[i].first_called_at);
        CHECK(after[i].ended_at == before[i].ended_at);
    }
}
