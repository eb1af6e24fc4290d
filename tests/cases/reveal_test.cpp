#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/cases/show_status.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

TEST_CASE("the last four digits of the IIN open whose a number is", "[cases][status]") {
    Branch branch;
    const auto number = branch.accepts().number;
    const auto personal = good(reveal_status(*branch.office, number, "0018"));
    CHECK(personal.applicant == "С. Т. Ардагеров");
    REQUIRE(personal.documents.size() == 1);
    CHECK(personal.documents[0].kk == "Әскери билет");
    CHECK(personal.pickup == branch.office->config.branch_name);
}

TEST_CASE("a person without a patronymic has one initial", "[cases][status]") {
    Branch branch;
    auto draft = complete_draft();
    draft.applicant.given_name = "Әсем";
    draft.applicant.patronymic.clear();
    CHECK(good(reveal_status(*branch.office, branch.accepts(draft).number, "0018")).applicant ==
          "Ә. Ардагеров");
}

TEST_CASE("a refused package shows its person and nothing that was accepted", "[cases][status]") {
    Branch branch;
    const auto refused = good(refuse_acceptance(*branch.office, incomplete_draft()));
    const auto personal = good(reveal_status(*branch.office, refused.number, "0018"));
    CHECK(personal.applicant == "С. Т. Ардагеров");
    CHECK(personal.documents.empty());
    CHECK(personal.pickup == LocalText{});
}

TEST_CASE("wrong digits open nothing, and the error is the same for each of them", "[cases][status]") {
    Branch branch;
    const auto number = branch.accepts().number;
    std::set<std::string> words;
    for (const auto* digits : {"1018", "0118", "0028", "0017", "9999", "2505"}) {
        const auto refused = reveal_status(*branch.office, number, digits);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::not_allowed);
        words.insert(words_of(refused.error()));
    }
    CHECK(words.size() == 1);
    CHECK(words.begin()->find("0018") == std::string::npos);
    for (const auto* digits : {"", "018", "00018", "001a", "٠٠١٨"})
        CHECK(reveal_status(*branch.office, number, digits).error().fields.at(0).field == "last_four");
    const auto unknown = ReceiptNumber::make({"KRG03", "K1"}, branch.clock.today(), 77);
    CHECK(reveal_status(*branch.office, unknown, "0018").error().code == Code::not_found);
}

TEST_CASE("a session has three wrong tries for each number", "[cases][status]") {
    const ReceiptNumber one{"one"};
    const ReceiptNumber other{"other"};
    IdentityTries tries;
    for (unsigned left = 3; left > 0; --left) {
        CHECK(tries.left(one) == left);
        CHECK(tries.may_try(one));
        tries.count_wrong(one);
    }
    CHECK_FALSE(tries.may_try(one));
    tries.count_wrong(one);
    CHECK(tries.left(one) == 0);
    CHECK(tries.may_try(other));
}
