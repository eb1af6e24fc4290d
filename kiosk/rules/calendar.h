// Working days of Kazakhstan: a rule (rule.toml) and yearly files that override it (2026.toml).
// For statutory terms only; when a branch is open is hours.h. Immutable after load; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/time.h"

namespace ardager {

/// A holiday or day off of every year, as long as it stands in the law.
struct YearlyDay {
    std::chrono::month_day day;
    std::string name;
    bool moves = false;  // its rest moves to the next working day when it falls on a weekend
    int from_year = 0;
    int until_year = 9999;
};

/// What one yearly file says beyond the rule.
struct YearOverride {
    bool verified = false;
    std::string source;
    std::set<std::chrono::sys_days> days_off;      // do not move
    std::set<std::chrono::sys_days> working_days;  // weekend days that the government made working
    std::set<std::chrono::sys_days> holidays;      // beyond the rule; these move
    std::set<std::chrono::sys_days> no_holidays;   // of the rule, not in this year
};

class Calendar {
public:
    /// Reads rule.toml and every YYYY.toml of the folder.
    /// Errors: not_found without a rule; invalid_input naming file, line and key.
    [[nodiscard]] static Result<Calendar> load(const std::filesystem::path& folder);

    [[nodiscard]] bool is_working_day(Date date) const;
    /// The first working day after the date.
    [[nodiscard]] Date next_working_day(Date after) const;
    /// The n-th working day after the date; n ≥ 0, and 0 gives the date itself.
    [[nodiscard]] Date add_working_days(Date from, int n) const;
    /// Error: not_found when the year has no file of its own and the rule alone decides.
    [[nodiscard]] Result<void> covers(std::chrono::year year) const;
    /// True when the year has a file whose days were checked against the government's acts.
    [[nodiscard]] bool verified(std::chrono::year year) const;
    /// The first year from one day to another whose days off nobody has checked; nothing when all were.
    [[nodiscard]] std::optional<std::chrono::year> first_unverified(Date from, Date to) const;
    /// A holiday, its moved rest or another day off, also when it falls on a weekend: no branch opens.
    [[nodiscard]] bool is_rest_day(Date date) const;
    /// Weekdays of the year that are no working days, in order.
    [[nodiscard]] std::vector<Date> days_off(std::chrono::year year) const;

private:
    struct YearDays {
        std::set<std::chrono::sys_days> rest;
        std::set<std::chrono::sys_days> working;
    };
    [[nodiscard]] std::set<std::chrono::sys_days> holidays_of(int year) const;
    [[nodiscard]] YearDays build_year(int year) const;
    [[nodiscard]] YearDays days_of(int year) const;

    std::vector<YearlyDay> rule_;
    std::map<int, YearOverride> overrides_;
    std::map<int, YearDays> years_;  // kFirstYear … kLastYear, laid out at load
};

}  // namespace ardager
