#include "kiosk/cases/opening_hours.h"

#include "kiosk/cases/tuning.h"

namespace ardager {

OpeningHours OpeningHours::of(const LawBook& law, const OfficeConfig& config, std::string_view service) {
    OpeningHours opening;
    opening.calendar_ = law.calendar;
    opening.has_shift_ = missing_on_papers(config).empty();
    for (const Standard* standard : law.standards.all()) {
        if (standard->service != service) continue;
        const auto& duty = standard->duty_branch_hours;
        const auto& wanted = config.hours == "duty_branch" && duty ? duty : standard->branch_hours;
        opening.versions_.push_back({standard->in_force_from, wanted.value_or(BranchHours{})});
    }
    return opening;
}

bool OpeningHours::open_at(Instant instant) const {
    const Date day = local_date(instant);
    const Version* in_force = nullptr;
    for (const Version& version : versions_)
        if (version.from <= day) in_force = &version;
    return in_force != nullptr && in_force->hours.open_at(instant, calendar_);
}

bool OpeningHours::is_wrong(const ClockReading& clock, std::optional<Instant> last_entry) const {
    const Date day = local_date(clock.now);
    if (!versions_.empty() && day < versions_.front().from) return true;
    if (last_entry && clock.now + kClockTolerance < *last_entry) return true;
    return clock.mark.offset && local_date(clock.now + *clock.mark.offset) != day;
}

}  // namespace ardager
