#include "hw/fake/fake_identity_reader.h"
#include "hw/fake/fake_printer.h"
#include "hw/fake/fake_scanner.h"
#include "hw/page_image.h"
#include "kiosk/base/files.h"
#include "tests/hw/temporary_folder.h"

using namespace ardager;
using namespace ardager::hw;

namespace {

const Document kReceipt{"KRG03-K1-261123-0014-7", to_bytes("%PDF-1.7 receipt")};

struct PageLight {
    double mean = 0;
    double contrast = 0;  // mean step between neighbours
};

PageLight light_of(SamplePage sample) {
    const auto grey = thumbnail(draw_sample_page(sample), 1654).value();
    double sum = 0;
    double steps = 0;
    for (std::size_t i = 1; i < grey.pixels.size(); ++i) {
        sum += grey.pixels[i];
        steps += std::abs(int{grey.pixels[i]} - int{grey.pixels[i - 1]});
    }
    const auto count = static_cast<double>(grey.pixels.size());
    return {sum / count, steps / count};
}

}  // namespace

TEST_CASE("the fake printer leaves the document that it printed in its folder", "[hw]") {
    const TemporaryFolder folder;
    FakePrinter printer(folder.path() / "paper", 10);
    const auto first = printer.print(kReceipt, 2).value();
    const auto again = printer.print(kReceipt, 1).value();
    CHECK(printer.outcome(first) == PrintOutcome::printed);
    CHECK(printer.outcome(again) == PrintOutcome::printed);
    CHECK(printer.sheets() == 7);
    const auto printed = printer.printed();
    REQUIRE(printed.size() == 2);
    CHECK(printed[0].copies == 2);
    CHECK(printed[0].file != printed[1].file);
    CHECK(read_file(printed[1].file, 100).value() == kReceipt.pdf);
}

TEST_CASE("a job that waits for paper is printed once when paper is there", "[hw]") {
    const TemporaryFolder folder;
    FakePrinter printer(folder.path(), 1);
    const auto job = printer.print(kReceipt, 2).value();
    CHECK(printer.outcome(job) == PrintOutcome::waiting);
    CHECK(printer.printed().empty());
    printer.set_sheets(0);
    CHECK(printer.state() == PrinterState::out_of_paper);
    printer.set_sheets(50);
    CHECK(printer.outcome(job) == PrintOutcome::printed);
    printer.set_sheets(50);
    CHECK(printer.printed().size() == 1);
}

TEST_CASE("each trouble of the printer has its state and its end", "[hw]") {
    const TemporaryFolder folder;
    FakePrinter printer(folder.path());
    SECTION("an open cover makes the job wait") {
        printer.set_cover_open(true);
        CHECK(printer.state() == PrinterState::cover_open);
        const auto job = printer.print(kReceipt, 1).value();
        CHECK(printer.outcome(job) == PrintOutcome::waiting);
        printer.set_cover_open(false);
        CHECK(printer.outcome(job) == PrintOutcome::printed);
    }
    SECTION("a printer that is switched off takes no job") {
        printer.set_offline(true);
        CHECK(printer.state() == PrinterState::offline);
        CHECK(printer.print(kReceipt, 1).error().code == Code::device);
    }
    SECTION("a jam spoils the job and stays until someone clears it") {
        printer.jam();
        const auto job = printer.print(kReceipt, 1).value();
        CHECK(printer.outcome(job) == PrintOutcome::failed);
        CHECK(printer.state() == PrinterState::fault);
        CHECK(printer.print(kReceipt, 1).error().code == Code::device);
        printer.clear_jam();
        CHECK(printer.state() == PrinterState::ready);
        CHECK(printer.printed().empty());
    }
    SECTION("a failed job is not tried again by itself") {
        printer.fail_next_job();
        const auto job = printer.print(kReceipt, 1).value();
        CHECK(printer.outcome(job) == PrintOutcome::failed);
        printer.set_sheets(100);
        CHECK(printer.printed().empty());
        CHECK(printer.outcome(printer.print(kReceipt, 1).value()) == PrintOutcome::printed);
    }
    SECTION("an unknown job has not been printed") {
        CHECK(printer.outcome(PrintJob{77}) == PrintOutcome::failed);
    }
    SECTION("an empty document is no job") {
        CHECK(printer.print({"x", {}}, 1).error().code == Code::invalid_input);
        CHECK(printer.print(kReceipt, 0).error().code == Code::invalid_input);
    }
}

TEST_CASE("the drawn pages differ as a page check must see them", "[hw]") {
    const auto good = light_of(SamplePage::military_id);
    CHECK(good.mean > 200);
    CHECK(light_of(SamplePage::service_certificate).contrast > 1);
    CHECK(light_of(SamplePage::blank).contrast == 0);
    CHECK(light_of(SamplePage::dark).mean < 50);
    CHECK(light_of(SamplePage::blurred).contrast < good.contrast / 3);
    CHECK(light_of(SamplePage::blurred).mean == Approx(good.mean).margin(3));
}

TEST_CASE("the fake scanner serves what lies on its glass, again and again", "[hw]") {
    FakeScanner scanner;
    CHECK(scanner.scan().value().rgb == draw_sample_page(SamplePage::military_id).rgb);
    CHECK(scanner.scan().value().dots_per_inch == 200);
    scanner.put(SamplePage::blank);
    CHECK(scanner.scan().value().rgb == draw_sample_page(SamplePage::blank).rgb);
    scanner.take_document_away();
    CHECK(scanner.state() == ScannerState::no_document);
    CHECK(scanner.scan().error().code == Code::device);
}

TEST_CASE("the fake scanner serves a picture from a file", "[hw]") {
    const TemporaryFolder folder;
    FakeScanner scanner;
    const auto blank = draw_sample_page(SamplePage::blank);
    REQUIRE(write_file(folder.path() / "page.jpg", encode_jpeg(blank).value()));
    REQUIRE(write_file(folder.path() / "letter.jpg", to_bytes("not a picture")));
    REQUIRE(scanner.put_picture(folder.path() / "page.jpg"));
    CHECK(scanner.scan().value().height == blank.height);
    CHECK(scanner.put_picture(folder.path() / "letter.jpg").error().code == Code::invalid_input);
    CHECK(scanner.put_picture(folder.path() / "none.jpg").error().code == Code::not_found);
}

TEST_CASE("each trouble of the scanner says what a person must do", "[hw]") {
    const std::vector<std::tuple<ScannerState, Code, std::string>> rows{
        {ScannerState::no_document, Code::device, "lay one"},
        {ScannerState::jammed, Code::device, "take it out"},
        {ScannerState::cover_open, Code::device, "close it"},
        {ScannerState::busy, Code::not_now, "try again"},
        {ScannerState::offline, Code::device, "switch it on"},
        {ScannerState::fault, Code::device, "off and on"}};
    FakeScanner scanner;
    for (const auto& [state, code, words] : rows) {
        scanner.set_trouble(state);
        CHECK(scanner.state() == state);
        const auto error = scanner.scan().error();
        CHECK(error.code == code);
        CHECK_THAT(error.detail, Catch::Contains(words));
    }
    scanner.set_trouble(ScannerState::ready);
    CHECK(scanner.scan());
}

TEST_CASE("a card is read once", "[hw]") {
    FakeIdentityReader reader;
    CHECK_FALSE(reader.take_mrz());
    reader.present_card("IDKAZ…");
    CHECK(reader.take_mrz() == "IDKAZ…");
    CHECK_FALSE(reader.take_mrz());
}
