// Prints receipts. hw/cups talks to CUPS, hw/fake serves tests and the dev dock.
// Owned by the device thread; screens see only the DeviceBoard snapshot.
#pragma once

#include <string>

#include "kiosk/base/bytes.h"

namespace ardager::hw {

/// What a person must do next, not what the driver said.
enum class PrinterState { ready, out_of_paper, cover_open, offline, fault };

struct Document {
    std::string title;  // the receipt's number; no personal data
    Bytes pdf;
};
struct PrintJob {
    std::uint64_t id = 0;
    bool operator==(const PrintJob&) const = default;
};
enum class PrintOutcome { waiting, printed, failed };

class Printer {
public:
    virtual ~Printer() = default;
    /// Never waits for the device; the answer is at most 2 s old.
    [[nodiscard]] virtual PrinterState state() const = 0;
    /// Queues one document; on an error nothing was queued. An id is not paper: ask outcome().
    virtual Result<PrintJob> print(const Document& document, unsigned copies) = 0;
    [[nodiscard]] virtual PrintOutcome outcome(PrintJob job) const = 0;
};

}  // namespace ardager::hw
