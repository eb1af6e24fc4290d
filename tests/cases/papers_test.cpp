#include "kiosk/cases/compose_paper.h"
#include "kiosk/receipts/draw.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

template <class Paper>
Paper as(const receipts::Receipt& receipt) {
    REQUIRE(std::holds_alternative<Paper>(receipt));
    return std::get<Paper>(receipt);
}

}  // namespace

TEST_CASE("a ticket's slip says what the person was told", "[cases][queue]") {
    Branch branch;
    good(issue_ticket(*branch.office, {}));
    const auto ticket = good(issue_ticket(*branch.office, {"veteran-certificate", "kk"}));
    const auto slip = as<receipts::TicketSlip>(compose_ticket_slip(*branch.office, ticket));
    CHECK(slip.number == "A-002");
    CHECK(slip.waiting_before == 1);
    CHECK(slip.purpose.kk == "Ұлы Отан соғысының ардагерлеріне куәлік беру");
    CHECK(slip.branch.code == "KRG03");
}

TEST_CASE("a visit's slip names the papers to have ready and nobody", "[cases][visits]") {
    Branch branch;
    VisitDraft draft;
    draft.person = {"Ардагеров", "Сынақ", "", ""};
    draft.phone = "+77010000000";
    draft.kato = "351010000";
    draft.address = "Ержанов к-сі, 12";
    draft.reason = "other";
    draft.consent = true;
    const auto number = good(request_visit(*branch.office, draft)).number;
    const auto slip = as<receipts::VisitSlip>(good(compose_visit_slip(*branch.office, number)));
    CHECK(slip.number == number);
    REQUIRE(slip.documents.size() == 1);
    CHECK(slip.documents[0].kk.find("әскери билет") != std::string::npos);
    const auto unknown = ReceiptNumber::make({"KRG03", "K1"}, branch.clock.today(), 9);
    CHECK(compose_visit_slip(*branch.office, unknown).error().code == Code::not_found);
}

TEST_CASE("a checklist is the portal service's own standard", "[cases][guides]") {
    Branch branch;
    const auto list = as<receipts::Checklist>(
        good(compose_checklist(*branch.office, "military-registration", "not_registered_before")));
    CHECK(list.term_days == 3);
    CHECK(list.documents.size() == 4);
    CHECK(list.refusal_grounds.size() == 2);
    CHECK(list.portal == "www.egov.kz");
    CHECK(list.russian_is_translation);
    CHECK(list.extension == LocalText{});
    const auto records =
        as<receipts::Checklist>(good(compose_checklist(*branch.office, "service-records", "")));
    CHECK(records.extension.ru.starts_with("до 90 рабочих дней"));
}

TEST_CASE("no checklist is made up for what a branch accepts or nobody knows", "[cases][guides]") {
    Branch branch;
    const auto code = [&](const char* service, const char* variant) {
        return compose_checklist(*branch.office, service, variant).error().code;
    };
    CHECK(code("veteran-certificate", "") == Code::conflict);
    CHECK(code("no-such-service", "") == Code::not_found);
    CHECK(code("military-registration", "") == Code::not_found);
}

TEST_CASE("every variant of every portal service is drawn in both languages", "[cases][guides]") {
    Branch branch;
    std::size_t drawn = 0;
    for (const auto* standard : branch.office->law.standards.all()) {
        if (standard->accepted_at_branch()) continue;
        std::vector<std::string> variants;
        for (const auto& variant : standard->variants) variants.push_back(variant.id);
        if (variants.empty()) variants.emplace_back();
        for (const auto& variant : variants) {
            const auto paper = good(compose_checklist(*branch.office, standard->service, variant));
            for (const auto language : {receipts::ReceiptLanguage::kk, receipts::ReceiptLanguage::ru}) {
                CHECK(good(receipts::count_pages(branch.office->law.forms, paper, {language})) <= 2);
                ++drawn;
            }
        }
    }
    CHECK(drawn == 12);
}
