// Shows what is held before it while somebody looks. hw/gstreamer talks to GStreamer, hw/fake serves tests
// and the dev dock. Owned by the camera thread (hw/camera_thread.h). What it sees is personal data: it is
// never logged, kept or written.
#pragma once

#include "kiosk/base/bytes.h"

namespace ardager::hw {

/// What a person must do next: wait a moment, look after its cable, or fetch somebody.
enum class CameraState { off, starting, live, offline, fault };

/// One moment. Shape: height × width, 8 bits, 0 black to 255 white, rows from the top, no padding.
struct CameraFrame {
    unsigned width = 0;
    unsigned height = 0;
    Bytes grey;
};

class Camera {
public:
    virtual ~Camera() = default;
    /// Never waits; any thread. After an error it says what the last attempt has found.
    [[nodiscard]] virtual CameraState state() const = 0;
    /// Switches it on. Error: device, its detail says what to do.
    [[nodiscard]] virtual Result<void> switch_on() = 0;
    /// The next frame of a camera that is on; blocks the camera thread for a moment, without a sign of life
    /// no longer than kCameraStart. Errors: device with what to do; not_now after interrupt().
    [[nodiscard]] virtual Result<CameraFrame> next_frame() = 0;
    /// The device is let go when this returns; the camera thread's, at most kDriverPatience.
    virtual void switch_off() = 0;
    /// Ends a next_frame() that waits, and those that follow until it is switched on again. Never waits; any
    /// thread.
    virtual void interrupt() = 0;
};

}  // namespace ardager::hw
