// The desk's side towards paper and glass: scanning, printing, looking numbers up for printing.
#include "hw/page_image.h"
#include "kiosk/base/log.h"
#include "kiosk/cases/deliver_notice.h"
#include "kiosk/cases/show_status.h"
#include "ui/citizen_desk.h"
#include "ui/citizen_events.h"

namespace ardager {

using namespace citizen;

void CitizenDesk::on(const ScanPage& effect) {
    scan(effect.ticket, false);
}

/// A page that is still on its way keeps the ticket and the purpose that it was asked for with.
void CitizenDesk::scan(std::uint64_t ticket, bool receipt) {
    if (const auto asked = parts_.devices.scan(); !asked)
        return tell(ScanFailed{ticket, scan_trouble(parts_.devices.board().scanner)});
    scan_ticket_ = ticket;
    scans_receipt_ = receipt;
}

void CitizenDesk::on(const CancelScan&) {
    parts_.devices.cancel_scan();
}

void CitizenDesk::look_at_devices() {
    take_scanned_page();
    take_printed_paper();
    take_sight();
    if (auto card = parts_.devices.take_mrz()) tell(CardRead{std::move(*card)});
}

void CitizenDesk::take_scanned_page() {
    auto scanned = parts_.devices.take_scan();
    if (!scanned) return;
    if (!scanned->page) {
        log(LogLevel::info, "scanner", scanned->page.error().detail);
        return tell(ScanFailed{scan_ticket_, scan_trouble(parts_.devices.board().scanner)});
    }
    // Encoding takes tens of milliseconds: on the record thread, so that no frame waits for it.
    auto page = std::make_shared<hw::ScannedPage>(std::move(*scanned->page));
    if (scans_receipt_) return read_receipt(std::move(page));
    const auto id = "page-" + std::to_string(++pictures_);
    post(
        [this, page, id, ticket = scan_ticket_, version = pictures_, session = session_,
         visitor = visitor_](Office& office) -> RecordThread::Answer {
            auto looked_at = look_at_page(*page, version);
            if (!looked_at)
                return [this, ticket, detail = looked_at.error().detail] {
                    log(LogLevel::error, "scanner", detail);
                    tell(ScanFailed{ticket, ScanTrouble::offline});
                };
            auto shared = std::make_shared<LookedAtPage>(std::move(*looked_at));
            save_session_page(office, session, {id, shared->jpeg});
            return [this, shared, id, ticket, visitor] {
                if (!still(visitor)) return;
                pages_[id] = std::make_shared<const Bytes>(std::move(shared->jpeg));
                tell(ScanDone{ticket, id, shared->quality, shared->preview});
            };
        },
        ScanFailed{scan_ticket_, ScanTrouble::offline});
}

void CitizenDesk::take_printed_paper() {
    const auto result = parts_.devices.take_print();
    if (!result || !printing_ || result->request != *printing_) return;
    printing_.reset();
    paper_.failed = result->outcome != hw::PrintOutcome::printed;
    if (paper_.failed) log(LogLevel::warning, "printer", result->detail);
    tell(PrintEnded{!paper_.failed});
}

void CitizenDesk::put_on_paper(const std::string& number, std::shared_ptr<const Bytes> pdf,
                               std::uint64_t visitor) {
    // A receipt whose owner has finished still comes out; only nobody after them can print it again.
    if (!still(visitor)) {
        if (const auto sent = parts_.devices.print({number, *pdf}, 1); !sent)
            log(LogLevel::warning, "printer", sent.error().detail);
        return;
    }
    paper_ = {number, std::move(pdf), false};
    auto request = parts_.devices.print({paper_.number, *paper_.pdf}, 1);
    if (request) {
        printing_ = *request;
        return;
    }
    log(LogLevel::warning, "printer", request.error().detail);
    paper_.failed = true;
    tell(PrintEnded{false});
}

void CitizenDesk::on(const PrintReceipt& effect) {
    // What never reached paper is printed as it is: it is no duplicate.
    if (effect.again && paper_.failed && paper_.number == effect.number)
        return put_on_paper(paper_.number, paper_.pdf, visitor_);
    post(
        [this, number = effect.number, language = language_,
         visitor = visitor_](Office& office) -> RecordThread::Answer {
            const auto parsed = ReceiptNumber::parse(number);
            auto printed = parsed ? print_receipt(office, *parsed, paper_options(language))
                                  : Result<PrintedReceipt>(fail(parsed.error()));
            if (!printed)
                return [this, detail = printed.error().detail] {
                    log(LogLevel::error, "receipt", detail);
                    tell(PrintEnded{false});
                };
            auto pdf = std::make_shared<const Bytes>(std::move(printed->pdf));
            return [this, number, pdf, visitor] {
                parts_.entry_kept();
                put_on_paper(number, pdf, visitor);
            };
        },
        PrintEnded{false});
}

void CitizenDesk::on(const PrintNotice& effect) {
    post(
        [this, number = effect.number, language = effect.language,
         visitor = visitor_](Office& office) -> RecordThread::Answer {
            const auto parsed = ReceiptNumber::parse(number);
            auto printed = parsed ? deliver_notice(office, *parsed, paper_options(language))
                                  : Result<PrintedReceipt>(fail(parsed.error()));
            if (!printed) return [this] { tell(PrintEnded{false}); };
            auto pdf = std::make_shared<const Bytes>(std::move(printed->pdf));
            return [this, number, pdf, visitor] {
                parts_.entry_kept();
                put_on_paper(number + "-notice", pdf, visitor);
            };
        },
        PrintEnded{false});
}

void CitizenDesk::on(const LookUp& effect) {
    post(
        [this, number = effect.number, visitor = visitor_](Office& office) -> RecordThread::Answer {
            const auto parsed = ReceiptNumber::parse(number);
            if (!parsed) return [this] { tell(StatusMissing{}); };
            const auto facts = show_status(office, *parsed);
            if (facts) return [this, found = status_found(office, *facts)] { tell(found); };
            auto draft = find_kept_draft(office, *parsed);
            if (!draft || !*draft) return [this] { tell(StatusMissing{}); };
            auto kept = std::make_shared<KeptDraft>(std::move(**draft));
            return [this, kept, text = parsed->text, visitor] {
                if (!still(visitor)) return;
                auto answers = answers_from_json(kept->answers);
                if (!answers) return tell(StatusMissing{});
                for (auto& page : kept->pages)
                    pages_[page.id] = std::make_shared<const Bytes>(std::move(page.jpeg));
                kept_draft_ = text;
                tell(DraftFound{std::move(*answers)});
            };
        },
        StatusMissing{});
}

}  // namespace ardager
