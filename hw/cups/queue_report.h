// What an administrator should know of a queue, for the readiness report: one look, some questions, each with
// its limit. Changes nothing. Any thread.
#pragma once

#include <vector>

#include "hw/cups/cups_options.h"
#include "hw/printer.h"

namespace ardager::hw {

struct QueueReport {
    PrinterState state = PrinterState::offline;
    std::string said;           // by queue and printer, in IPP's keywords
    bool asked_itself = false;  // the printer answers for itself; otherwise only a job shows its troubles
    std::string error_policy;   // what CUPS does by itself with a job that failed
    std::size_t kept_jobs = 0;  // of this user, that CUPS has
};

/// Errors: line when CUPS does not answer; not_found when it has no such queue; device.
[[nodiscard]] Result<QueueReport> report_queue(const CupsOptions& options, CupsPatience patience = {});

}  // namespace ardager::hw
