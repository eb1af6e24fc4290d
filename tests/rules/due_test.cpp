#include <catch2/catch.hpp>

#include "rules_fixture.h"

using namespace ardager;
using namespace std::chrono_literals;

namespace {

DueDate due(const char* accepted, int extended_days, const BranchHours& hours) {
    const Instant at = parse_instant(accepted).value();
    return due_date(veteran_certificate(), at, real_calendar(), hours, extended_days).value();
}

const BranchHours& branch() {
    return *veteran_certificate().branch_hours;
}
const BranchHours& duty_branch() {
    return *veteran_certificate().duty_branch_hours;
}

}  // namespace

TEST_CASE("a due date counts working days from the day after acceptance", "[due]") {
    struct Row {
        const char* accepted;
        int extended;
        const char* due;
    };
    // Counted by hand on a wall calendar with the days off of DOMAIN.
    const auto row = GENERATE(values<Row>({
        {"2026-11-23T10:15", 0, "2026-11-24"},   // Monday → Tuesday
        {"2026-11-27T10:15", 0, "2026-11-30"},   // Friday → Monday
        {"2026-12-15T10:15", 0, "2026-12-17"},   // over Independence Day
        {"2026-03-20T10:15", 0, "2026-03-26"},   // over Nauryz with both moved rests
        {"2026-08-28T10:15", 0, "2026-08-31"},   // 30 August moves nothing any more
        {"2025-08-29T10:15", 0, "2025-09-02"},   // in 2025 it still does
        {"2024-12-31T10:15", 0, "2025-01-05"},   // the working Sunday
        {"2025-06-05T10:15", 0, "2025-06-09"},   // over Kurban Ait
        {"2026-11-23T10:15", 30, "2027-01-08"},  // 27 days to 31 December, then 5, 6 and 8 January
        {"2026-04-01T10:15", 30, "2026-05-18"},  // over 1, 7 and 11 May
        {"2025-01-03T10:15", 30, "2025-02-17"},  // a day off: accepted on the working Sunday
        {"2026-01-05T10:15", 90, "2026-05-21"},  // over eight days off from 7 January to 11 May
    }));
    CAPTURE(row.accepted, row.extended);
    CHECK(iso_date(due(row.accepted, row.extended, branch()).due) == row.due);
}

TEST_CASE("acceptance outside the branch's hours counts as the next working day", "[due]") {
    struct Row {
        const char* accepted;
        const char* day;
    };
    const auto row = GENERATE(values<Row>({
        {"2026-11-23T07:00", "2026-11-23"},  // before opening
        {"2026-11-23T09:00", "2026-11-23"},
        {"2026-11-23T13:30", "2026-11-23"},  // a branch has no lunch break
        {"2026-11-23T17:59:59.999", "2026-11-23"},
        {"2026-11-23T18:00", "2026-11-24"},      // closing
        {"2026-11-20T18:01", "2026-11-23"},      // Friday evening
        {"2026-11-21T10:00", "2026-11-23"},      // Saturday
        {"2026-12-16T10:00", "2026-12-17"},      // holiday
        {"2026-11-23T18:30:00Z", "2026-11-24"},  // 23:30 in Kazakhstan
        {"2026-11-23T20:00:00Z", "2026-11-24"},  // 01:00 of the next day in Kazakhstan
        {"2025-01-05T10:00", "2025-01-05"},      // working Sunday, Monday's hours
        {"2025-01-05T18:30", "2025-01-06"},
    }));
    CAPTURE(row.accepted);
    CHECK(iso_date(due(row.accepted, 0, branch()).day_of_acceptance) == row.day);
}

TEST_CASE("a duty branch is open on a Saturday that is no working day", "[due]") {
    const auto at = [](const char* text) { return parse_instant(text).value(); };
    CHECK(duty_branch().open_at(at("2026-11-21T10:00"), real_calendar()));
    CHECK_FALSE(branch().open_at(at("2026-11-21T10:00"), real_calendar()));
    CHECK(iso_date(due("2026-11-21T10:00", 0, duty_branch()).day_of_acceptance) == "2026-11-23");
    CHECK(iso_date(due("2026-11-21T10:00", 0, duty_branch()).due) == "2026-11-24");
    // Evenings on working days: open until 20:00.
    CHECK(iso_date(due("2026-11-23T19:30", 0, duty_branch()).day_of_acceptance) == "2026-11-23");
    CHECK(iso_date(due("2026-11-23T20:00", 0, duty_branch()).day_of_acceptance) == "2026-11-24");
}

TEST_CASE("no branch opens on a holiday, even where its weekday has hours", "[hours]") {
    const auto open = [](const char* text, const BranchHours& hours) {
        return hours.open_at(parse_instant(text).value(), real_calendar());
    };
    CHECK_FALSE(open("2026-12-16T10:00", branch()));
    CHECK_FALSE(open("2025-03-08T10:00", duty_branch()));  // 8 March on a Saturday
    CHECK_FALSE(open("2026-05-11T10:00", duty_branch()));  // moved rest
    CHECK(open("2026-11-23T09:00", branch()));
    CHECK_FALSE(open("2026-11-23T08:59:59", branch()));
    CHECK_FALSE(open("2026-11-23T18:00", branch()));
}

TEST_CASE("hours of a day are read or refused", "[hours]") {
    CHECK(parse_day_hours("09:00-18:30").value() == DayHours{540, 1110});
    CHECK_FALSE(parse_day_hours("closed").value().has_value());
    const auto wrong =
        GENERATE("", "9:00-18:00", "09:00", "18:00-09:00", "09:00-25:00", "09:60-18:00", "open");
    CHECK_FALSE(parse_day_hours(wrong).has_value());
}

TEST_CASE("an extension that the standard does not know is refused", "[due]") {
    const auto extended = GENERATE(1, 29, 31, 60, -30);
    const auto result = due_date(veteran_certificate(), parse_instant("2026-11-23T10:00").value(),
                                 real_calendar(), branch(), extended);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().fields.front().field == "extended");
    CHECK(result.error().fields.front().code == "unknown_term");
}
