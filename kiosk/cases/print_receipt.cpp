#include "kiosk/cases/print_receipt.h"

#include "kiosk/cases/compose_receipt.h"

namespace ardager {

Result<PrintedReceipt> print_receipt(Office& office, const ReceiptNumber& number,
                                     const receipts::DrawOptions& options, const Stage& stage) {
    const auto row = TRY(find_application(office.journal().reader().database(), number));
    PrintedReceipt printed;
    printed.copy_number = row.prints;
    // Drawn and laid ready first: what cannot be drawn or written must not be counted as printed.
    printed.pdf = TRY(
        receipts::render_pdf(office.law.forms, TRY(compose_receipt(office, number, row.prints)), options));
    if (stage) TRY(stage(printed.pdf));
    // A record that may not be written to still gives back what it promised; this paper is not counted.
    if (TRY(office.stopped())) return printed;
    auto work = TRY(office.begin());
    const auto entry =
        TRY(work->append("receipt.printed", Json{{"number", number.text}, {"copy", row.prints}}));
    TRY(office.keep(std::move(work), entry.id));
    return printed;
}

}  // namespace ardager
