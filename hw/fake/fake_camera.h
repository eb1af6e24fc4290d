// A camera before which a QR code, or nothing, is held, and a switch for everything that goes wrong. For
// tests and the dev dock; chosen only in a composition root. Any thread.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

#include "hw/camera.h"
#include "hw/tuning.h"

namespace ardager::hw {

/// A desk in a grey room, and before it a sheet with this code. Shape: 640 × 480. `dark`: side × side
/// modules, row by row; side 0: nobody holds anything.
[[nodiscard]] CameraFrame draw_sample_frame(unsigned side, const std::vector<bool>& dark);

class FakeCamera final : public Camera {
public:
    /// Begins with an empty room. `pace`: from one frame to the next.
    explicit FakeCamera(std::chrono::milliseconds pace = std::chrono::milliseconds(1000 /
                                                                                   kCameraFramesPerSecond))
        : pace_(pace), frame_(draw_sample_frame(0, {})) {}

    [[nodiscard]] CameraState state() const override;
    [[nodiscard]] Result<void> switch_on() override;
    [[nodiscard]] Result<CameraFrame> next_frame() override;
    void switch_off() override;
    void interrupt() override;

    // Switches of the dev dock and of tests.
    /// What every frame shows from now on.
    void hold(CameraFrame frame);
    /// Its cable; a camera that is on fails at once.
    void set_there(bool there);
    /// How often it was switched on.
    [[nodiscard]] unsigned times_on() const;

private:
    const std::chrono::milliseconds pace_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    CameraFrame frame_;
    CameraState state_ = CameraState::off;
    bool there_ = true;
    bool interrupted_ = false;
    unsigned times_on_ = 0;
};

}  // namespace ardager::hw
