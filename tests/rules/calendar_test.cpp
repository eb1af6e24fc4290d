#include <catch2/catch.hpp>

#include "kiosk/rules/calendar.h"
#include "rules_fixture.h"

using namespace ardager;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> days_off(year in_year) {
    std::vector<std::string> days;
    for (const Date date : real_calendar().days_off(in_year)) days.push_back(iso_date(date).substr(5));
    return days;
}

}  // namespace

TEST_CASE("every weekday off in 2025, 2026 and 2027 is known and no other", "[calendar]") {
    using Days = std::vector<std::string>;
    CHECK(days_off(2025y) == Days{"01-01", "01-02", "01-03", "01-07", "03-10", "03-21", "03-24", "03-25",
                                  "05-01", "05-07", "05-09", "06-06", "07-07", "09-01", "10-27", "12-16"});
    CHECK(days_off(2026y) == Days{"01-01", "01-02", "01-07", "03-09", "03-23", "03-24", "03-25", "05-01",
                                  "05-07", "05-11", "05-27", "07-06", "10-26", "12-16"});
    CHECK(days_off(2027y) == Days{"01-01", "01-04", "01-07", "03-08", "03-15", "03-22", "03-23", "03-24",
                                  "05-03", "05-07", "05-10", "07-06", "10-25", "12-16"});
}

TEST_CASE("weekends rest, but for the one that the government made working", "[calendar]") {
    const auto& calendar = real_calendar();
    CHECK(calendar.is_working_day(2025y / 1 / 5));        // Sunday, for Friday 3 January
    CHECK_FALSE(calendar.is_working_day(2025y / 1 / 4));  // Saturday
    CHECK_FALSE(calendar.is_working_day(2026y / 11 / 21));
    CHECK_FALSE(calendar.is_working_day(2026y / 11 / 22));
    CHECK(calendar.is_working_day(2026y / 11 / 23));
}

TEST_CASE("a moved rest is one day for each holiday on a weekend", "[calendar]") {
    const auto& calendar = real_calendar();
    // 2025: 22 and 23 March are Saturday and Sunday, so Monday and Tuesday rest and Wednesday works.
    CHECK_FALSE(calendar.is_working_day(2025y / 3 / 25));
    CHECK(calendar.is_working_day(2025y / 3 / 26));
    // 7 January 2029 is a Sunday and does not move; neither does Kurban Ait on Sunday 16 May 2027.
    CHECK(calendar.is_working_day(2029y / 1 / 8));
    CHECK(calendar.is_working_day(2027y / 5 / 17));
}

TEST_CASE("a span of days names its first year that nobody has checked", "[calendar]") {
    const auto& calendar = real_calendar();
    CHECK(calendar.first_unverified(2026y / 1 / 5, 2026y / 12 / 31) == std::nullopt);
    CHECK(calendar.first_unverified(2026y / 12 / 31, 2027y / 1 / 5) == 2027y);
    CHECK(calendar.first_unverified(2027y / 2 / 1, 2029y / 1 / 5) == 2027y);
}

TEST_CASE("30 August ended with 2025 and 15 March begins with 2027", "[calendar]") {
    const auto& calendar = real_calendar();
    CHECK(calendar.is_rest_day(2025y / 8 / 30));
    CHECK_FALSE(calendar.is_rest_day(2026y / 8 / 30));
    CHECK(calendar.is_working_day(2026y / 8 / 31));
    CHECK_FALSE(calendar.is_rest_day(2026y / 3 / 15));
    CHECK(calendar.is_working_day(2026y / 3 / 16));
    CHECK(calendar.is_rest_day(2027y / 3 / 15));
    CHECK(calendar.is_rest_day(2028y / 3 / 15));
}

