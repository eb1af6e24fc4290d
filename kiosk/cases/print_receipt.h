// Gives the PDF of a receipt and counts it: the first is the original, each later one says КӨШІРМЕ /
// ДУБЛИКАТ. The count is an entry, kept before the paper exists. Runs on the record thread.
#pragma once

#include <functional>

#include "kiosk/cases/office.h"
#include "kiosk/receipts/draw.h"

namespace ardager {

struct PrintedReceipt {
    Bytes pdf;
    unsigned copy_number = 0;  // 0: the original
    unsigned paper_copies = 1;
};

/// Lays the paper where it can be had once it is counted; an error counts nothing.
using Stage = std::function<Result<void>(const Bytes& pdf)>;

/// Errors: that of `stage`; not_found, disk, outcome_unknown, record_damaged, device (the signing key).
[[nodiscard]] Result<PrintedReceipt> print_receipt(Office& office, const ReceiptNumber& number,
                                                   const receipts::DrawOptions& options,
                                                   const Stage& stage = {});

}  // namespace ardager
