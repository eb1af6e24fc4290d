// The doctor's look at the printer: whether a receipt would come out now, what to do if not, and what of a
// receipt would stay in CUPS. Prints nothing.
#pragma once

#include "kiosk/cases/office_config.h"
#include "kiosk/ctl/check.h"

namespace ardager::ctl {

/// Waits for CUPS and the printer, some seconds at most.
void look_at_printer(const OfficeConfig& config, std::vector<Check>& checks);

}  // namespace ardager::ctl
