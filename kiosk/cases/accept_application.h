// Accepts a complete package: seals it, keeps one entry, gives the receipt its number and due date.
// Prints and sends nothing. Runs on the record thread.
#pragma once

#include "kiosk/cases/application_draft.h"
#include "kiosk/cases/office.h"

namespace ardager {

struct Accepted {
    ReceiptNumber number;
    Date due;
    EntryId entry;
    std::uint64_t seq = 0;
    std::vector<std::string> warnings;
};

/// When it returns, the application is on disk. Source: item 5 of the rules (Order 172), DESIGN "Who
/// accepts". Errors: missing_documents (fields name each requirement; offer refuse_acceptance),
/// not_now (the configuration lacks what a receipt must say), invalid_field, disk_reserved, disk (nothing was
/// kept), outcome_unknown and record_damaged (stop; nothing may be promised).
[[nodiscard]] Result<Accepted> accept_application(Office& office, const ApplicationDraft& draft);

}  // namespace ardager
