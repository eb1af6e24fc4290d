// Every limit and delay of the device's side of a sync, with its reason.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "kiosk/base/time.h"

namespace ardager::sync {

/// Backoff, full jitter: a uniform delay between the least and a ceiling that doubles with every failed pass.
inline constexpr Milliseconds kLeastRetryDelay{1'000};
/// Five minutes: a branch whose line is back is heard before the next citizen's application is a working hour
/// old.
inline constexpr Milliseconds kMostRetryDelay{5 * 60 * 1'000};
/// Between two passes that went well: a gateway that does not hold its long polls must not make us spin.
inline constexpr Milliseconds kRestBetweenPasses{1'000};
/// The long poll of a running kiosk; under the idle limit (30 s) of the strictest routers seen.
inline constexpr int kFeedWaitSeconds = 25;
/// What an answer may take beyond the long poll.
inline constexpr int kReplyLimitMs = 60'000;

/// Entries in one batch; the gateway commits it in one transaction.
inline constexpr std::size_t kMostBatchEntries = 2'000;
/// Payload bytes of a batch before compression. The first guess, and the bounds that the line moves it
/// between.
inline constexpr std::size_t kFirstBatchBytes = 256U << 10;
inline constexpr std::size_t kLeastBatchBytes = 32U << 10;
inline constexpr std::size_t kMostBatchPlainBytes = 2U << 20;
/// Bytes of a file in one PATCH. Our gateway keeps what came before a cut, so that a piece need not be tiny;
/// 64 KiB is what a 256 kbit/s line carries in the two seconds that an entry may wait. A good line needs 1
/// MiB so that the round trips do not count.
inline constexpr std::size_t kFirstPieceBytes = 256U << 10;
inline constexpr std::size_t kLeastPieceBytes = 64U << 10;
inline constexpr std::size_t kMostPieceBytes = 1U << 20;
/// Files that are whole at the gateway before the record notes it: a flush each would cost more than the
/// file. After a crash they are offered again and found there.
inline constexpr std::size_t kMostUnkeptFiles = 16;
/// A piece that took longer is too large for entries to wait behind it.
inline constexpr Milliseconds kSlowPiece{2'000};
/// A piece that was faster leaves room for a larger one.
inline constexpr Milliseconds kFastPiece{500};
/// Pieces in a row that must go well before the size grows, at first and on a line that keeps being cut.
inline constexpr unsigned kCalmAtFirst = 2;
inline constexpr unsigned kCalmAfterCuts = 64;

/// Times that one pass turns back to whoami or to a file's start before it gives way to the backoff.
inline constexpr unsigned kMostTurns = 4;
/// Feed pages in one pass; the rest comes with the next, after newer entries.
inline constexpr unsigned kMostFeedPages = 64;
/// A device clock further off is told to staff. Statutory dates count in days, and two hours can move one.
inline constexpr std::chrono::hours kMostClockOffset{2};

}  // namespace ardager::sync
