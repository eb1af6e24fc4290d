#include "ui/session_draft.h"

#include "tests/cases/office_fixture.h"
#include "ui/citizen/flow.h"
#include "ui/citizen/tuning.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

constexpr const char* kSession = "session/00112233445566778899aabbccddeeff";

/// The draft of somebody who stands at the scanner, as the flow itself writes it.
Json draft_at_scan() {
    citizen::CitizenState state;
    state.answers.applicant.surname = "Ардагеров";
    state.answers.documents = {{"military_id", "НО 123456", {"page-1", "page-2"}}};
    return {{"session", kSession},
            {"page", "scan"},
            {"answers", citizen::answers_to_json(state.answers)},
            {"visit", citizen::visit_to_json(state.visit)},
            {"pages", {{{"id", "page-1"}, {"quality", "ok"}}, {{"id", "page-2"}, {"quality", "ok"}}}},
            {"authority_pages", Json::array()},
            {"card", {{"read", false}, {"latin_name", ""}}},
            {"representative_card", {{"read", false}, {"latin_name", ""}}},
            {"keep_only", false},
            {"birth_differs", false}};
}

void keep_session(Branch& branch) {
    good(save_session_draft(*branch.office, kSession, draft_at_scan()));
    save_session_page(*branch.office, kSession, {"page-1", page(1)});
}

std::size_t stored_drafts(Branch& branch) {
    return good(branch.office->journal().draft_sessions("")).size();
}

}  // namespace

TEST_CASE("after a power cut the session of a moment ago goes on with its pages", "[ui]") {
    Branch branch;
    keep_session(branch);
    branch.clock.advance(citizen::kIdleWarning + citizen::kIdleCountdown);
    branch.opens();
    auto session = good(take_up_session(*branch.office));
    REQUIRE(session);
    CHECK(session->id == kSession);
    REQUIRE(session->pages.size() == 1);
    CHECK(session->pages[0].jpeg == page(1));

    citizen::CitizenFlow flow({});
    REQUIRE(flow.restore(session->draft, session->id));
    CHECK(flow.state().overlay == citizen::Overlay::resume);
    CHECK(flow.state().answers.applicant.surname == "Ардагеров");
    // The second page never reached the disk: it is scanned again.
    CHECK(flow.state().pages.size() == 1);
    CHECK(flow.state().answers.documents.front().files == std::vector<std::string>{"page-1"});
}

TEST_CASE("a session that nobody can still stand at is wiped at the start", "[ui]") {
    const auto rest = GENERATE(Milliseconds(1), Milliseconds(86'400'000), Milliseconds(-3'600'000));
    Branch branch;
    keep_session(branch);
    branch.clock.set(branch.clock.now() + citizen::kIdleWarning + citizen::kIdleCountdown + rest);
    branch.opens();
    CHECK_FALSE(good(take_up_session(*branch.office)));
    CHECK(stored_drafts(branch) == 0);
}

TEST_CASE("of two sessions neither goes on", "[ui]") {
    Branch branch;
    keep_session(branch);
    good(save_session_draft(*branch.office, "session/ffeeddccbbaa99887766554433221100", draft_at_scan()));
    branch.opens();
    CHECK_FALSE(good(take_up_session(*branch.office)));
    CHECK(stored_drafts(branch) == 0);
}

TEST_CASE("a draft that is no session's is wiped and stops nothing", "[ui]") {
    Branch branch;
    good(branch.office->journal().save_draft(kSession, GENERATE("", "[]", "{}", R"({"saved_at": "now"})")));
    branch.opens();
    CHECK_FALSE(good(take_up_session(*branch.office)));
    CHECK(stored_drafts(branch) == 0);
}

TEST_CASE("what was sent is not offered again after a power cut", "[ui]") {
    Branch branch;
    keep_session(branch);
    close_session_draft(*branch.office, kSession);
    branch.opens();
    CHECK_FALSE(good(take_up_session(*branch.office)));
    CHECK(stored_drafts(branch) == 0);
}

TEST_CASE("drafts that were kept for later outlive the sessions", "[ui]") {
    Branch branch;
    const auto number = good(keep_draft(*branch.office, Json::object(), {}));
    branch.opens();
    CHECK_FALSE(good(take_up_session(*branch.office)));
    CHECK(good(find_kept_draft(*branch.office, number)));
}
