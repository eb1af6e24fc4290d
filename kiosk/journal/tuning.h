// Every limit of kiosk/journal, with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ardager::tuning {

// One piece is read, opened and sent at a time: small enough for a tablet, large enough that seals cost
// nothing.
inline constexpr std::size_t kPieceBytes = 256U << 10;
// A piece's place in its table is number * kPiecesPerAttachment + index, so this caps a file at 16 GiB.
inline constexpr std::uint64_t kPiecesPerAttachment = 65536;
// An application with every field full is under 100 KB.
inline constexpr std::size_t kPayloadLimitBytes = 1U << 20;
// A kept draft holds each scanned page under a name of its own: as large as an attachment may be.
inline constexpr std::size_t kDraftLimitBytes = 20U << 20;
inline constexpr std::size_t kTypeLimitBytes = 64;
// At open: enough to notice a damaged tail in a few milliseconds; verify() looks at everything.
inline constexpr std::uint64_t kTailEntries = 64;
// 4 MB of WAL: overwritten in place again and again, and copied back about every hundred applications.
inline constexpr int kCheckpointPages = 1000;
// When nobody waits, keep the WAL short, so that opening after a power cut is quick.
inline constexpr int kSettledPages = 64;
// Three applications with their scans: below it new ones are refused while the open one still finishes.
inline constexpr std::uint64_t kLowDiskBytes = 64U << 20;
// One slot is one block of the disk, so that a torn write spoils one slot only.
inline constexpr std::size_t kAnchorSlotBytes = 4096;

}  // namespace ardager::tuning
