// What the states of devices mean for citizens.
#include <catch2/catch.hpp>

#include "hw/device_board.h"
#include "ui/citizen_events.h"

using namespace ardager;
using hw::ScannerState;

TEST_CASE("citizens are told of a scanner only when it waits for somebody from the staff", "[ui][scanner]") {
    const auto [state, may] =
        GENERATE(values<std::pair<ScannerState, bool>>({{ScannerState::ready, true},
                                                        {ScannerState::no_document, true},
                                                        {ScannerState::busy, true},
                                                        {ScannerState::searching, true},
                                                        {ScannerState::offline, false},
                                                        {ScannerState::fault, false}}));
    CAPTURE(hw::scanner_state_name(state));
    CHECK(may_scan(state) == may);
}
