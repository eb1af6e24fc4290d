#include "kiosk/cases/issue_ticket.h"
#include "kiosk/cases/move_ticket.h"
#include "tests/cases/disk_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

unsigned tickets(DiskBranch& branch) {
    return good(count_tickets(branch.office->journal().reader().database(), branch.clock.today()));
}

}  // namespace

TEST_CASE("a disk that fails while a ticket is given leaves it given or not there", "[cases][queue]") {
    struct Fault {
        DiskOperation operation;
        DiskFault fault;
    };
    const auto fault = GENERATE(Fault{DiskOperation::sync, DiskFault::input_output},
                                Fault{DiskOperation::write, DiskFault::input_output},
                                Fault{DiskOperation::write, DiskFault::full});
    const unsigned skip = GENERATE(range(0U, 8U));
    CAPTURE(static_cast<int>(fault.operation), static_cast<int>(fault.fault), skip);
    DiskBranch branch(skip + 1);
    good(issue_ticket(*branch.office, {}));
    branch.disk.arm_fault(fault.operation, fault.fault, skip);
    const auto ticket = issue_ticket(*branch.office, {});
    branch.disk.disarm();
    if (!ticket) {
        INFO(words_of(ticket.error()));
        CHECK(ticket.error().code == Code::disk);
    }
    const unsigned promised = ticket ? 2 : 1;
    CHECK(tickets(branch) == promised);
    branch.disk.crash(branch.random);
    good(branch.opens());
    CHECK(tickets(branch) == promised);
    // A number that nobody was told is given to the next person; one that was told is never given twice.
    CHECK(good(issue_ticket(*branch.office, {})).number.text == (ticket ? "A-003" : "A-002"));
}

TEST_CASE("a call that the disk lost has called nobody", "[cases][queue]") {
    const unsigned skip = GENERATE(range(0U, 4U));
    CAPTURE(skip);
    DiskBranch branch(skip + 1);
    const auto number = good(issue_ticket(*branch.office, {})).number;
    branch.disk.arm_fault(DiskOperation::sync, DiskFault::input_output, skip);
    const auto called = call_next(*branch.office, "1");
    branch.disk.disarm();
    const auto row =
        good(find_ticket(branch.office->journal().reader().database(), branch.clock.today(), number));
    CHECK(row.state == (called ? TicketState::called : TicketState::waiting));
}

TEST_CASE("below the reserve no ticket is given, but those who wait are called and served",
          "[cases][queue]") {
    DiskBranch branch(1);
    good(issue_ticket(*branch.office, {}));
    branch.free = 1000;
    good(branch.office->journal().settle());
    const auto refused = issue_ticket(*branch.office, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::disk_reserved);
    const auto number = good(call_next(*branch.office, "1")).number;
    good(start_service(*branch.office, number));
    CHECK(good(end_service(*branch.office, number)).state == TicketState::served);
}
