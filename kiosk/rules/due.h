// Due dates: a term counts working days from the day after acceptance (DOMAIN, "Working days"). Pure.
#pragma once

#include "kiosk/rules/standard.h"

namespace ardager {

struct DueDate {
    Date day_of_acceptance;  // always a working day
    Date due;
    bool operator==(const DueDate&) const = default;
};

/// The working day that an acceptance counts as: that day before or within the branch's hours, the next
/// working day after closing or on a day off. A Saturday at a duty branch is no working day.
/// Source: section 7 of the list (Order 172, appendix 4).
[[nodiscard]] Date day_of_acceptance(Instant accepted, const Calendar& calendar, const BranchHours& hours);

/// `extended_days`: 0 for the base term, else the whole extended term (veteran's certificate: 30 or 90).
/// Error: invalid_field `extended` / `unknown_term` when the standard knows no such extension.
[[nodiscard]] Result<DueDate> due_date(const Standard& standard, Instant accepted, const Calendar& calendar,
                                       const BranchHours& hours, int extended_days);

}  // namespace ardager
