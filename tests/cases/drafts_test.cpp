#include "kiosk/cases/keep_draft.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

const Json kAnswers{{"service", "veteran-certificate"}, {"applicant", {{"surname", "Ардагеров"}}}};

std::vector<KeptPage> two_pages() {
    return {{"scan-1", page(1)}, {"scan-2", page(2, 3'000'000)}};
}

std::size_t stored_drafts(Branch& branch) {
    return good(branch.office->journal().draft_sessions("")).size();
}

}  // namespace

TEST_CASE("a kept draft is found again by its number, also after a restart", "[cases]") {
    Branch branch;
    const auto number = good(keep_draft(*branch.office, kAnswers, two_pages()));
    CHECK(branch.head().seq == 0);  // nothing was accepted
    branch.opens();
    const auto draft = good(find_kept_draft(*branch.office, number));
    REQUIRE(draft);
    CHECK(draft->answers == kAnswers);
    REQUIRE(draft->pages.size() == 2);
    CHECK(draft->pages[0].id == "scan-1");
    CHECK(draft->pages[0].jpeg == page(1));
    CHECK(draft->pages[1].jpeg == page(2, 3'000'000));
    CHECK(iso_date(draft->until) == "2026-12-23");
}

TEST_CASE("a number without a draft has none", "[cases]") {
    Branch branch;
    const auto accepted = branch.accepts().number;
    CHECK_FALSE(good(find_kept_draft(*branch.office, accepted)));
}

TEST_CASE("a draft can be taken up on its last day and is wiped after it", "[cases]") {
    Branch branch;
    const auto number = good(keep_draft(*branch.office, kAnswers, two_pages()));
    branch.clock.advance(std::chrono::hours(24) * 30);
    CHECK(good(find_kept_draft(*branch.office, number)));
    branch.clock.advance(std::chrono::hours(24));
    CHECK_FALSE(good(find_kept_draft(*branch.office, number)));
    CHECK(stored_drafts(branch) == 0);
}

TEST_CASE("drafts that nobody asks for again are wiped when their days are over", "[cases]") {
    Branch branch;
    const auto older = good(keep_draft(*branch.office, kAnswers, two_pages()));
    branch.clock.advance(std::chrono::hours(24) * 10);
    const auto newer = good(keep_draft(*branch.office, kAnswers, {}));
    good(branch.office->journal().save_draft("session-1", "typing"));
    good(branch.office->journal().save_draft("kept/KRG03-K1-261123-0099-0/scan", "left by a power cut"));
    branch.clock.advance(std::chrono::hours(24) * 21);
    good(wipe_expired_drafts(*branch.office));
    CHECK(stored_drafts(branch) == 2);  // the newer one and the open session
    CHECK(good(find_kept_draft(*branch.office, newer)));
    CHECK_FALSE(good(find_kept_draft(*branch.office, older)));
}

TEST_CASE("a wiped draft is gone and others stay", "[cases]") {
    Branch branch;
    const auto first = good(keep_draft(*branch.office, kAnswers, two_pages()));
    const auto second = good(keep_draft(*branch.office, kAnswers, two_pages()));
    CHECK(first.text != second.text);
    good(wipe_kept_draft(*branch.office, first));
    CHECK_FALSE(good(find_kept_draft(*branch.office, first)));
    CHECK(good(find_kept_draft(*branch.office, second)));
}
