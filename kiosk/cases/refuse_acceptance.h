// Refuses to accept an incomplete package: keeps one entry and gives the refusal receipt (appendix 3) its
// number. The person's papers are not kept: only what is missing. Runs on the record thread.
#pragma once

#include "kiosk/cases/application_draft.h"
#include "kiosk/cases/office.h"
#include "kiosk/rules/package.h"

namespace ardager {

struct Refused {
    ReceiptNumber number;
    EntryId entry;
    std::uint64_t seq = 0;
    std::vector<MissingRequirement> missing;
};

/// Source: article 20(2) of the Law on State Services; item 5 and appendix 3 of the rules (Order 172,
/// appendix 5). Errors: conflict when nothing is missing (accept it), not_now (the
/// configuration lacks what a receipt must say), invalid_field, disk, outcome_unknown,
/// record_damaged.
[[nodiscard]] Result<Refused> refuse_acceptance(Office& office, const ApplicationDraft& draft);

}  // namespace ardager
