// Gives the PDF of the paper that tells an applicant of the latest decision, and keeps that it was handed
// over. Runs on the record thread.
#pragma once

#include "kiosk/cases/print_receipt.h"

namespace ardager {

/// The latest decision that has a paper: extension, refusal or "the certificate is ready".
/// Errors: not_found when there is none; disk, outcome_unknown, record_damaged.
[[nodiscard]] Result<PrintedReceipt> deliver_notice(Office& office, const ReceiptNumber& number,
                                                    const receipts::DrawOptions& options);

/// True when some decision about the number has a paper.
[[nodiscard]] Result<bool> has_notice(Office& office, const ReceiptNumber& number);

}  // namespace ardager
