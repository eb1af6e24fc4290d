// Waiting for input or for another thread. SDL 2.26 waits natively only under X11 and Wayland; on other video
// drivers (KMSDRM, dummy) it would look for input every millisecond, which costs a kiosk at rest 2.5 % of a
// core. There this waits itself and looks every few milliseconds. wake() may be called by any thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

#include "kiosk/base/time.h"

namespace ardager::ui {

class WindowWait {
public:
    /// After SDL's video has started.
    void look_for_driver();
    /// Until `look`, which takes in SDL's events, says true, until wake(), or at most this long.
    void wait(Milliseconds at_most, const std::function<bool()>& look);
    void wake();

private:
    bool native_ = false;
    std::mutex mutex_;
    std::condition_variable signal_;
    bool woken_ = false;
};

}  // namespace ardager::ui
