// Instants and dates. Kazakhstan keeps UTC+5 all year (one zone since 1 March 2024), so local time is a sum.
// Nothing here reads a clock; see clock.h.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace ardager {

using Milliseconds = std::chrono::milliseconds;
/// A moment in UTC, millisecond resolution.
using Instant = std::chrono::sys_time<Milliseconds>;
using Date = std::chrono::year_month_day;

inline constexpr std::chrono::hours kKazakhstanOffset{5};

/// A moment as a branch's wall clock shows it.
struct LocalTime {
    Date date;
    Milliseconds since_midnight{0};
    [[nodiscard]] int hour() const { return static_cast<int>(since_midnight / std::chrono::hours(1)); }
    [[nodiscard]] int minute() const {
        return static_cast<int>(since_midnight % std::chrono::hours(1) / std::chrono::minutes(1));
    }
};
[[nodiscard]] LocalTime local_time(Instant instant);
[[nodiscard]] Instant from_local(Date date, Milliseconds since_midnight);
[[nodiscard]] inline Date local_date(Instant instant) {
    return local_time(instant).date;
}

/// `2026-11-23`
[[nodiscard]] std::string iso_date(Date date);
/// `23.11.2026`, the form on Kazakh and Russian papers
[[nodiscard]] std::string paper_date(Date date);
/// `2026-11-23T10:15:00.000Z`
[[nodiscard]] std::string iso_instant(Instant instant);
/// `10:15`, local
[[nodiscard]] std::string paper_time(Instant instant);

/// Errors: invalid_input when the text has another form or names a day that does not exist.
[[nodiscard]] Result<Date> parse_date(std::string_view text);
/// Reads `…Z`, `…+05:00` and a local time without zone (Kazakhstan); seconds and fractions optional.
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);

}  // namespace ardager
