#include "kiosk/cases/deliver_notice.h"

#include "kiosk/cases/compose_receipt.h"

namespace ardager {
namespace {

Result<std::optional<NoticeRow>> latest_with_paper(Office& office, const ReceiptNumber& number) {
    std::optional<NoticeRow> latest;
    for (auto& notice : TRY(notices_of(office.journal().reader().database(), number)))
        if (notice.kind != "decision.registered") latest = std::move(notice);
    return latest;
}

}  // namespace

Result<bool> has_notice(Office& office, const ReceiptNumber& number) {
    return TRY(latest_with_paper(office, number)).has_value();
}

Result<PrintedReceipt> deliver_notice(Office& office, const ReceiptNumber& number,
                                      const receipts::DrawOptions& options) {
    const auto notice = TRY(latest_with_paper(office, number));
    if (!notice) return fail(Code::not_found, number.text + ": no decision with a paper has come");
    PrintedReceipt printed;
    printed.pdf = TRY(receipts::render_pdf(office.law.forms, TRY(compose_notice(office, *notice)), options));
    if (TRY(office.stopped())) return printed;  // as print_receipt: the paper goes out, the entry does not
    auto work = TRY(office.begin());
    const auto entry = TRY(
        work->append("notice.delivered",
                     Json{{"number", number.text}, {"kind", notice->kind}, {"decision", notice->entry_seq}}));
    TRY(office.keep(std::move(work), entry.id));
    return printed;
}

}  // namespace ardager
