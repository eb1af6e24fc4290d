// Takes a request for a home visit: checks it, seals the people and the address, keeps one entry and gives a
// number. Prints and sends nothing. Runs on the record thread.
#pragma once

#include "kiosk/cases/office.h"
#include "kiosk/cases/visit_draft.h"

namespace ardager {

struct RequestedVisit {
    ReceiptNumber number;
    Instant at{};
    EntryId entry;
    std::uint64_t seq = 0;
};

/// When it returns, the request is on disk. Source: section 10 of the service standard (Order 172, appendix
/// 4): an applicant whose health limits life activity is visited at home.
/// Errors: invalid_field with every fault (`person.surname` / `empty`, `reason` / `unknown`, …),
/// disk_reserved, disk (nothing was kept), outcome_unknown and record_damaged (stop; no number may be shown).
[[nodiscard]] Result<RequestedVisit> request_visit(Office& office, const VisitDraft& draft);

}  // namespace ardager
