#include "kiosk/rules/calendar.h"

#include "kiosk/rules/toml_reader.h"
#include "kiosk/rules/tuning.h"

namespace ardager {
namespace {

using namespace std::chrono;

bool is_weekend(sys_days day) {
    return weekday(day) == Saturday || weekday(day) == Sunday;
}

int year_of(sys_days day) {
    return static_cast<int>(Date(day).year());
}

Result<std::vector<YearlyDay>> read_rule(const std::filesystem::path& file) {
    const std::string shown = file.filename().string();
    const toml::table table = TRY(read_toml(file, shown));
    TomlReader reader(table, shown);
    std::vector<YearlyDay> rule;
    for (auto& entry : TRY(reader.tables("day"))) {
        const auto in_month = static_cast<unsigned>(TRY(entry.number("month", 1, 12)));
        const auto in_day = static_cast<unsigned>(TRY(entry.number("day", 1, 31)));
        YearlyDay yearly{month(in_month) / day(in_day), {}};
        yearly.name = TRY(entry.text("name"));
        yearly.moves = TRY(entry.flag("moves"));
        if (!yearly.day.ok()) return entry.fault("day", "does not exist in that month");
        if (entry.has("from_year")) yearly.from_year = TRY(entry.number("from_year", 1990, 9999));
        if (entry.has("until_year")) yearly.until_year = TRY(entry.number("until_year", 1990, 9999));
        TRY(entry.finish());
        rule.push_back(std::move(yearly));
    }
    TRY(reader.finish());
    if (rule.empty()) return reader.fault("day", "is missing");
    return rule;
}

/// A list of days of the year; a missing key is an empty list.
Result<std::set<sys_days>> read_days(TomlReader& reader, std::string_view key, int year) {
    std::set<sys_days> days;
    if (!reader.has(key)) return days;
    for (const Date date : TRY(reader.dates(key))) {
        if (static_cast<int>(date.year()) != year) return reader.fault(key, "holds a day of another year");
        days.insert(sys_days(date));
    }
    return days;
}

Result<YearOverride> read_year(const std::filesystem::path& file, int year) {
    const std::string shown = file.filename().string();
    const toml::table table = TRY(read_toml(file, shown));
    TomlReader reader(table, shown);
    if (TRY(reader.number("year", 1990, 9999)) != year) {
        return reader.fault("year", "differs from the file's name");
    }
    YearOverride override;
    override.verified = TRY(reader.flag("verified"));
    override.source = TRY(reader.text("source"));
    override.days_off = TRY(read_days(reader, "days_off", year));
    override.working_days = TRY(read_days(reader, "working_days", year));
    override.holidays = TRY(read_days(reader, "holidays", year));
    override.no_holidays = TRY(read_days(reader, "no_holidays", year));
    TRY(reader.finish());
    return override;
}

/// The year in a name like `2026.toml`; 0 for other files.
int year_in_name(const std::filesystem::path& file) {
    const std::string stem = file.stem().string();
    if (stem.size() != 4 || stem.find_first_not_of("0123456789") != std::string::npos) return 0;
    return std::stoi(stem);
}

}  // namespace

Result<Calendar> Calendar::load(const std::filesystem::path& folder) {
    Calendar calendar;
    calendar.rule_ = TRY(read_rule(folder / "rule.toml"));
    for (const auto& file : TRY(list_toml(folder))) {
        const int year = year_in_name(file);
        if (year != 0) calendar.overrides_.emplace(year, TRY(read_year(file, year)));
    }
    for (int year = kFirstYear; year <= kLastYear; ++year) {
        calendar.years_.emplace(year, calendar.build_year(year));
    }
    return calendar;
}

std::set<sys_days> Calendar::holidays_of(int in_year) const {
    std::set<sys_days> holidays;
    for (const auto& yearly : rule_) {
        const Date date = year(in_year) / yearly.day;
        const bool stands = in_year >= yearly.from_year && in_year <= yearly.until_year;
        if (yearly.moves && stands && date.ok()) holidays.insert(sys_days(date));
    }
    const auto found = overrides_.find(in_year);
    if (found == overrides_.end()) return holidays;
    holidays.insert(found->second.holidays.begin(), found->second.holidays.end());
    for (const sys_days day : found->second.no_holidays) holidays.erase(day);
    return holidays;
}

Calendar::YearDays Calendar::build_year(int in_year) const {
    const std::set<sys_days> holidays = holidays_of(in_year);
    YearDays days{holidays, {}};
    for (const auto& yearly : rule_) {
        const Date date = year(in_year) / yearly.day;
        const bool stands = in_year >= yearly.from_year && in_year <= yearly.until_year;
        if (!yearly.moves && stands && date.ok()) days.rest.insert(sys_days(date));
    }
    if (const auto found = overrides_.find(in_year); found != overrides_.end()) {
        days.rest.insert(found->second.days_off.begin(), found->second.days_off.end());
        days.working = found->second.working_days;
    }
    // The rest of a holiday on a weekend goes to the first day that would have been worked, one day for each.
    for (const sys_days holiday : holidays) {
        if (!is_weekend(holiday)) continue;
        sys_days moved = holiday;
        while (is_weekend(moved) || days.rest.contains(moved)) moved += std::chrono::days(1);
        days.rest.insert(moved);
    }
    for (const sys_days day : days.working) days.rest.erase(day);
    return days;
}

Calendar::YearDays Calendar::days_of(int in_year) const {
    const auto found = years_.find(in_year);
    return found != years_.end() ? found->second : build_year(in_year);
}

bool Calendar::is_rest_day(Date date) const {
    const sys_days day(date);
    const auto found = years_.find(year_of(day));
    if (found == years_.end()) return build_year(year_of(day)).rest.contains(day);
    return found->second.rest.contains(day);
}

bool Calendar::is_working_day(Date date) const {
    const sys_days day(date);
    if (is_rest_day(date)) return false;
    if (!is_weekend(day)) return true;
    const auto found = overrides_.find(year_of(day));
    return found != overrides_.end() && found->second.working_days.contains(day);
}

Date Calendar::next_working_day(Date after) const {
    return add_working_days(after, 1);
}

Date Calendar::add_working_days(Date from, int n) const {
    sys_days day(from);
    while (n > 0) {
        day += days(1);
        if (is_working_day(Date(day))) --n;
    }
    return Date(day);
}

Result<void> Calendar::covers(year in_year) const {
    if (overrides_.contains(static_cast<int>(in_year))) return {};
    const std::string name = std::to_string(static_cast<int>(in_year));
    return fail(Code::not_found, "calendar " + name + ".toml is missing: the rule alone decides");
}

bool Calendar::verified(year in_year) const {
    const auto found = overrides_.find(static_cast<int>(in_year));
    return found != overrides_.end() && found->second.verified;
}

std::optional<year> Calendar::first_unverified(Date from, Date to) const {
    for (year one = from.year(); one <= to.year(); ++one)
        if (!verified(one)) return one;
    return std::nullopt;
}

std::vector<Date> Calendar::days_off(year in_year) const {
    std::vector<Date> off;
    for (const sys_days day : days_of(static_cast<int>(in_year)).rest) {
        if (!is_weekend(day)) off.emplace_back(day);
    }
    return off;
}

}  // namespace ardager
