#include "kiosk/base/clock.h"

#include <ctime>
#include <fstream>

namespace ardager {
namespace {

// More than this from the gateway's time and a due date could fall on another day.
constexpr Milliseconds kTolerance = std::chrono::minutes(2);

ClockQuality quality_of(std::optional<Milliseconds> offset) {
    if (!offset) return ClockQuality::unverified;
    return std::chrono::abs(*offset) <= kTolerance ? ClockQuality::synchronised : ClockQuality::suspect;
}

}  // namespace

const char* clock_quality_name(ClockQuality quality) {
    switch (quality) {
        case ClockQuality::synchronised:
            return "synchronised";
        case ClockQuality::unverified:
            return "unverified";
        case ClockQuality::suspect:
            return "suspect";
    }
    return "suspect";
}

Result<ClockQuality> parse_clock_quality(std::string_view name) {
    for (const auto quality : {ClockQuality::synchronised, ClockQuality::unverified, ClockQuality::suspect})
        if (name == clock_quality_name(quality)) return quality;
    return fail(Code::invalid_input, "clock quality: unknown name");
}

SystemClock::SystemClock() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::getline(file, boot_id_);
}

ClockReading SystemClock::read() const {
    timespec boot{};
    clock_gettime(CLOCK_BOOTTIME, &boot);
    ClockReading reading;
    reading.now = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()) +
                  Milliseconds(shift_ms_.load());
    reading.mark.boot_id = boot_id_;
    reading.mark.monotonic_ms = static_cast<std::uint64_t>(boot.tv_sec) * 1000U +
                                static_cast<std::uint64_t>(boot.tv_nsec / 1'000'000);
    const auto offset = offset_ms_.load();
    if (offset != kNoOffset) reading.mark.offset = Milliseconds(offset);
    reading.mark.quality = quality_of(reading.mark.offset);
    return reading;
}

void SystemClock::learn_offset(Milliseconds offset) {
    offset_ms_ = offset.count();
}

ClockReading ManualClock::read() const {
    ClockReading reading{now_, {}};
    reading.mark.boot_id = "manual";
    reading.mark.monotonic_ms = static_cast<std::uint64_t>(monotonic_.count());
    reading.mark.offset = offset_;
    reading.mark.quality = quality_of(offset_);
    return reading;
}

}  // namespace ardager
