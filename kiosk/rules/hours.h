// When a branch is open. Not the working days of terms: a duty branch opens on Saturdays, but a Saturday
// is no working day (calendar.h). Values; any thread.
#pragma once

#include <array>
#include <optional>

#include "kiosk/rules/calendar.h"

namespace ardager {

/// Local minutes since midnight; open from `opens_minute` up to, not including, `closes_minute`.
struct DayHours {
    int opens_minute = 0;
    int closes_minute = 0;
    bool operator==(const DayHours&) const = default;
};

struct BranchHours {
    std::array<std::optional<DayHours>, 7> days;  // Monday first; nothing: closed
    bool operator==(const BranchHours&) const = default;

    /// Hours of that date: none on a day off on which no branch opens. A weekend day that the government made
    /// working has Monday's hours.
    [[nodiscard]] std::optional<DayHours> on(Date date, const Calendar& calendar) const;
    [[nodiscard]] bool open_at(Instant instant, const Calendar& calendar) const;
};

/// Reads `09:00-18:00` or `closed`. Error: invalid_input.
[[nodiscard]] Result<std::optional<DayHours>> parse_day_hours(std::string_view text);

}  // namespace ardager
