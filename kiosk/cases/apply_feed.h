// Takes in what came back from the ministry: each decision becomes an entry, once, and the cursor moves with
// it. Runs on the record thread.
#pragma once

#include "kiosk/cases/office.h"
#include "sync/wire/messages.h"

namespace ardager {

/// Applies the items and keeps `next` in one transaction; an item that was applied before changes nothing,
/// one about another device's number is passed over. Errors: disk, outcome_unknown, record_damaged.
[[nodiscard]] Result<void> apply_feed(Office& office, const std::vector<wire::FeedItem>& items,
                                      std::uint64_t next);

/// Key in the record's state under which the cursor is kept.
inline constexpr const char* kFeedCursor = "sync.feed_cursor";

}  // namespace ardager
