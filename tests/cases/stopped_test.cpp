#include <atomic>

#include "kiosk/cases/issue_ticket.h"
#include "kiosk/cases/keep_draft.h"
#include "kiosk/cases/move_ticket.h"
#include "kiosk/cases/print_receipt.h"
#include "kiosk/cases/record_thread.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/cases/request_visit.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

void set_stopped(Office& office, std::string_view text) {
    auto work = good(office.journal().begin());
    good(work->put_state(kSyncStopped, text));
    good(work->commit());
}

constexpr const char* kBehind = R"({"at":"2026-11-23T05:00:00Z","code":"behind","detail":"of the test"})";

VisitDraft visit() {
    VisitDraft draft;
    draft.service = "veteran-certificate";
    draft.person.surname = "Ардагеров";
    draft.person.given_name = "Сынақ";
    draft.phone = "+77010000000";
    draft.kato = "351010000";
    draft.address = "Ержанов к-сі, 12";
    draft.reason = "bedridden";
    draft.consent = true;
    return draft;
}

}  // namespace

TEST_CASE("after the sync found another history no case begins anything, until it is settled", "[cases]") {
    Branch branch;
    auto& office = *branch.office;
    const auto number = branch.accepts().number;
    const auto ticket = good(issue_ticket(office, {})).number;
    set_stopped(office, kBehind);
    const Head before = branch.head();
    const auto refused = [](const auto& result) {
        return !result && result.error().code == Code::record_damaged &&
               result.error().detail.find("Recover") != std::string::npos;
    };
    CHECK(refused(accept_application(office, complete_draft())));
    CHECK(refused(refuse_acceptance(office, incomplete_draft())));
    CHECK(refused(issue_ticket(office, {})));
    CHECK(refused(call_ticket(office, ticket, "1")));
    CHECK(refused(request_visit(office, visit())));
    CHECK(refused(keep_draft(office, Json::object(), {})));
    CHECK(good(print_receipt(office, number, {receipts::ReceiptLanguage::kk})).copy_number == 0);
    CHECK(branch.head() == before);
    branch.opens();
    CHECK(refused(accept_application(*branch.office, complete_draft())));
    set_stopped(*branch.office, "");
    (void)branch.accepts();
    CHECK(good(request_visit(*branch.office, visit())).seq == before.seq + 2);
}

TEST_CASE("the record thread tells the screens that nothing more may be written", "[cases]") {
    Branch branch;
    std::atomic<unsigned> rung = 0;
    RecordThread record(std::move(branch.office), [&] { ++rung; });
    REQUIRE(record.run([](Office&) -> Result<void> { return {}; }));
    CHECK(record.standing() == RecordStanding::ready);
    const auto sets = [&](std::string_view text) {
        REQUIRE(record.run([&](Office& office) -> Result<void> {
            set_stopped(office, text);
            return {};
        }));
        REQUIRE(record.run([](Office&) -> Result<void> { return {}; }));
    };
    sets(kBehind);
    CHECK(record.standing() == RecordStanding::damaged);
    CHECK(rung > 0);
    sets("");
    CHECK(record.accepting());
}
