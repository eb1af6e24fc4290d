// Translates what cases and devices say into what a citizen's session understands. Pure, or on the office it
// is given.
#pragma once

#include "hw/scanner.h"
#include "kiosk/cases/keep_draft.h"
#include "kiosk/cases/show_status.h"
#include "kiosk/receipts/draw.h"
#include "ui/citizen/events.h"

namespace ardager {

[[nodiscard]] citizen::SubmitTrouble submit_trouble(Code code);
[[nodiscard]] citizen::ScanTrouble scan_trouble(hw::ScannerState state);
/// False when no page can come from it until somebody sees to it: citizens are told so before they begin.
[[nodiscard]] bool may_scan(hw::ScannerState state);
/// Papers are in Kazakh or Russian; who reads English gets both.
[[nodiscard]] receipts::DrawOptions paper_options(const std::string& language);
[[nodiscard]] citizen::StatusFound status_found(Office& office, const StatusFacts& facts);
/// The receipt's QR code for the screen; nothing when it cannot be made (the paper still has it).
[[nodiscard]] std::shared_ptr<const ui::QrModules> qr_of(Office& office, const ReceiptNumber& number);
/// After its application was accepted; a failure is logged and the draft runs out by itself.
void forget_kept_draft(Office& office, const std::string& number);

/// The number on a scanned receipt, once its signed statement is verified with this record's own
/// certificate, as `ardagerctl receipt verify` does. Holds on to nothing of the page. `trouble` says why
/// there is none.
struct ReadReceipt {
    std::optional<ReceiptNumber> number;
    citizen::ReceiptTrouble trouble = citizen::ReceiptTrouble::no_code;
};
[[nodiscard]] ReadReceipt read_receipt_page(const Office& office, const hw::ScannedPage& page);
/// The same from the text of a QR code.
[[nodiscard]] ReadReceipt read_receipt_code(const Office& office, std::string_view text);

struct LookedAtPage {
    Bytes jpeg;
    PageQuality quality = PageQuality::ok;
    std::shared_ptr<const ui::Picture> preview;
};
/// JPEG for the record, preview and verdict for the screen. Errors: invalid_input.
[[nodiscard]] Result<LookedAtPage> look_at_page(const hw::ScannedPage& page, std::uint64_t version);

}  // namespace ardager
