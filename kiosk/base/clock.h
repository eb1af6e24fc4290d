// The clock seam: wall time with its quality, monotonic time and the boot it belongs to.
// Enters by constructor; nothing else reads time. SystemClock is chosen in the composition root.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "kiosk/base/time.h"

namespace ardager {

/// How far wall time may be trusted. Statutory dates on entries of poor quality are checked by staff.
enum class ClockQuality { synchronised, unverified, suspect };
[[nodiscard]] const char* clock_quality_name(ClockQuality quality);
[[nodiscard]] Result<ClockQuality> parse_clock_quality(std::string_view name);

/// What every entry keeps about its moment. Order is by sequence, never by this.
struct ClockMark {
    std::string boot_id;                 // this boot of this machine, up to 36 characters
    std::uint64_t monotonic_ms = 0;      // since that boot
    std::optional<Milliseconds> offset;  // gateway time minus ours, when learnt
    ClockQuality quality = ClockQuality::unverified;
    bool operator==(const ClockMark&) const = default;
};

struct ClockReading {
    Instant now;
    ClockMark mark;
};

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual ClockReading read() const = 0;
    /// Gateway time minus ours, learnt from a verified answer. Any thread.
    virtual void learn_offset(Milliseconds offset) = 0;
    [[nodiscard]] Instant now() const { return read().now; }
    [[nodiscard]] Date today() const { return local_date(now()); }
};

/// The machine's clocks. Wall time plus a shift that only the dev dock sets.
class SystemClock final : public Clock {
public:
    SystemClock();
    [[nodiscard]] ClockReading read() const override;
    void learn_offset(Milliseconds offset) override;
    /// Moves wall time for demonstrations; the dev dock's, never a branch's.
    void shift(Milliseconds by) { shift_ms_ += by.count(); }

private:
    static constexpr std::int64_t kNoOffset = INT64_MIN;
    std::string boot_id_;
    std::atomic<std::int64_t> offset_ms_{kNoOffset};
    std::atomic<std::int64_t> shift_ms_{0};
};

/// Stands still until told; for tests and the simulated world.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : now_(start) {}
    [[nodiscard]] ClockReading read() const override;
    void learn_offset(Milliseconds offset) override { offset_ = offset; }
    void set(Instant now) { now_ = now; }
    void advance(Milliseconds by) {
        now_ += by;
        monotonic_ += by;
    }

private:
    Instant now_;
    Milliseconds monotonic_{0};
    std::optional<Milliseconds> offset_;
};

}  // namespace ardager
