// Every limit and delay of the HTTPS transport, with its reason.
#pragma once

#include <cstddef>

namespace ardager::https {

/// Name, TCP and TLS together; a satellite line needs four round trips of 0.7 s, twice.
inline constexpr int kConnectLimitMs = 15'000;
/// A whole exchange when the caller gives no limit of its own.
inline constexpr int kExchangeLimitMs = 60'000;
/// A body that moves slower than this for so long is on a dead line: give it up, the next pass resumes.
inline constexpr long kLeastBytesPerSecond = 64;
inline constexpr long kSlowestSeconds = 30;
/// An answer: the feed's largest page is under 2 MiB, the rest is a portal's or an attack.
inline constexpr std::size_t kMostAnswerBytes = 8U << 20;
inline constexpr std::size_t kMostAnswerHeaderBytes = 16U << 10;
/// libcurl's buffers; a piece of a file goes out in four writes instead of sixteen.
inline constexpr long kBufferBytes = 256L << 10;
/// A TLS record is opened only when it is whole: a cut loses up to one of them. 16 KiB on a calm line; on a
/// line that has just been cut 4 KiB cost half a per cent and lose a quarter.
inline constexpr std::size_t kSmallRecordBytes = 4U << 10;
/// Bodies that must go through before the line counts as calm again.
inline constexpr std::size_t kCalmBytes = 16U << 20;
/// interrupt() wakes the wait at once; this is only how long libcurl sleeps between its own timers.
inline constexpr int kPollMs = 1'000;
/// Keys and certificates are a few KiB; a chain with its CA bundle stays under this.
inline constexpr std::size_t kMostPemBytes = 256U << 10;

}  // namespace ardager::https
