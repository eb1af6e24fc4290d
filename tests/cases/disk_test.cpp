#include "kiosk/cases/print_receipt.h"
#include "tests/cases/disk_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;
TEST_CASE("a disk that fails while accepting leaves the application accepted or not there", "[cases]") {
    struct Fault {
        DiskOperation operation;
        DiskFault fault;
    };
    const auto fault = GENERATE(Fault{DiskOperation::sync, DiskFault::input_output},
                                Fault{DiskOperation::write, DiskFault::input_output},
                                Fault{DiskOperation::write, DiskFault::full});
    const unsigned skip = GENERATE(range(0U, 12U));
    CAPTURE(static_cast<int>(fault.operation), static_cast<int>(fault.fault), skip);
    DiskBranch branch(skip + 1);
    good(accept_application(*branch.office, complete_draft()));
    branch.disk.arm_fault(fault.operation, fault.fault, skip);
    const auto accepted = accept_application(*branch.office, complete_draft());
    branch.disk.disarm();
    if (!accepted) {
        INFO(words_of(accepted.error()));
        CHECK(accepted.error().code == Code::disk);
    }
    // What was said is true now, and after the power goes as well.
    const std::size_t promised = accepted ? 2 : 1;
    CHECK(branch.applications() == promised);
    branch.disk.crash(branch.random);
    good(branch.opens());
    CHECK(branch.applications() == promised);
    CHECK(good(branch.office->journal().verify()).entries == promised);
    good(accept_application(*branch.office, complete_draft()));
}

TEST_CASE("a printed copy is counted or the paper is not given", "[cases]") {
    const unsigned skip = GENERATE(range(0U, 4U));
    CAPTURE(skip);
    DiskBranch branch(skip + 1);
    const auto number = good(accept_application(*branch.office, complete_draft())).number;
    branch.disk.arm_fault(DiskOperation::sync, DiskFault::input_output, skip);
    const auto printed = print_receipt(*branch.office, number, {});
    branch.disk.disarm();
    const auto row = good(find_application(branch.office->journal().reader().database(), number));
    CHECK(row.prints == (printed ? 1U : 0U));
}

TEST_CASE("a commit of unknown outcome outside a case leaves a record that opens again", "[cases]") {
    DiskBranch branch(1);
    const auto number = good(accept_application(*branch.office, complete_draft())).number;
    const wire::FeedItem item{1, "item", "decision.granted", branch.clock.now(), {{"number", number.text}}};
    branch.disk.arm_fault(DiskOperation::sync, DiskFault::input_output, 0);
    const auto applied = apply_feed(*branch.office, {item}, 1);
    branch.disk.disarm();
    REQUIRE_FALSE(applied);
    CHECK(applied.error().code == Code::outcome_unknown);
    CHECK(branch.office->journal().closed());
    CHECK_FALSE(accept_application(*branch.office, complete_draft()));
    good(branch.office->reopen_if_closed());
    good(apply_feed(*branch.office, {item}, 1));
    good(apply_feed(*branch.office, {item}, 1));
    const auto row = good(find_application(branch.office->journal().reader().database(), number));
    CHECK(row.state == ApplicationState::granted);
    CHECK(branch.office->journal().head().seq == 2);
    good(accept_application(*branch.office, complete_draft()));
}

TEST_CASE("below the reserve nothing new is begun, but what is open is finished and printed", "[cases]") {
    DiskBranch branch(1);
    const auto number = good(accept_application(*branch.office, complete_draft())).number;
    branch.free = 1000;
    good(branch.office->journal().settle());
    const auto accepted = accept_application(*branch.office, complete_draft());
    REQUIRE_FALSE(accepted);
    CHECK(accepted.error().code == Code::disk_reserved);
    good(print_receipt(*branch.office, number, {}));
    auto open = complete_draft();
    open.begun_with_room = true;
    good(accept_application(*branch.office, open));
}
