// What a citizen has answered: exactly the fields of the application file that `ardagerctl apply` takes.
// Holds personal data in memory for one session; owned by CitizenFlow. Writes no file and no log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/json.h"
#include "kiosk/base/time.h"

namespace ardager::citizen {

/// The kind of the document that shows what a representative may do (assets/reference/documents.toml).
inline constexpr const char* kAuthority = "authority";

struct AddressAnswer {
    std::string kato;  // 9 digits
    std::string text;
    bool operator==(const AddressAnswer&) const = default;
};

struct NameAnswers {
    std::string surname;
    std::string given_name;
    std::string patronymic;  // empty when there is none
    bool operator==(const NameAnswers&) const = default;
};

struct ApplicantAnswers : NameAnswers {
    std::string iin;  // as typed; 12 digits once checked
    std::optional<Date> birth_date;
    std::string phone;  // as typed; `+7…` once checked
    AddressAnswer address;
    bool operator==(const ApplicantAnswers&) const = default;
};

struct DocumentAnswer {
    std::string kind;  // military_id or service_certificate
    std::string number;
    std::vector<std::string> files;  // ids of scanned pages, in order
    bool operator==(const DocumentAnswer&) const = default;
};

/// Who signs for the applicant, and the paper that lets them.
struct RepresentativeAnswers : NameAnswers {
    std::string iin;
    std::string phone;
    std::string authority;    // power_of_attorney, guardianship or other
    DocumentAnswer document;  // its kind is `authority`
    bool operator==(const RepresentativeAnswers&) const = default;
};

struct ApplicationAnswers {
    std::string service = "veteran-certificate";
    std::string language = "kk";
    ApplicantAnswers applicant;
    std::optional<RepresentativeAnswers> representative;
    std::vector<DocumentAnswer> documents;  // of the applicant
    bool consent = false;
    std::string pickup_branch;
    bool operator==(const ApplicationAnswers&) const = default;
};

/// The application as JSON of DESIGN's shape; the paper that gives authority is the last of the documents.
/// `representative` is null when the applicant signs; empty patronymic and number are left out.
[[nodiscard]] Json answers_to_json(const ApplicationAnswers& answers);
/// Reads what answers_to_json wrote. Errors: invalid_input naming the key that is missing or has another
/// type.
[[nodiscard]] Result<ApplicationAnswers> answers_from_json(const Json& json);

}  // namespace ardager::citizen
