// A receipt on the scanner: the paper that we draw, as pixels, read back as a citizen lays it there.
#include "kiosk/cases/compose_receipt.h"
#include "kiosk/receipts/qr.h"
#include "tests/cases/office_fixture.h"
#include "ui/citizen_events.h"

using namespace ardager;
using namespace ardager::cases_test;
using citizen::ReceiptTrouble;

namespace {

// An A4 page at 200 dpi.
constexpr int kPageWidth = 1654;

hw::ScannedPage scanned(const receipts::Picture& picture) {
    hw::ScannedPage page;
    page.width = static_cast<unsigned>(picture.width);
    page.height = static_cast<unsigned>(picture.height);
    page.dots_per_inch = 200;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
        page.rgb.insert(page.rgb.end(), picture.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                        picture.rgba.begin() + static_cast<std::ptrdiff_t>(i + 3));
    return page;
}

hw::ScannedPage scanned(const Office& office, const receipts::Receipt& receipt) {
    return scanned(good(receipts::render_preview(office.law.forms, receipt, {}, kPageWidth)));
}

receipts::AcceptanceReceipt receipt_of(Branch& branch) {
    const auto number = branch.accepts().number;
    return std::get<receipts::AcceptanceReceipt>(good(compose_receipt(*branch.office, number, 0)));
}

}  // namespace

TEST_CASE("the number on our own receipt is read from its QR code", "[app][receipt]") {
    Branch branch;
    const auto receipt = receipt_of(branch);
    const auto read = read_receipt_page(*branch.office, scanned(*branch.office, receipt));
    REQUIRE(read.number);
    CHECK(read.number->text == receipt.number.text);
}

TEST_CASE("a receipt of another record gives no number", "[app][receipt]") {
    Branch branch;
    Branch other([](OfficeConfig& config) { config.device = {"KRG05", "K1"}; });
    const auto read = read_receipt_page(*branch.office, scanned(*branch.office, receipt_of(other)));
    CHECK_FALSE(read.number);
    CHECK(read.trouble == ReceiptTrouble::other);
}

TEST_CASE("a QR code that is not signed as ours gives no number", "[app][receipt]") {
    Branch branch;
    auto receipt = receipt_of(branch);
    const bool ours = GENERATE(true, false);
    if (ours)
        receipt.qr_text.back() = receipt.qr_text.back() == 'A' ? 'B' : 'A';
    else
        receipt.qr_text = "HTTPS://WWW.EGOV.KZ";
    const auto read = read_receipt_page(*branch.office, scanned(*branch.office, receipt));
    CHECK_FALSE(read.number);
    CHECK(read.trouble == ReceiptTrouble::forged);
}

TEST_CASE("paper without a QR code says that there is none", "[app][receipt]") {
    Branch branch;
    auto receipt = receipt_of(branch);
    receipt.qr_text.clear();
    const auto read = read_receipt_page(*branch.office, scanned(*branch.office, receipt));
    CHECK_FALSE(read.number);
    CHECK(read.trouble == ReceiptTrouble::no_code);
}
