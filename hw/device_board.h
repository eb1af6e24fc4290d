// What the screens know of the devices: one immutable snapshot, taken from DeviceThread::board().
// A value; any thread.
#pragma once

#include "hw/printer.h"
#include "hw/scanner.h"

namespace ardager::hw {

struct DeviceBoard {
    PrinterState printer = PrinterState::offline;
    ScannerState scanner = ScannerState::offline;
    bool has_reader = false;    // an identity-card reader is fitted
    bool has_camera = false;    // a camera is fitted; it is off until somebody looks
    bool scanning = false;      // from the request until the page or the error is there
    unsigned jobs_waiting = 0;  // asked for, and not yet printed or failed
    bool operator==(const DeviceBoard&) const = default;
};

/// One word for logs, the readiness report and the dev dock: `out_of_paper`.
[[nodiscard]] const char* printer_state_name(PrinterState state);
[[nodiscard]] const char* scanner_state_name(ScannerState state);

}  // namespace ardager::hw
