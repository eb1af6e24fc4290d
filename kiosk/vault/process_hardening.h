// Keeps what is in memory out of core files and out of other processes' reach. Called first in main().
#pragma once

#include "kiosk/base/result.h"

namespace ardager {

/// No core files (RLIMIT_CORE 0), no attaching and no /proc/PID/mem for other processes of the user
/// (PR_SET_DUMPABLE 0). Error: internal when the system refuses.
[[nodiscard]] Result<void> harden_process();

}  // namespace ardager
