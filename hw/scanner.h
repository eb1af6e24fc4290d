// Scans one page at a time. hw/sane talks to SANE, hw/fake serves tests and the dev dock.
// Owned by the device thread; screens see only the DeviceBoard snapshot.
#pragma once

#include "kiosk/base/bytes.h"

namespace ardager::hw {

/// What a person must do next.
enum class ScannerState {
    ready,
    no_document,
    jammed,
    cover_open,
    busy,
    offline,
    fault,
    searching  // it is being looked for: nobody need do anything yet; last, for the numbers are in
               // ardager-scan's answers
};

/// Pixels of one page. Shape: height × width × 3, 8 bits, RGB, rows from the top, no padding.
struct ScannedPage {
    unsigned width = 0;
    unsigned height = 0;
    unsigned dots_per_inch = 0;
    Bytes rgb;
};

class Scanner {
public:
    virtual ~Scanner() = default;
    /// Never waits for the device; any thread. The answer is at most 2 s old, or the last scan's where the
    /// driver tells nothing without scanning.
    [[nodiscard]] virtual ScannerState state() const = 0;
    /// Scans one page; blocks the device thread for seconds. Error: device, its detail says what to do.
    [[nodiscard]] virtual Result<ScannedPage> scan() = 0;
    /// Ends a scan() that runs; any thread.
    virtual void cancel() = 0;
};

}  // namespace ardager::hw