TEST_CASE("the next working day passes over everything that rests", "[calendar]") {
    const auto& calendar = real_calendar();
    CHECK(calendar.next_working_day(2024y / 12 / 31) == 2025y / 1 / 5);  // working Sunday
    CHECK(calendar.next_working_day(2026y / 3 / 20) == 2026y / 3 / 26);
    CHECK(calendar.next_working_day(2026y / 11 / 23) == 2026y / 11 / 24);
    CHECK(calendar.add_working_days(2026y / 11 / 23, 0) == 2026y / 11 / 23);
    CHECK(calendar.add_working_days(2026y / 12 / 31, 1) == 2027y / 1 / 5);
}

TEST_CASE("a year without a file follows the rule alone and is not verified", "[calendar]") {
    const auto& calendar = real_calendar();
    CHECK(calendar.verified(2025y));
    CHECK(calendar.verified(2026y));
    CHECK_FALSE(calendar.verified(2027y));  // swaps and Kurban Ait are not yet published
    CHECK(calendar.covers(2027y));
    CHECK_FALSE(calendar.verified(2031y));
    CHECK(calendar.covers(2031y).error().code == Code::not_found);
    CHECK_FALSE(calendar.is_working_day(2031y / 12 / 16));
    CHECK(calendar.is_working_day(2031y / 12 / 17));
    CHECK_FALSE(calendar.is_working_day(2071y / 12 / 16));  // beyond the years laid out at start
    CHECK(calendar.is_working_day(2071y / 12 / 17));
}

TEST_CASE("a calendar file with a mistake names file, line and key", "[calendar]") {
    struct Row {
        const char* file;
        const char* text;
        const char* detail;
    };
    const auto row = GENERATE(values<Row>({
        {"2026.toml", "year = 2026\nverified = true\nsource = \"x\"\ndays_of = []\n",
         "2026.toml:4: days_of: "},
        {"2026.toml", "year = 2025\nverified = true\nsource = \"x\"\n", "2026.toml:1: year: "},
        {"2026.toml", "year = 2026\nverified = 1\nsource = \"x\"\n", "2026.toml:2: verified: "},
        {"2026.toml", "year = 2026\nverified = true\nsource = \"x\"\ndays_off = [2025-03-03]\n",
         "2026.toml:4: days_off: "},
        {"2026.toml", "year = 2026\nverified = \n", "2026.toml:2: no TOML: "},
        {"rule.toml", "[[day]]\nmonth = 13\nday = 1\nname = \"x\"\nmoves = true\n",
         "rule.toml:2: day[1].month: "},
        {"rule.toml", "[[day]]\nmonth = 4\nday = 31\nname = \"x\"\nmoves = true\n",
         "rule.toml:3: day[1].day: "},
    }));
    TemporaryFolder folder;
    folder.write("rule.toml", "[[day]]\nmonth = 1\nday = 1\nname = \"x\"\nmoves = true\n");
    folder.write(row.file, row.text);
    const auto loaded = Calendar::load(folder.path());
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == Code::invalid_input);
    CHECK_THAT(loaded.error().detail, Catch::StartsWith(row.detail));
}

TEST_CASE("a folder without the rule is no calendar", "[calendar]") {
    TemporaryFolder folder;
    CHECK(Calendar::load(folder.path()).error().code == Code::not_found);
}

TEST_CASE("a yearly file adds and removes holidays without a rebuild", "[calendar]") {
    TemporaryFolder folder;
    folder.write("rule.toml", "[[day]]\nmonth = 1\nday = 1\nname = \"x\"\nmoves = true\n");
    folder.write("2028.toml",
                 "year = 2028\nverified = true\nsource = \"x\"\nno_holidays = [2028-01-01]\n"
                 "holidays = [2028-06-10]\n");  // a Saturday
    const auto calendar = Calendar::load(folder.path()).value();
    CHECK(calendar.is_working_day(2028y / 1 / 3));
    CHECK_FALSE(calendar.is_working_day(2028y / 6 / 12));  // its rest, on Monday
    CHECK(calendar.is_working_day(2028y / 6 / 13));
}
