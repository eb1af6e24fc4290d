// Limits of the cases, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kiosk/base/time.h"

namespace ardager {

// An application file is text; its attachments are files of their own. A longer one is a mistake.
inline constexpr std::size_t kApplicationFileLimit = 1U << 20;
// Two documents and a power of attorney are usual; more than this is a folder handed in by mistake.
inline constexpr std::size_t kMostDocuments = 20;
// A military ID has 36 pages.
inline constexpr std::size_t kMostPages = 40;
// All attachments together stand in memory while they are sealed.
inline constexpr std::size_t kMostAttachmentBytes = 200U << 20;
// Series and number of old papers, as written by hand.
inline constexpr std::size_t kDocumentNumberLimit = 50;
// A single fault of the disk passes; one that stays is for people.
inline constexpr int kMostOpenAttempts = 3;
// No term of the law is longer than a few years of working days.
inline constexpr std::uint64_t kMostTermDays = 10'000;
// Jobs that may wait for the record: a page of intents and a pass of the sync. More means that the disk
// hangs.
inline constexpr std::size_t kMostRecordJobs = 64;
// A slip of an old hand or two; a guesser has ten thousand numbers to go through.
inline constexpr unsigned kIdentityTries = 3;
// A machine's clock is set back by seconds when it is corrected; more means that the date may be wrong.
inline constexpr Milliseconds kClockTolerance = std::chrono::minutes(2);
// The page promises these days in words (draft_until); the sealed draft is wiped after them.
inline constexpr int kDraftKeptDays = 30;

}  // namespace ardager
