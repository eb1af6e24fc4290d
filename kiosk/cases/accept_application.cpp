#include "kiosk/cases/accept_application.h"

#include "kiosk/cases/check_application.h"
#include "kiosk/rules/due.h"

namespace ardager {
namespace {

Error missing_error(const std::vector<MissingRequirement>& missing) {
    Error error{Code::missing_documents, "the package is not complete", {}};
    for (const auto& requirement : missing)
        error.fields.push_back({"documents", requirement.id, requirement.name.en});
    return error;
}

Json describe(const Attachment& attachment) {
    return {{"sha256", attachment.digest.hex()},
            {"size", attachment.size_bytes},
            {"media_type", attachment.media_type}};
}

Result<Json> attach_documents(Work& work, const std::vector<CheckedDocument>& documents) {
    Json out = Json::array();
    for (const auto& document : documents) {
        Json files = Json::array();
        for (const auto& file : document.files)
            files.push_back(describe(TRY(work.attach(*file.bytes, file.media_type))));
        out.push_back({{"kind", document.kind}, {"number", document.number}, {"files", std::move(files)}});
    }
    return out;
}

Json describe_application(const Office& office, const ApplicationDraft& draft, CheckedApplication checked,
                          Instant now, const DueDate& due) {
    return {
        {"service", checked.standard->service},
        {"standard_version", checked.standard->version},
        {"language", checked.language},
        {"accepted_at", iso_instant(now)},
        {"day_of_acceptance", iso_date(due.day_of_acceptance)},
        {"due", iso_date(due.due)},
        {"applicant", std::move(checked.applicant)},
        {"representative", std::move(checked.representative)},
        {"consent", true},
        {"pickup_branch", checked.pickup_branch},
        {"provider", checked.kato},
        {"channel", draft.channel},
        {"identity_source", draft.identity_source},
        {"identity_by_documents", true},  // no state system was asked: the shown documents are the evidence
        {"acceptance", "automatic"},
        {"employee", {{"name", office.config.employee_name}, {"phone", office.config.employee_phone}}},
    };
}

}  // namespace

Result<Accepted> accept_application(Office& office, const ApplicationDraft& draft) {
    TRY(check_ready_to_accept(office.config));
    const Instant now = office.clock.now();
    const Date today = local_date(now);
    auto checked = TRY(check_application(office, draft, today));
    if (!checked.missing.empty()) return fail(missing_error(checked.missing));
    if (office.journal().disk_low() && !draft.begun_with_room)
        return fail(Code::disk_reserved,
                    "the disk is nearly full; free space before new applications are accepted");
    const auto& standard = *checked.standard;
    const auto due = TRY(due_date(standard, now, office.law.calendar, office.hours(standard), 0));
    auto work = TRY(office.begin());
    Json documents = TRY(attach_documents(*work, checked.documents));
    auto warnings = checked.warnings;
    if (const auto year = office.law.calendar.first_unverified(due.day_of_acceptance, due.due))
        warnings.push_back("due: the days off of " + std::to_string(static_cast<int>(*year)) +
                           " are not verified");
    Json payload = describe_application(office, draft, std::move(checked), now, due);
    payload["documents"] = std::move(documents);
    if (draft.signature_png)
        payload["signature"] = describe(TRY(work->attach(*draft.signature_png, "image/png")));
    const auto number = TRY(work->next_number(today));
    payload["number"] = number.text;
    // The version is kept in the payload: a later order must not move a promised date.
    const auto entry = TRY(work->append("application.accepted", std::move(payload)));
    TRY(office.keep(std::move(work), entry.id));
    return Accepted{number, due.due, entry.id, entry.seq, std::move(warnings)};
}

}  // namespace ardager
