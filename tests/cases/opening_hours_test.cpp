#include "kiosk/cases/opening_hours.h"

#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

OpeningHours hours_of(const std::function<void(OfficeConfig&)>& set = {}) {
    static const LawBook kLaw = good(LawBook::load(source_folder("assets")));
    auto config = bench::sample_config();
    if (set) set(config);
    return OpeningHours::of(kLaw, config, "veteran-certificate");
}

}  // namespace

TEST_CASE("a branch is open by the hours of its kind, never on a holiday", "[cases]") {
    struct Row {
        const char* moment;
        bool branch;
        bool duty;
    };
    const auto row = GENERATE(values<Row>({{"2026-11-23T08:59", false, false},
                                           {"2026-11-23T09:00", true, true},
                                           {"2026-11-23T17:59", true, true},
                                           {"2026-11-23T18:00", false, true},
                                           {"2026-11-23T20:00", false, false},
                                           {"2026-11-28T10:00", false, true},
                                           {"2026-11-28T13:00", false, false},
                                           {"2026-11-29T10:00", false, false},
                                           {"2026-12-16T10:00", false, false},
                                           {"2025-03-02T10:00", false, false}}));
    CAPTURE(row.moment);
    CHECK(hours_of().open_at(at(row.moment)) == row.branch);
    CHECK(hours_of([](auto& config) { config.hours = "duty_branch"; }).open_at(at(row.moment)) == row.duty);
}

TEST_CASE("a shift is open when the configuration names the duty employee", "[cases]") {
    CHECK(hours_of().has_shift());
    CHECK_FALSE(hours_of([](auto& config) { config.employee_name.clear(); }).has_shift());
    CHECK_FALSE(hours_of([](auto& config) { config.branch_address.kk.clear(); }).has_shift());
    CHECK_FALSE(hours_of([](auto& config) { config = default_config(config.device); }).has_shift());
}

TEST_CASE("a clock is wrong when its date can not be the day it is", "[cases]") {
    struct Row {
        const char* now;
        const char* last_entry;  // empty: none
        std::optional<Milliseconds> offset;
        bool wrong;
    };
    using namespace std::chrono_literals;
    const auto row = GENERATE(values<Row>({{"2026-11-23T10:15", "", {}, false},
                                           {"2026-11-23T10:15", "2026-11-23T10:14", 0ms, false},
                                           {"2026-11-23T10:15", "2026-11-23T10:16", {}, false},
                                           {"2026-11-23T10:15", "2026-11-23T10:18", {}, true},
                                           {"2026-11-22T10:15", "2026-11-23T10:15", {}, true},
                                           {"2020-01-01T00:00", "", {}, true},
                                           {"2026-11-23T10:15", "", 30min, false},
                                           {"2026-11-23T23:50", "", 30min, true},
                                           {"2026-11-23T10:15", "", -24h, true}}));
    CAPTURE(row.now, row.last_entry);
    ClockReading clock;
    clock.now = at(row.now);
    clock.mark.offset = row.offset;
    const std::string last = row.last_entry;
    CHECK(hours_of().is_wrong(clock, last.empty() ? std::nullopt : std::optional(at(last))) == row.wrong);
}
