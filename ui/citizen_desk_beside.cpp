// The desk's side towards the pages beside the application: a number from the receipt itself, its personal
// part, and papers that hold nobody's name.
#include "kiosk/base/log.h"
#include "kiosk/cases/compose_paper.h"
#include "kiosk/cases/show_status.h"
#include "ui/citizen_desk.h"
#include "ui/citizen_events.h"

namespace ardager {

using namespace citizen;

void CitizenDesk::on(const ScanReceipt& effect) {
    scan(effect.ticket, true);
}

void CitizenDesk::read_receipt(std::shared_ptr<hw::ScannedPage> page) {
    // Looking for the code takes longer than a frame: on the record thread, which has the certificate.
    post(
        [this, page = std::move(page), ticket = scan_ticket_](Office& office) -> RecordThread::Answer {
            const auto read = read_receipt_page(office, *page);
            wipe(page->rgb);
            if (!read.number)
                return [this, ticket, trouble = read.trouble] { tell(ReceiptUnread{ticket, trouble}); };
            return [this, ticket, number = read.number->text] { tell(ReceiptRead{ticket, number}); };
        },
        ScanFailed{scan_ticket_, ScanTrouble::offline});
}

void CitizenDesk::on(const Reveal& effect) {
    post(
        [this, number = effect.number, digits = effect.last_four](Office& office) -> RecordThread::Answer {
            const auto parsed = ReceiptNumber::parse(number);
            auto personal = parsed ? reveal_status(office, *parsed, digits)
                                   : Result<PersonalStatus>(fail(parsed.error()));
            if (!personal) return [this] { tell(NotRevealed{}); };
            auto shown = std::make_shared<Revealed>(Revealed{
                std::move(personal->applicant), std::move(personal->documents), std::move(personal->pickup)});
            return [this, shown] { tell(std::move(*shown)); };
        },
        NotRevealed{});
}

void CitizenDesk::print_paper(const std::string& title,
                              std::function<Result<receipts::Receipt>(const Office&)> compose,
                              const std::string& language) {
    printing_.reset();  // an earlier paper's end is not this one's
    post(
        [this, title, compose = std::move(compose), language,
         visitor = visitor_](Office& office) -> RecordThread::Answer {
            const auto receipt = compose(office);
            auto drawn = receipt ? receipts::render_pdf(office.law.forms, *receipt, paper_options(language))
                                 : Result<Bytes>(fail(receipt.error()));
            if (!drawn)
                return [this, detail = drawn.error().detail] {
                    log(LogLevel::error, "paper", detail);
                    tell(PrintEnded{false});
                };
            auto pdf = std::make_shared<const Bytes>(std::move(*drawn));
            return [this, title, pdf, visitor] { put_on_paper(title, pdf, visitor); };
        },
        PrintEnded{false});
}

void CitizenDesk::on(const PrintChecklist& effect) {
    print_paper(
        "checklist",
        [service = effect.service, variant = effect.variant](const Office& office) {
            return compose_checklist(office, service, variant);
        },
        effect.language);
}

void CitizenDesk::on(const PrintBlank& effect) {
    print_paper(
        "medical-card",
        [](const Office& office) { return Result<receipts::Receipt>(compose_medical_card(office)); },
        effect.language);
}

}  // namespace ardager
