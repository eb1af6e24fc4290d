// Threads that run a driver. One that hangs is left behind at the program's end with its own memory; then the
// program must end without tearing libraries down under it. Any thread.
#pragma once

#include <functional>

namespace ardager::hw {

/// Runs and forgets `work`, together with all that it holds.
void start_driver_thread(std::function<void()> work);

/// How many have not come back yet. Not zero at the end of main: leave by std::_Exit.
[[nodiscard]] unsigned driver_threads();

}  // namespace ardager::hw
