// What of one citizen's papers the next one can get: nothing.
#include "tests/app/running_kiosk.h"

using namespace ardager;
using namespace ardager::app_test;
using citizen::Page;
using citizen::PrintState;

namespace {

bool comes_to(RunningKiosk& kiosk, Page page, PrintState print) {
    return kiosk.app.turn_until(
        [&] {
            return kiosk.app.flow().state().page == page && kiosk.app.flow().state().outcome.print == print;
        },
        std::chrono::seconds(20));
}

void takes_a_ticket(RunningKiosk& kiosk) {
    for (const char* id : {"start_kk", "menu_ticket", "ticket_question"}) kiosk.taps(id);
}

std::string number_on_screen(RunningKiosk& kiosk) {
    return kiosk.app.flow().state().outcome.number;
}

}  // namespace

TEST_CASE("a paper that failed for one citizen is not printed for the next", "[app][print]") {
    RunningKiosk kiosk;
    kiosk.printer.fail_next_job();
    takes_a_ticket(kiosk);
    REQUIRE(comes_to(kiosk, Page::ticket, PrintState::failed));
    kiosk.turns();
    kiosk.taps("main");
    REQUIRE(kiosk.app.flow().state().page == Page::start);
    CHECK(kiosk.printer.printed().empty());

    takes_a_ticket(kiosk);
    REQUIRE(comes_to(kiosk, Page::ticket, PrintState::printed));
    REQUIRE(kiosk.printer.printed().size() == 1);
    CHECK(kiosk.printer.printed().front().title == number_on_screen(kiosk));
}

TEST_CASE("a paper that comes out late is not taken for the next citizen's", "[app][print]") {
    RunningKiosk kiosk;
    kiosk.printer.set_sheets(0);
    takes_a_ticket(kiosk);
    REQUIRE(comes_to(kiosk, Page::ticket, PrintState::waiting));
    const auto first = number_on_screen(kiosk);
    kiosk.turns();
    kiosk.taps("main");
    takes_a_ticket(kiosk);
    REQUIRE(comes_to(kiosk, Page::ticket, PrintState::waiting));
    REQUIRE(number_on_screen(kiosk) != first);

    kiosk.printer.set_sheets(1);  // the first one's paper alone
    REQUIRE(
        kiosk.app.turn_until([&] { return kiosk.printer.printed().size() == 1; }, std::chrono::seconds(20)));
    CHECK(kiosk.printer.printed().front().title == first);
    kiosk.turns();
    CHECK(kiosk.app.flow().state().outcome.print == PrintState::waiting);
    kiosk.printer.set_sheets(1);
    CHECK(comes_to(kiosk, Page::ticket, PrintState::printed));
    CHECK(kiosk.printer.printed().back().title == number_on_screen(kiosk));
}
