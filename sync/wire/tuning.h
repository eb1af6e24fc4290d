// Every limit of the wire, with its reason. Both sides keep to them; the gateway refuses what passes them.
#pragma once

#include <cstddef>

namespace ardager::wire {

/// A body in transit. 8 MiB is a slow line's minute and a bounded buffer for each connection.
inline constexpr std::size_t kMostBodyBytes = 8U << 20;
/// A batch of entries after decompression; 8 MiB of body at the ratio that JSON really reaches.
inline constexpr std::size_t kMostBatchBytes = 32U << 20;
/// zstd's window as a power of two: what a decoder must hold for a peer whom it does not trust yet.
inline constexpr int kMostWindowLog = 23;
/// Level 1: on the slowest kiosk still faster than the line, and within a tenth of level 3's size on JSON.
inline constexpr int kCompressionLevel = 1;
/// Output grows by this while a frame is read, so that a lying header cannot make us allocate its claim.
inline constexpr std::size_t kInflateStepBytes = 256U << 10;
/// A request's target; ours are under 120 bytes.
inline constexpr std::size_t kMostTargetBytes = 2048;
/// `application.accepted` has 20; room for longer names without room for abuse.
inline constexpr std::size_t kMostTypeBytes = 64;
/// The kernel's boot id has 36 characters (kiosk/base/clock.h).
inline constexpr std::size_t kMostBootIdBytes = 36;

}  // namespace ardager::wire
