// When this branch serves people and whether the clock can be believed, as the frame loop may ask at any
// moment: copies of the law's hours, no record behind them. Immutable; any thread.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/cases/office.h"

namespace ardager {

class OpeningHours {
public:
    /// Hours of the branch (or of a duty branch, by the configuration) under each version of the service.
    [[nodiscard]] static OpeningHours of(const LawBook& law, const OfficeConfig& config,
                                         std::string_view service);

    /// By the version in force on that day; closed before the first one.
    [[nodiscard]] bool open_at(Instant instant) const;
    /// True when an employee stands behind what the kiosk accepts: the configuration names one, and what
    /// else a receipt must say.
    [[nodiscard]] bool has_shift() const { return has_shift_; }
    /// True when the date is surely wrong: the day is before the law that we apply, the time is before the
    /// last entry, or the gateway's clock stands on another local day. Some minutes of difference move no
    /// statutory date: `doctor` tells staff of those and the entries are marked.
    [[nodiscard]] bool is_wrong(const ClockReading& clock, std::optional<Instant> last_entry) const;

private:
    struct Version {
        Date from;
        BranchHours hours;
    };
    std::vector<Version> versions_;  // the earliest first
    Calendar calendar_;
    bool has_shift_ = false;
};

}  // namespace ardager
