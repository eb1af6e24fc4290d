// Keeps what a citizen has filled in for a later visit: sealed, outside the journal, under a number of its
// own. Nothing is accepted by it and nothing is sent. Runs on the record thread.
#pragma once

#include "kiosk/cases/office.h"

namespace ardager {

struct KeptPage {
    std::string id;
    Bytes jpeg;
};

struct KeptDraft {
    Json answers;  // in the shape of the application file; files are page ids
    std::vector<KeptPage> pages;
    Date until;
};

/// Keeps it for kDraftDays and returns its number. Errors: disk_reserved, disk.
[[nodiscard]] Result<ReceiptNumber> keep_draft(Office& office, const Json& answers,
                                               const std::vector<KeptPage>& pages);
/// Nothing when no draft has this number or its days are over (then it is wiped). Error: record_damaged.
[[nodiscard]] Result<std::optional<KeptDraft>> find_kept_draft(Office& office, const ReceiptNumber& number);
/// Wipes a kept draft: its application was accepted or refused.
[[nodiscard]] Result<void> wipe_kept_draft(Office& office, const ReceiptNumber& number);

/// Wipes every kept draft whose days are over, also one that nobody asks for again. Errors: disk,
/// outcome_unknown, record_damaged.
[[nodiscard]] Result<void> wipe_expired_drafts(Office& office);

/// The last day on which a draft kept today can be taken up.
[[nodiscard]] Date kept_until(Date today);

}  // namespace ardager
