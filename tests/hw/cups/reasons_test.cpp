// What a printer's words ask of a person, word by word.
#include "hw/cups/reasons.h"

#include "hw/cups/cups_printer.h"
#include "hw/device_board.h"
#include "hw/printer_place.h"

using namespace ardager;
using namespace ardager::hw;
using cups::Activity;
using Words = std::vector<std::string>;

TEST_CASE("each word of a printer becomes what a person must do next", "[hw][cups]") {
    struct Row {
        Activity activity;
        Words reasons;
        PrinterState state;
    };
    const std::vector<Row> rows{
        {Activity::idle, {}, PrinterState::ready},
        {Activity::idle, {"none"}, PrinterState::ready},
        {Activity::idle, {"media-empty"}, PrinterState::out_of_paper},
        {Activity::idle, {"media-empty-error"}, PrinterState::out_of_paper},
        {Activity::stopped, {"media-needed-warning"}, PrinterState::out_of_paper},
        {Activity::idle, {"input-tray-missing"}, PrinterState::out_of_paper},
        {Activity::idle, {"cover-open"}, PrinterState::cover_open},
        {Activity::idle, {"door-open-error"}, PrinterState::cover_open},
        {Activity::idle, {"interlock-open"}, PrinterState::cover_open},
        {Activity::idle, {"offline-report"}, PrinterState::offline},
        {Activity::idle, {"shutdown"}, PrinterState::offline},
        {Activity::idle, {"media-jam"}, PrinterState::fault},
        {Activity::idle, {"toner-empty-error"}, PrinterState::fault},
        {Activity::stopped, {"paused"}, PrinterState::fault},
        {Activity::stopped, {}, PrinterState::fault},
        {Activity::idle, {"com.example.drum-burns-error"}, PrinterState::fault},
        {Activity::idle, {"cups-missing-filter-warning"}, PrinterState::fault},
        // A second tray, or toner that will last: nobody is asked for anything.
        {Activity::idle, {"media-empty-warning"}, PrinterState::ready},
        {Activity::idle, {"media-low-report", "toner-low-warning"}, PrinterState::ready},
        {Activity::idle, {"marker-supply-low"}, PrinterState::ready},
        {Activity::idle, {"com.example.new-firmware"}, PrinterState::ready},
        // While a job waits, the same words are about this job.
        {Activity::working, {"media-empty-warning"}, PrinterState::out_of_paper},
        {Activity::working, {"cover-open-report"}, PrinterState::cover_open},
        {Activity::working, {"toner-low-warning"}, PrinterState::ready},
        // Of several the one that a person deals with first.
        {Activity::stopped, {"media-empty-error", "cover-open-error"}, PrinterState::cover_open},
        {Activity::stopped, {"paused", "media-empty-error"}, PrinterState::out_of_paper},
        {Activity::stopped, {"media-empty-error", "media-jam-error"}, PrinterState::fault},
        {Activity::idle, {"cover-open", "offline"}, PrinterState::offline}};
    for (const auto& [activity, reasons, state] : rows) {
        CAPTURE(static_cast<int>(activity), reasons);
        CHECK(std::string(printer_state_name(cups::state_of({activity, reasons, true}))) ==
              printer_state_name(state));
    }
    CHECK(cups::state_of({Activity::idle, {}, false}) == PrinterState::fault);
}

TEST_CASE("an idle queue is believed of itself, and the printer of the rest", "[hw][cups]") {
    // The last job was cancelled while it waited for paper: nobody ever takes the word back.
    const cups::Told idle{Activity::idle, {"media-empty-warning"}, true};
    CHECK(cups::state_of_queue(idle, std::nullopt) == PrinterState::ready);
    CHECK(cups::state_of_queue(idle, PrinterState::cover_open) == PrinterState::cover_open);
    CHECK(cups::state_of_queue({Activity::stopped, {"paused"}, true}, PrinterState::ready) ==
          PrinterState::fault);
    CHECK(cups::state_of_queue({Activity::idle, {}, false}, PrinterState::ready) == PrinterState::fault);
    CHECK(cups::state_of_queue({Activity::idle, {"cups-missing-filter-warning"}, true},
                               PrinterState::ready) == PrinterState::fault);
    // While it prints, its backend asks the printer.
    CHECK(cups::state_of_queue({Activity::working, {"media-empty-error"}, true}, PrinterState::ready) ==
          PrinterState::out_of_paper);
    CHECK(cups::is_connecting({Activity::working, {"connecting-to-device"}, true}));
    CHECK_FALSE(cups::is_connecting({Activity::idle, {"connecting-to-device"}, true}));
}

TEST_CASE("a queue has a name and CUPS is on this machine", "[hw][cups]") {
    for (const char* name : {"receipts-a4", "HP_LaserJet", "Қолхат"}) CHECK(is_queue_name(name));
    for (const char* name : {"", "two words", "a/b", "a?b", "a#b", "tab\t", "quote\""})
        CHECK_FALSE(is_queue_name(name));
    CHECK_FALSE(is_queue_name(std::string(128, 'a')));
    for (const char* server : {"", "/run/cups/cups.sock", "localhost", "localhost:8631"})
        CHECK(is_local_server(server));
    for (const char* server : {"printhost", "localhost.example", "localhost:", "localhost:63100000",
                               "localhost:x", "192.168.0.9:631", "[::1]:631"})
        CHECK_FALSE(is_local_server(server));
    CHECK(CupsPrinter::open({"two words", ""}).error().code == Code::invalid_input);
    CHECK(CupsPrinter::open({"receipts", "printhost"}).error().code == Code::invalid_input);
}
