#include "kiosk/cases/request_visit.h"

#include "kiosk/rules/iin.h"
#include "kiosk/rules/person.h"

namespace ardager {
namespace {

using Faults = std::vector<FieldFault>;

/// The value, or its faults added to the list.
std::string keep(Result<std::string> result, Faults& faults) {
    if (result) return std::move(*result);
    faults.insert(faults.end(), result.error().fields.begin(), result.error().fields.end());
    return {};
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& choices, std::string_view value) {
    return std::find(choices.begin(), choices.end(), value) != choices.end();
}

Json check_person(const VisitPerson& person, const std::string& path, Faults& faults) {
    Json out{{"surname", keep(check_name(person.surname, path + ".surname"), faults)}};
    out["given_name"] = keep(check_name(person.given_name, path + ".given_name"), faults);
    out["patronymic"] =
        person.patronymic.empty() ? "" : keep(check_name(person.patronymic, path + ".patronymic"), faults);
    if (person.iin.empty()) return out;
    const auto check = check_iin(person.iin);
    if (check.valid)
        out["iin"] = check.iin->text;
    else
        faults.push_back({path + ".iin", check.reason, iin_reason_message(check.reason)});
    return out;
}

void check_service(const Office& office, const VisitDraft& draft, Date today, Faults& faults) {
    const auto standard = office.law.standards.in_force(draft.service, today);
    if (!standard)
        faults.push_back({"service", "unknown", "no such service is in force today"});
    else if (!(*standard)->accepted_at_branch())
        faults.push_back({"service", "portal_only", "this service is applied for on egov.kz only"});
}

Json check_preferred(const VisitDraft& draft, Faults& faults) {
    for (std::size_t i = 0; i < draft.days.size(); ++i) {
        const auto field = "preferred.days[" + std::to_string(i) + "]";
        if (!is_one_of(kVisitDays, draft.days[i]))
            faults.push_back({field, "unknown", "one of monday to saturday"});
        else if (std::find(draft.days.begin(), draft.days.begin() + static_cast<std::ptrdiff_t>(i),
                           draft.days[i]) != draft.days.begin() + static_cast<std::ptrdiff_t>(i))
            faults.push_back({field, "twice", "stands twice"});
    }
    if (!is_one_of(kPartsOfDay, draft.part_of_day))
        faults.push_back({"preferred.part_of_day", "unknown", "one of any, morning, afternoon"});
    return {{"days", draft.days}, {"part_of_day", draft.part_of_day}};
}

Result<Json> check_visit(const Office& office, const VisitDraft& draft, Date today) {
    Faults faults;
    check_service(office, draft, today, faults);
    if (draft.language != "kk" && draft.language != "ru" && draft.language != "en")
        faults.push_back({"language", "unknown", "one of kk, ru, en"});
    Json out{{"service", draft.service}, {"language", draft.language}};
    out["person"] = check_person(draft.person, "person", faults);
    out["requester"] = draft.requester ? check_person(*draft.requester, "requester", faults) : Json(nullptr);
    out["phone"] = keep(normalise_phone(draft.phone, "phone"), faults);
    out["address"] = {{"kato", keep(check_kato(draft.kato, "address.kato"), faults)}};
    out["address"]["text"] = keep(check_address(draft.address, "address.text"), faults);
    if (!is_one_of(kVisitReasons, draft.reason))
        faults.push_back({"reason", "unknown", "one of cannot_walk, bedridden, disability_group_1, other"});
    out["reason"] = draft.reason;
    out["preferred"] = check_preferred(draft, faults);
    if (!draft.consent)
        faults.push_back({"consent", "required",
                          "without consent to the processing of personal data nothing may be kept"});
    out["consent"] = true;
    if (!faults.empty())
        return fail(Error{Code::invalid_field, "the request has wrong fields", std::move(faults)});
    return out;
}

}  // namespace

Result<RequestedVisit> request_visit(Office& office, const VisitDraft& draft) {
    TRY(check_ready_to_accept(office.config));
    const Instant now = office.clock.now();
    const Date today = local_date(now);
    Json payload = TRY(check_visit(office, draft, today));
    if (office.journal().disk_low())
        return fail(Code::disk_reserved, "the disk is nearly full; free space before new requests are taken");
    auto work = TRY(office.begin());
    const auto number = TRY(work->next_number(today));
    payload["number"] = number.text;
    payload["requested_at"] = iso_instant(now);
    const auto entry = TRY(work->append("visit.requested", std::move(payload)));
    TRY(office.keep(std::move(work), entry.id));
    return RequestedVisit{number, now, entry.id, entry.seq};
}

}  // namespace ardager
