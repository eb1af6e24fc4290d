// What the doctor says of a printer, with the real CUPS.
#include "kiosk/ctl/printer_check.h"

#include "tests/hw/cups/kiosk.h"

using namespace ardager;
using namespace ardager::hw;

namespace {

OfficeConfig kiosk_with(const std::string& queue, const PrinterRoom& room) {
    OfficeConfig config;
    config.printer = queue;
    config.printer_server = room.socket();
    return config;
}

std::vector<ctl::Check> looked_at(const OfficeConfig& config) {
    std::vector<ctl::Check> checks;
    ctl::look_at_printer(config, checks);
    return checks;
}

/// Until CUPS and its printer have come up.
void are_up(const PrinterRoom& room) {
    Kiosk kiosk(room.socket());
    REQUIRE(kiosk.shows(PrinterState::ready));
}

}  // namespace

TEST_CASE("a printer that is ready is named, with what CUPS would do with a failed job", "[hw][cups]") {
    PrinterRoom room;
    room.start_cups();
    room.switch_printer_on();
    are_up(room);
    const auto checks = looked_at(kiosk_with("receipts", room));
    REQUIRE(checks.size() == 3);
    CHECK_THAT(checks[0].detail, Catch::StartsWith("receipts: ready"));
    for (const auto& check : checks) {
        CAPTURE(check.name, check.detail);
        CHECK(check.finding == ctl::Finding::ok);
    }
}

TEST_CASE("each trouble of the printer makes the doctor say what to do next", "[hw][cups]") {
    PrinterRoom room("retry-job");
    const auto says = [](const OfficeConfig& config, const std::string& words) {
        const auto check = looked_at(config).front();
        CHECK(check.name == "printer");
        CHECK(check.finding == ctl::Finding::fault);
        CHECK_THAT(check.detail, Catch::Contains(words));
    };
    says(kiosk_with("receipts", room), "systemctl status cups");
    room.start_cups();
    room.switch_printer_on();
    are_up(room);
    says(kiosk_with("no-such-queue", room), "lpstat -e");
    const auto policy = looked_at(kiosk_with("receipts", room))[1];
    CHECK(policy.finding == ctl::Finding::warning);
    CHECK_THAT(policy.detail, Catch::Contains("lpadmin -p receipts -o printer-error-policy=abort-job"));
    room.switch_printer_off();
    says(kiosk_with("receipts", room), "switch it on");
}

TEST_CASE("a kiosk without a printer is warned, a counter is not", "[hw][cups]") {
    OfficeConfig config;
    CHECK(looked_at(config).front().finding == ctl::Finding::warning);
    config.profile = "counter";
    CHECK(looked_at(config).front().finding == ctl::Finding::ok);
}
