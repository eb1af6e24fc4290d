// Gives the PDF of a receipt and counts it: the first is the original, each later one says КӨШІРМЕ /
// ДУБЛИКАТ. The count is an entry, kept before the paper exists. Runs on the record thread.
#pragma once

#include "kiosk/cases/office.h"
#include "kiosk/receipts/draw.h"

namespace ardager {

struct PrintedReceipt {
    Bytes pdf;
    unsigned copy_number = 0;  // 0: the original
    unsigned paper_copies = 1;
};

/// Errors: not_found, disk, outcome_unknown, record_damaged, device (the signing key).
[[nodiscard]] Result<PrintedReceipt> print_receipt(Office& office, const ReceiptNumber& number,
                                                   const receipts::DrawOptions& options);

}  // namespace ardager
