// A request for a home visit as it was handed in, before anything was checked. Holds personal data in clear:
// lives only between the screen or the file and the case.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ardager {

struct VisitPerson {
    std::string surname;
    std::string given_name;
    std::string patronymic;  // if any
    std::string iin;         // of who needs the visit, if it is at hand; the employee reads it from the card
};

/// Why the person cannot come. It goes to the employee who visits and into no list.
inline constexpr std::array<std::string_view, 4> kVisitReasons{"cannot_walk", "bedridden",
                                                               "disability_group_1", "other"};
inline constexpr std::array<std::string_view, 6> kVisitDays{"monday",   "tuesday", "wednesday",
                                                            "thursday", "friday",  "saturday"};
inline constexpr std::array<std::string_view, 3> kPartsOfDay{"any", "morning", "afternoon"};

struct VisitDraft {
    std::string service = "veteran-certificate";
    std::string language = "kk";
    VisitPerson person;                    // who needs the visit
    std::optional<VisitPerson> requester;  // who asks, when it is somebody else; without an IIN
    std::string phone;                     // whom the employee calls
    std::string kato;
    std::string address;
    std::string reason;             // one of kVisitReasons
    std::vector<std::string> days;  // of kVisitDays; empty: any
    std::string part_of_day = "any";
    bool consent = false;
};

}  // namespace ardager
