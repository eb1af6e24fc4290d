// One question to the gateway, for the doctor: nothing is sent, taken in or written.
#pragma once

#include <optional>

#include "kiosk/cases/office.h"
#include "sync/client/pump.h"

namespace ardager::ctl {

/// Asks whoami and compares the answer with the record; the clock learns its offset. None: the gateway takes
/// us for this device and its history is the beginning of ours. Of the record: `behind`, `fork`, or a line
/// that cannot be set up; otherwise of the line.
[[nodiscard]] std::optional<sync::PassFault> check_line(Office& office);

}  // namespace ardager::ctl
