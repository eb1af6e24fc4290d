// Puts together what stands on a paper from the entry behind its number. Changes nothing.
// The result holds personal data in clear: it is drawn and dropped.
#pragma once

#include "kiosk/cases/office.h"
#include "kiosk/receipts/receipt.h"

namespace ardager {

/// The acceptance or refusal receipt of a number; `copy_number` 0 is the original.
/// Errors: not_found, record_damaged, device (the signing key).
[[nodiscard]] Result<receipts::Receipt> compose_receipt(Office& office, const ReceiptNumber& number,
                                                        unsigned copy_number);

/// The paper that tells the applicant of a decision: extension notice, refusal notice or "the certificate is
/// ready".
[[nodiscard]] Result<receipts::Receipt> compose_notice(Office& office, const NoticeRow& row);

}  // namespace ardager
