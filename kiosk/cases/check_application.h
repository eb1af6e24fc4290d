// Everything that must hold before an application is accepted or refused: one pass that collects every fault.
// Changes nothing. The result is normalised and still holds personal data in clear.
#pragma once

#include "kiosk/base/json.h"
#include "kiosk/cases/application_draft.h"
#include "kiosk/cases/office.h"
#include "kiosk/rules/package.h"

namespace ardager {

struct CheckedFile {
    std::string media_type;
    const Bytes* bytes;  // in the draft
};
struct CheckedDocument {
    std::string kind;
    std::string number;
    std::vector<CheckedFile> files;
};

struct CheckedApplication {
    const Standard* standard = nullptr;
    std::string language;
    Json
        applicant;  // normalised: iin, surname, given_name, patronymic, birth_date, phone, address{kato,text}
    Json representative;  // or null
    std::string kato;     // routes the application to a provider
    std::vector<CheckedDocument> documents;
    std::string pickup_branch;
    std::vector<std::string> warnings;  // `applicant.iin: birth_date`: never a refusal
    std::vector<MissingRequirement> missing;
};

/// Errors: invalid_field with every fault (`applicant.iin` / `check_digit`, `documents[0].files[1]` /
/// `truncated`, …). A missing document is no error here: it stands in `missing`.
[[nodiscard]] Result<CheckedApplication> check_application(const Office& office,
                                                           const ApplicationDraft& draft, Date today);

}  // namespace ardager
