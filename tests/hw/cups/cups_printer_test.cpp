// The adapter against the real cupsd with the real ipp backend and CUPS's own IPP printer behind it.
#include "hw/cups/queue.h"
#include "hw/cups/queue_report.h"
#include "tests/hw/cups/cutting_relay.h"
#include "tests/hw/cups/kiosk.h"

using namespace ardager;
using namespace ardager::hw;
using namespace std::chrono_literals;

namespace {

using Papers = std::vector<Bytes>;

/// Documents (d…) and descriptions (c…) of jobs that CUPS keeps on its disk.
std::size_t kept_in_spool(const PrinterRoom& room) {
    std::size_t kept = 0;
    for (const auto& file : std::filesystem::directory_iterator(room.spool()))
        kept += file.is_regular_file() ? 1 : 0;
    return kept;
}

/// Somebody does this to the first job, at the printer itself.
void at_printer(const PrinterRoom& room, ipp_op_t operation) {
    const auto request = cups::ask_about(operation, room.printer_uri());
    cups::add_integer(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", 1);
    REQUIRE(cups::ask(cups::parse_address(room.printer_uri()).value(), request, {}, kGuard));
}

/// Somebody does this to the queue, and to its first job, on CUPS's page.
void in_cups(const PrinterRoom& room, ipp_op_t operation) {
    const auto request = cups::ask_about(operation, "ipp://localhost/printers/receipts");
    cups::add_integer(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", 1);
    REQUIRE(cups::ask({room.socket(), 631, false, "/"}, request, {}, kGuard));
}

}  // namespace

TEST_CASE("what comes out of the printer is what was sent, byte by byte", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    // Larger than any buffer on its way, with every byte there is.
    Document large{"KRG03-K1-261123-0015-5", kReceipt.pdf};
    for (int i = 0; i < 3'000'000; ++i) large.pdf.push_back(static_cast<std::uint8_t>(i * 7 + i / 256));
    CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::printed);
    CHECK(kiosk.prints(large).outcome == PrintOutcome::printed);
    CHECK(room.papers() == Papers{kReceipt.pdf, large.pdf});
}

TEST_CASE("as many copies are asked of the printer as of the kiosk", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    CHECK(kiosk.prints(kReceipt, 2).outcome == PrintOutcome::printed);
    CHECK(room.copies() == "2\n");
}

TEST_CASE("after the paper neither document nor job stays in CUPS", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    {
        Kiosk kiosk(room.socket());
        REQUIRE(kiosk.shows(PrinterState::ready));
        CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::printed);
        room.jams();
        CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::failed);
    }
    CHECK(kept_in_spool(room) == 0);
    CHECK(room.log().find(kReceipt.title) != std::string::npos);
    CHECK(room.log().find("a receipt") == std::string::npos);
}

TEST_CASE("a job waits for paper and is printed once when paper comes", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    room.runs_out_of_paper();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    REQUIRE(kiosk.devices().print(kReceipt, 1));
    CHECK(kiosk.shows(PrinterState::out_of_paper));
    CHECK(kiosk.devices().board().jobs_waiting == 1);
    CHECK(room.papers().empty());
    room.paper_comes();
    CHECK(kiosk.result().outcome == PrintOutcome::printed);
    CHECK(kiosk.shows(PrinterState::ready));
    CHECK(room.papers() == Papers{kReceipt.pdf});
}

TEST_CASE("a printer that is switched off is offline before anybody prints", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    room.switch_printer_off();
    CHECK(kiosk.shows(PrinterState::offline));
    const auto refused = kiosk.prints(kReceipt);
    CHECK(refused.outcome == PrintOutcome::failed);
    CHECK_THAT(refused.detail, Catch::Contains("switch it on"));
    room.switch_printer_on();
    CHECK(kiosk.shows(PrinterState::ready));
    CHECK(kiosk.prints(kOther).outcome == PrintOutcome::printed);
    CHECK(room.papers() == Papers{kOther.pdf});
}

TEST_CASE("a job that the printer spoils is failed and not tried again by itself", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    room.jams();
    CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::failed);
    room.jam_is_cleared();
    REQUIRE(kiosk.shows(PrinterState::ready));
    CHECK(kiosk.prints(kOther).outcome == PrintOutcome::printed);
    CHECK(room.papers() == Papers{kOther.pdf});
}

