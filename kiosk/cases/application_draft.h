// An application as it was handed in, before anything was checked. Holds personal data in clear:
// lives only between the screen or the file and the case.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/bytes.h"

namespace ardager {

struct DraftFile {
    std::string name;  // its extension promises what it is
    Bytes bytes;
};

struct DraftDocument {
    std::string kind;  // military_id, service_certificate, authority
    std::string number;
    std::vector<DraftFile> files;
};

struct DraftPerson {
    std::string iin;
    std::string surname;
    std::string given_name;
    std::string patronymic;  // if any
    std::string birth_date;  // YYYY-MM-DD; applicant only
    std::string phone;
    std::string kato;            // applicant only
    std::string address;         // applicant only
    std::string authority = {};  // representative only: one of kAuthorities, or empty when it was not said
};

/// What kind of paper lets a representative sign; the paper itself is a document of kind `authority`.
inline constexpr std::array<std::string_view, 3> kAuthorities{"power_of_attorney", "guardianship", "other"};

struct ApplicationDraft {
    std::string service;
    std::string language = "kk";
    DraftPerson applicant;
    std::optional<DraftPerson> representative;
    std::vector<DraftDocument> documents;
    bool consent = false;
    std::string pickup_branch;
    std::string channel = "kiosk";          // kiosk, counter, home
    std::string identity_source = "typed";  // typed, card
    std::optional<Bytes> signature_png;     // drawn at the screen
    bool begun_with_room = false;           // the disk had room when it was begun: the reserve is kept for it
};

}  // namespace ardager
