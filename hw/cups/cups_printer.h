// Prints through a queue of the CUPS on this machine. A thread of its own talks to CUPS, so that no call here
// ever waits; a CUPS that is gone or hangs is `offline` within 2 s. A job is created first and gets its
// document then: until CUPS has the document nothing can print, so a job is never sent a second time by
// itself, and one of which nobody knows whether CUPS has it is looked up when CUPS is back. Ended jobs are
// taken out of CUPS, with their documents. Owned by the device thread; never logs a title.
#pragma once

#include <memory>

#include "hw/cups/cups_options.h"
#include "hw/printer.h"

namespace ardager::hw {

class CupsPrinter final : public Printer {
public:
    /// CUPS need not run yet. Error: invalid_input when queue or server cannot be names.
    [[nodiscard]] static Result<std::unique_ptr<CupsPrinter>> open(const CupsOptions& options,
                                                                   CupsPatience patience = {});
    /// Jobs that CUPS has go on without us. A question that is on its way gets its time, then is left behind.
    ~CupsPrinter() override;
    CupsPrinter(const CupsPrinter&) = delete;
    CupsPrinter& operator=(const CupsPrinter&) = delete;

    [[nodiscard]] PrinterState state() const override;
    /// Errors: device while offline or in fault; not_now while too many wait; invalid_input for an empty
    /// document or no copies. In the title only letters, digits and hyphens stay.
    Result<PrintJob> print(const Document& document, unsigned copies) override;
    /// Failed also for a job that CUPS has forgotten: a person looks whether its paper came out.
    [[nodiscard]] PrintOutcome outcome(PrintJob job) const override;

private:
    struct State;
    explicit CupsPrinter(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;  // shared with the thread: a hung question outlives this object
};

}  // namespace ardager::hw