TEST_CASE("a job that somebody cancels is failed", "[hw][cups]") {
    const bool at_the_printer = GENERATE(true, false);
    CAPTURE(at_the_printer);
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    room.runs_out_of_paper();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    REQUIRE(kiosk.devices().print(kReceipt, 1));
    REQUIRE(kiosk.shows(PrinterState::out_of_paper));
    if (at_the_printer) {
        at_printer(room, IPP_OP_CANCEL_JOB);
        room.paper_comes();
    } else {
        in_cups(room, IPP_OP_CANCEL_JOB);
    }
    CHECK(kiosk.result().outcome == PrintOutcome::failed);
}

TEST_CASE("CUPS that stops in the middle of a job is offline, and the job waits for it", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    room.runs_out_of_paper();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    REQUIRE(kiosk.devices().print(kReceipt, 1));
    REQUIRE(kiosk.shows(PrinterState::out_of_paper));
    room.stop_cups();
    CHECK(kiosk.shows(PrinterState::offline));
    CHECK_FALSE(kiosk.devices().take_print());
    CHECK(kiosk.devices().board().jobs_waiting == 1);
    room.paper_comes();
    room.start_cups();
    CHECK(kiosk.result().outcome == PrintOutcome::printed);
    CHECK(room.papers() == Papers{kReceipt.pdf});
}

TEST_CASE("CUPS that hangs is offline, takes nothing, and goes on with what it has", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    room.runs_out_of_paper();
    auto patience = quick();
    patience.answer = 100ms;
    patience.fresh = 300ms;
    Kiosk kiosk(room.socket(), patience);
    REQUIRE(kiosk.shows(PrinterState::ready));
    REQUIRE(kiosk.devices().print(kReceipt, 1));
    REQUIRE(kiosk.shows(PrinterState::out_of_paper));
    room.freeze_cups();
    CHECK(kiosk.shows(PrinterState::offline));
    CHECK(kiosk.prints(kOther).outcome == PrintOutcome::failed);
    room.thaw_cups();
    room.paper_comes();
    CHECK(kiosk.result().outcome == PrintOutcome::printed);
    CHECK(room.papers() == Papers{kReceipt.pdf});
}

TEST_CASE("a line that is cut while a job is handed over never makes two papers", "[hw][cups]") {
    struct Row {
        ipp_op_t operation;
        CuttingRelay::Cut cut;
        PrintOutcome outcome;
    };
    const auto row =
        GENERATE(Row{IPP_OP_CREATE_JOB, CuttingRelay::Cut::before, PrintOutcome::failed},
                 Row{IPP_OP_CREATE_JOB, CuttingRelay::Cut::after, PrintOutcome::failed},
                 Row{IPP_OP_SEND_DOCUMENT, CuttingRelay::Cut::before, PrintOutcome::failed},
                 Row{IPP_OP_SEND_DOCUMENT, CuttingRelay::Cut::after, PrintOutcome::printed},
                 Row{IPP_OP_GET_JOB_ATTRIBUTES, CuttingRelay::Cut::after, PrintOutcome::printed});
    CAPTURE(row.operation, static_cast<int>(row.cut));
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    CuttingRelay relay(room.socket() + ".cut", room.socket(), row.operation, row.cut);
    Kiosk kiosk(relay.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    CHECK(kiosk.prints(kReceipt).outcome == row.outcome);
    CHECK(relay.has_cut());
    REQUIRE(kiosk.shows(PrinterState::ready));
    CHECK(kiosk.prints(kOther).outcome == PrintOutcome::printed);
    auto expected = row.outcome == PrintOutcome::printed ? Papers{kReceipt.pdf} : Papers{};
    expected.push_back(kOther.pdf);
    CHECK(room.papers() == expected);
}

TEST_CASE("a job outlives a restart of the kiosk, and what is left of it is cleared away", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    room.runs_out_of_paper();
    {
        Kiosk before(room.socket());
        REQUIRE(before.shows(PrinterState::ready));
        REQUIRE(before.devices().print(kReceipt, 1));
        REQUIRE(before.shows(PrinterState::out_of_paper));
    }
    {
        Kiosk after(room.socket());
        REQUIRE(after.shows(PrinterState::out_of_paper));
        room.paper_comes();
        REQUIRE(after.shows(PrinterState::ready));
        CHECK(after.prints(kOther).outcome == PrintOutcome::printed);
    }
    CHECK(room.papers() == Papers{kReceipt.pdf, kOther.pdf});
    CHECK(kept_in_spool(room) == 0);
}

TEST_CASE("what an earlier run left lying in CUPS is cleared away", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    room.runs_out_of_paper();
    {
        Kiosk before(room.socket());
        REQUIRE(before.shows(PrinterState::ready));
        REQUIRE(before.devices().print(kReceipt, 1));
        REQUIRE(before.shows(PrinterState::out_of_paper));
    }
    in_cups(room, IPP_OP_HOLD_JOB);
    {
        const Kiosk after(room.socket());
        CHECK(comes_true([&] { return kept_in_spool(room) == 0; }));
    }
}

TEST_CASE("a job that CUPS leaves lying is taken back and never comes out later", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    room.runs_out_of_paper();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    REQUIRE(kiosk.devices().print(kReceipt, 1));
    REQUIRE(kiosk.shows(PrinterState::out_of_paper));
    in_cups(room, IPP_OP_HOLD_JOB);
    CHECK(kiosk.result().outcome == PrintOutcome::failed);
    CHECK(kept_in_spool(room) == 0);
}

TEST_CASE("a job that CUPS cannot turn into the printer's language is failed", "[hw][cups]") {
    PrinterRoom room;
    room.breaks_the_driver();
    room.start_cups();
    room.switch_printer_on();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::failed);
    CHECK(kept_in_spool(room) == 0);
}

