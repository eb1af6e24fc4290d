#include "ui/citizen_events.h"

#include "hw/page_image.h"
#include "kiosk/base/files.h"
#include "kiosk/base/log.h"
#include "kiosk/cases/compose_receipt.h"
#include "kiosk/cases/deliver_notice.h"
#include "kiosk/receipts/qr.h"
#include "kiosk/receipts/statement.h"
#include "kiosk/vault/signing_key.h"

namespace ardager {

using namespace citizen;

SubmitTrouble submit_trouble(Code code) {
    switch (code) {
        case Code::not_now:
            return SubmitTrouble::not_now;
        case Code::disk_reserved:
            return SubmitTrouble::disk_reserved;
        case Code::disk:
            return SubmitTrouble::disk;
        case Code::outcome_unknown:
            return SubmitTrouble::outcome_unknown;
        case Code::record_damaged:
            return SubmitTrouble::record_damaged;
        case Code::invalid_field:
            return SubmitTrouble::invalid_field;
        case Code::missing_documents:
            return SubmitTrouble::missing_documents;
        default:
            return SubmitTrouble::internal;
    }
}

ScanTrouble scan_trouble(hw::ScannerState state) {
    switch (state) {
        case hw::ScannerState::no_document:
            return ScanTrouble::no_document;
        case hw::ScannerState::jammed:
            return ScanTrouble::jammed;
        case hw::ScannerState::cover_open:
            return ScanTrouble::cover_open;
        default:
            return ScanTrouble::offline;
    }
}

bool may_scan(hw::ScannerState state) {
    // One that is still being looked for has not failed: whoever begins meanwhile comes to it much later.
    return state != hw::ScannerState::offline && state != hw::ScannerState::fault;
}

receipts::DrawOptions paper_options(const std::string& language) {
    using receipts::ReceiptLanguage;
    receipts::DrawOptions options;
    options.language = language == "ru"   ? ReceiptLanguage::ru
                       : language == "en" ? ReceiptLanguage::both
                                          : ReceiptLanguage::kk;
    return options;
}

StatusFound status_found(Office& office, const StatusFacts& facts) {
    StatusFound found;
    found.number = facts.row.number.text;
    found.accepted_on = local_date(facts.row.issued_at);
    found.due = facts.row.due;
    switch (facts.row.state) {
        case ApplicationState::accepted:
            found.stage = facts.at_the_ministry ? ApplicationStage::sent : ApplicationStage::accepted;
            break;
        case ApplicationState::registered:
            found.stage = ApplicationStage::registered;
            break;
        case ApplicationState::extended:
            found.stage = ApplicationStage::extended;
            break;
        case ApplicationState::granted:
            found.stage = ApplicationStage::granted;
            break;
        case ApplicationState::refused:
        case ApplicationState::not_accepted:
            found.stage = ApplicationStage::refused;
            break;
    }
    for (const auto& decision : facts.decisions)
        if (decision.extended_days) found.extended_to_days = *decision.extended_days;
    found.has_notice = has_notice(office, facts.row.number).value_or(false);
    return found;
}

std::shared_ptr<const ui::QrModules> qr_of(Office& office, const ReceiptNumber& number) {
    const auto receipt = compose_receipt(office, number, 0);
    if (!receipt) return nullptr;
    const auto text = std::visit(
        [](const auto& paper) -> std::string {
            if constexpr (requires { paper.qr_text; })
                return paper.qr_text;
            else
                return {};
        },
        *receipt);
    const auto qr = receipts::make_qr(text);
    if (!qr) return nullptr;
    return std::make_shared<const ui::QrModules>(ui::QrModules{static_cast<unsigned>(qr->side), qr->dark});
}

void forget_kept_draft(Office& office, const std::string& number) {
    const auto parsed = ReceiptNumber::parse(number);
    if (!parsed) return;
    if (const auto wiped = wipe_kept_draft(office, *parsed); !wiped)
        log(LogLevel::warning, "citizen", wiped.error().detail);
}

namespace {

// A certificate is about 1 KiB.
constexpr std::size_t kCertificateLimit = std::size_t{64} * 1024;

ReceiptTrouble receipt_trouble(const Error& error) {
    return error.code == Code::not_allowed ? ReceiptTrouble::other : ReceiptTrouble::forged;
}

Result<std::unique_ptr<Verifier>> own_verifier(const Office& office) {
    const auto pem = TRY(read_file(office.paths.receipt_certificate(), kCertificateLimit));
    return load_verifier(as_text(pem));
}

}  // namespace

ReadReceipt read_receipt_page(const Office& office, const hw::ScannedPage& page) {
    Bytes grey = grey_from_rgb(page.rgb);
    const auto text =
        receipts::read_qr_grey(grey, static_cast<int>(page.width), static_cast<int>(page.height));
    wipe(grey);
    return text ? read_receipt_code(office, *text) : ReadReceipt{};
}

ReadReceipt read_receipt_code(const Office& office, std::string_view text) {
    const auto verifier = own_verifier(office);
    if (!verifier) {
        log(LogLevel::error, "receipt", verifier.error().detail);
        return {std::nullopt, ReceiptTrouble::other};
    }
    const auto statement = receipts::verify_statement(text, {verifier->get()});
    if (!statement) return {std::nullopt, receipt_trouble(statement.error())};
    return {statement->number, {}};
}

Result<LookedAtPage> look_at_page(const hw::ScannedPage& page, std::uint64_t version) {
    LookedAtPage out;
    out.jpeg = TRY(hw::encode_jpeg(page));
    const Bytes grey = grey_from_rgb(page.rgb);
    out.quality = TRY(page_quality({page.width, page.height, grey}));
    const auto small = TRY(hw::thumbnail(page));
    auto picture = std::make_shared<ui::Picture>();
    picture->version = version;
    picture->width = small.width;
    picture->height = small.height;
    for (const auto shade : small.pixels) picture->rgb.insert(picture->rgb.end(), 3, shade);
    out.preview = std::move(picture);
    return out;
}

}  // namespace ardager
