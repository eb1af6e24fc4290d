// Owns the camera and lets nobody wait for it. It is on between watch() and stop() and off at every other
// moment. Its thread takes frames, makes the small mirrored picture for the screen and looks for a code; only
// the newest of each is kept, and nothing after stop(). Calls: one thread (the frame loop's or a test's).
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "hw/camera.h"
#include "hw/page_image.h"
#include "hw/tuning.h"

namespace ardager::hw {

/// What the camera has seen since the last look.
struct Sight {
    std::optional<GreyImage> preview;  // as in a mirror: who holds the paper moves it the right way
    std::optional<std::string> code;   // another one than before
    std::optional<Error> ended;        // the camera went off by itself: device
};

class CameraThread {
public:
    /// The text of the code in a frame, or nothing. Runs on the camera's thread.
    using Look = std::function<std::optional<std::string>(const CameraFrame&)>;

    /// Without a camera nothing is fitted. `changed` is called from the camera's thread after each sight.
    CameraThread(std::unique_ptr<Camera> camera, std::function<void()> changed,
                 std::chrono::milliseconds stop_patience = kStopPatience);
    /// Switches off, gives the driver the patience to come back and then leaves it behind.
    ~CameraThread();
    CameraThread(const CameraThread&) = delete;
    CameraThread& operator=(const CameraThread&) = delete;

    [[nodiscard]] bool fitted() const;
    [[nodiscard]] CameraState state() const;
    /// Switches the camera on. Errors: device when none is fitted; not_now while it is watched.
    [[nodiscard]] Result<void> watch(Look look);
    /// Off; what was seen and not taken is wiped. Also when nobody watches.
    void stop();
    /// Nothing when nothing is new.
    [[nodiscard]] std::optional<Sight> take();

private:
    struct State;
    std::shared_ptr<State> state_;  // shared with the thread: a hung driver outlives this object
    std::chrono::milliseconds stop_patience_;
};

}  // namespace ardager::hw