TEST_CASE("what CUPS means to try again by itself is taken back in time", "[hw][cups]") {
    // Debian's default policy; the backend gives up after a second without the printer.
    PrinterRoom room("retry-job", "?contimeout=1");
    room.start_cups();
    room.switch_printer_on();
    auto patience = quick();
    patience.itself = kGuard;  // nobody notices that the printer is off before the job does
    patience.connecting = kGuard;
    Kiosk kiosk(room.socket(), patience);
    REQUIRE(kiosk.shows(PrinterState::ready));
    room.switch_printer_off();
    CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::failed);
    CHECK(kept_in_spool(room) == 0);
}

TEST_CASE("a queue that an administrator stopped takes nothing until it is started", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
    in_cups(room, IPP_OP_PAUSE_PRINTER);
    CHECK(kiosk.shows(PrinterState::fault));
    CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::failed);
    in_cups(room, IPP_OP_RESUME_PRINTER);
    CHECK(kiosk.shows(PrinterState::ready));
    CHECK(room.papers().empty());
}

TEST_CASE("without CUPS the printer is offline, and with it and without its queue it is a fault",
          "[hw][cups]") {
    PrinterRoom room;
    Kiosk kiosk(room.socket(), quick(), "no-such-queue");
    CHECK(kiosk.devices().board().printer == PrinterState::offline);
    CHECK(kiosk.prints(kReceipt).outcome == PrintOutcome::failed);
    room.start_cups();
    CHECK(kiosk.shows(PrinterState::fault));
}

TEST_CASE("the report tells an administrator what a kiosk would meet", "[hw][cups]") {
    PrinterRoom room;
    const CupsOptions options{"receipts", room.socket()};
    CHECK(report_queue(options).error().code == Code::line);
    room.start_cups();
    room.switch_printer_on();
    {
        Kiosk kiosk(room.socket());
        REQUIRE(kiosk.shows(PrinterState::ready));
    }
    const auto ready = report_queue(options).value();
    CHECK(ready.state == PrinterState::ready);
    CHECK(ready.asked_itself);
    CHECK(ready.error_policy == "abort-job");
    CHECK(ready.kept_jobs == 0);
    CHECK(report_queue({"no-such-queue", room.socket()}).error().code == Code::not_found);
    room.switch_printer_off();
    CHECK(report_queue(options).value().state == PrinterState::offline);
}

TEST_CASE("what an unhurried kiosk may take stays within what the interface promises", "[hw][cups]") {
    const CupsPatience patience;
    CHECK(patience.fresh == 2s);
    // A look that ends just in time, the pause, and the next one: the state does not grow stale in between.
    CHECK(patience.watch + 2 * patience.answer < patience.fresh);
}
