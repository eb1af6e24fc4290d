// A camera through GStreamer, whose plugins run in a program of their own (ardager-camera) that lives exactly
// as long as somebody looks: off is off, and a driver that hangs or crashes costs a preview. The kiosk loads
// no libgstreamer. The camera thread owns it; state() and interrupt(): any thread.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>

#include "hw/gstreamer/camera_exchange.h"

namespace ardager::hw {

class Child;

struct CameraPatience {
    std::chrono::milliseconds start = kCameraStart;
    std::chrono::milliseconds silence = kCameraSilence;
    std::chrono::milliseconds end = kDriverPatience;
};

class GstCamera final : public Camera {
public:
    /// `source`: GStreamer elements that give raw video, such as `v4l2src device=/dev/video0`. Nothing is
    /// started before switch_on().
    GstCamera(std::filesystem::path program, std::string source, CameraPatience patience = {})
        : program_(std::move(program)), source_(std::move(source)), patience_(patience) {}
    ~GstCamera() override;

    [[nodiscard]] CameraState state() const override { return state_; }
    [[nodiscard]] Result<void> switch_on() override;
    [[nodiscard]] Result<CameraFrame> next_frame() override;
    void switch_off() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<CameraFrame> read_frame(Child& child);
    [[nodiscard]] Result<void> read_whole(Child& child, std::span<std::uint8_t> into);
    /// The program is gone when this returns.
    void end(CameraState state);

    const std::filesystem::path program_;
    const std::string source_;
    const CameraPatience patience_;
    std::atomic<CameraState> state_{CameraState::off};
    std::mutex mutex_;  // guards child_
    std::shared_ptr<Child> child_;
};

}  // namespace ardager::hw
