// What a citizen has answered about a home visit: exactly the fields of the file that `ardagerctl visit
// request` takes. Holds personal data in memory for one session; owned by CitizenFlow. Writes no file and no
// log.
#pragma once

#include "ui/citizen/answers.h"

namespace ardager::citizen {

struct VisitAnswers {
    NameAnswers person;                    // who needs the visit
    std::optional<NameAnswers> requester;  // who asks, when it is somebody else
    std::string phone;                     // whom the employee calls
    AddressAnswer address;
    std::string reason;               // cannot_walk, bedridden, disability_group_1 or other
    std::vector<std::string> days;    // monday … saturday; empty: any
    std::string part_of_day = "any";  // any, morning or afternoon
    bool consent = false;
    bool operator==(const VisitAnswers&) const = default;
};

[[nodiscard]] Json visit_to_json(const VisitAnswers& visit);
/// Reads what visit_to_json wrote. Errors: invalid_input naming the key that is missing or has another type.
[[nodiscard]] Result<VisitAnswers> visit_from_json(const Json& json);

}  // namespace ardager::citizen
