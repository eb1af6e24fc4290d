#include "kiosk/cases/refuse_acceptance.h"

#include "kiosk/cases/check_application.h"

namespace ardager {
namespace {

Json describe_missing(const std::vector<MissingRequirement>& missing) {
    Json out = Json::array();
    for (const auto& requirement : missing) out.push_back(requirement.id);
    return out;
}

}  // namespace

Result<Refused> refuse_acceptance(Office& office, const ApplicationDraft& draft) {
    TRY(check_ready_to_accept(office.config));
    const Instant now = office.clock.now();
    const Date today = local_date(now);
    auto checked = TRY(check_application(office, draft, today));
    if (checked.missing.empty())
        return fail(Code::conflict, "nothing is missing: the package can be accepted");
    auto work = TRY(office.begin());
    const auto number = TRY(work->next_number(today));
    Json payload{
        {"number", number.text},
        {"service", checked.standard->service},
        {"standard_version", checked.standard->version},
        {"language", checked.language},
        {"refused_at", iso_instant(now)},
        {"applicant", std::move(checked.applicant)},
        {"missing", describe_missing(checked.missing)},
        {"channel", draft.channel},
        {"employee", {{"name", office.config.employee_name}, {"phone", office.config.employee_phone}}},
    };
    const auto entry = TRY(work->append("acceptance.refused", std::move(payload)));
    TRY(office.keep(std::move(work), entry.id));
    return Refused{number, entry.id, entry.seq, std::move(checked.missing)};
}

}  // namespace ardager
