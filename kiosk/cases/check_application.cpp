#include "kiosk/cases/check_application.h"

#include <algorithm>

#include "kiosk/cases/tuning.h"
#include "kiosk/rules/file_kind.h"
#include "kiosk/rules/iin.h"
#include "kiosk/rules/person.h"

namespace ardager {
namespace {

using Faults = std::vector<FieldFault>;

/// The value, or its faults added to the list.
template <class T>
T keep(Result<T> result, Faults& faults, T otherwise = T{}) {
    if (result) return std::move(*result);
    faults.insert(faults.end(), result.error().fields.begin(), result.error().fields.end());
    return otherwise;
}

std::optional<Iin> check_person_iin(const std::string& text, const std::string& field, Faults& faults) {
    auto check = check_iin(text);
    if (check.valid) return check.iin;
    faults.push_back({field, check.reason, iin_reason_message(check.reason)});
    return std::nullopt;
}

Json check_names(const DraftPerson& person, const std::string& path, Faults& faults) {
    Json out = Json::object();
    out["surname"] = keep(check_name(person.surname, path + ".surname"), faults);
    out["given_name"] = keep(check_name(person.given_name, path + ".given_name"), faults);
    out["patronymic"] =
        person.patronymic.empty() ? "" : keep(check_name(person.patronymic, path + ".patronymic"), faults);
    out["phone"] = keep(normalise_phone(person.phone, path + ".phone"), faults);
    return out;
}

Json check_applicant(const DraftPerson& person, Date today, std::vector<std::string>& warnings,
                     Faults& faults) {
    Json out = check_names(person, "applicant", faults);
    const auto iin = check_person_iin(person.iin, "applicant.iin", faults);
    const auto birth = check_birth_date(person.birth_date, today, "applicant.birth_date");
    if (!birth) faults.insert(faults.end(), birth.error().fields.begin(), birth.error().fields.end());
    if (iin) out["iin"] = iin->text;
    if (birth) out["birth_date"] = iso_date(*birth);
    if (iin && birth)
        for (const auto& code : iin_warnings(*iin, *birth)) warnings.push_back("applicant.iin: " + code);
    out["address"] = {{"kato", keep(check_kato(person.kato, "applicant.address.kato"), faults)},
                      {"text", keep(check_address(person.address, "applicant.address.text"), faults)}};
    return out;
}

Json check_representative(const DraftPerson& person, Faults& faults) {
    Json out = check_names(person, "representative", faults);
    if (const auto iin = check_person_iin(person.iin, "representative.iin", faults)) out["iin"] = iin->text;
    if (person.authority.empty()) return out;
    if (std::find(kAuthorities.begin(), kAuthorities.end(), person.authority) == kAuthorities.end())
        faults.push_back(
            {"representative.authority", "unknown", "one of power_of_attorney, guardianship, other"});
    out["authority"] = person.authority;
    return out;
}

CheckedDocument check_document(const DraftDocument& document, const std::string& path,
                               const Standard& standard, Faults& faults) {
    CheckedDocument out;
    out.kind = document.kind;
    if (!knows_document_kind(standard, document.kind))
        faults.push_back({path + ".kind", "unknown", "this service asks for no such document"});
    if (!document.number.empty())
        out.number = keep(check_line(document.number, kDocumentNumberLimit, path + ".number"), faults);
    if (document.files.empty()) faults.push_back({path + ".files", "empty", "names no file"});
    for (std::size_t i = 0; i < document.files.size(); ++i) {
        const auto& file = document.files[i];
        const auto kind = check_file(file.bytes, file.name, path + ".files[" + std::to_string(i) + "]");
        if (kind)
            out.files.push_back({media_type(*kind), &file.bytes});
        else
            faults.insert(faults.end(), kind.error().fields.begin(), kind.error().fields.end());
    }
    return out;
}

void check_documents(const ApplicationDraft& draft, CheckedApplication& checked, Faults& faults) {
    std::vector<std::string> kinds;
    std::size_t total = 0;
    for (std::size_t i = 0; i < draft.documents.size(); ++i) {
        const auto path = "documents[" + std::to_string(i) + "]";
        checked.documents.push_back(check_document(draft.documents[i], path, *checked.standard, faults));
        kinds.push_back(draft.documents[i].kind);
        for (const auto& file : draft.documents[i].files) total += file.bytes.size();
    }
    if (total > kMostAttachmentBytes)
        faults.push_back({"documents", "too_large", "all files together are larger than 200 MiB"});
    checked.missing = check_package(*checked.standard, kinds, draft.representative.has_value());
}

Result<const Standard*> find_standard(const Office& office, const std::string& service, Date today) {
    const auto found = office.law.standards.in_force(service, today);
    if (!found && found.error().code == Code::not_found)
        return fail_field("service", "unknown", "no such service");
    if (!found) return fail_field("service", "not_in_force", "this service has no standard in force today");
    if (!(*found)->accepted_at_branch())
        return fail_field("service", "portal_only", "this service is applied for on egov.kz only");
    return *found;
}

}  // namespace

Result<CheckedApplication> check_application(const Office& office, const ApplicationDraft& draft,
                                             Date today) {
    CheckedApplication checked;
    Faults faults;
    checked.standard = TRY(find_standard(office, draft.service, today));
    checked.language = draft.language;
    if (draft.language != "kk" && draft.language != "ru" && draft.language != "en")
        faults.push_back({"language", "unknown", "one of kk, ru, en"});
    checked.applicant = check_applicant(draft.applicant, today, checked.warnings, faults);
    checked.kato = checked.applicant["address"]["kato"].get<std::string>();
    checked.representative =
        draft.representative ? check_representative(*draft.representative, faults) : Json(nullptr);
    check_documents(draft, checked, faults);
    if (!draft.consent)
        faults.push_back({"consent", "required",
                          "without consent to the processing of personal data nothing may be kept"});
    checked.pickup_branch = draft.pickup_branch;
    if (!DeviceId::make(draft.pickup_branch, "K1"))
        faults.push_back({"pickup_branch", "format", "a branch code, such as KRG03"});
    if (!faults.empty())
        return fail(Error{Code::invalid_field, "the application has wrong fields", std::move(faults)});
    return checked;
}

}  // namespace ardager
