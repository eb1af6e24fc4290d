#include "hw/fake/fake_camera.h"

#include <algorithm>

namespace ardager::hw {
namespace {

constexpr unsigned kWidth = 640;
constexpr unsigned kHeight = 480;
constexpr std::uint8_t kWall = 150;
constexpr std::uint8_t kDesk = 100;
constexpr std::uint8_t kPaper = 235;
constexpr std::uint8_t kInk = 30;
constexpr unsigned kQuietModules = 4;  // ISO/IEC 18004, 5.3.8
constexpr unsigned kSheet = 360;       // pixels of the sheet's side

void fill(CameraFrame& frame, unsigned left, unsigned top, unsigned width, unsigned height,
          std::uint8_t shade) {
    for (unsigned y = top; y < std::min(frame.height, top + height); ++y) {
        const auto row = frame.grey.begin() + static_cast<std::ptrdiff_t>(std::size_t{y} * frame.width);
        std::fill(row + left, row + std::min(frame.width, left + width), shade);
    }
}

tl::unexpected<Error> pulled_out() {
    return fail(Code::device, "the camera does not answer: check its cable");
}

}  // namespace

CameraFrame draw_sample_frame(unsigned side, const std::vector<bool>& dark) {
    CameraFrame frame{kWidth, kHeight, Bytes(std::size_t{kWidth} * kHeight, kWall)};
    fill(frame, 0, kHeight * 3 / 4, kWidth, kHeight, kDesk);
    if (side == 0 || dark.size() != std::size_t{side} * side) return frame;
    const unsigned left = (kWidth - kSheet) / 2;
    const unsigned top = (kHeight - kSheet) / 2;
    fill(frame, left, top, kSheet, kSheet, kPaper);
    const unsigned module = std::max(1U, kSheet / (side + 2 * kQuietModules));
    const unsigned margin = (kSheet - std::min(kSheet, module * side)) / 2;
    for (unsigned y = 0; y < side; ++y)
        for (unsigned x = 0; x < side; ++x)
            if (dark[std::size_t{y} * side + x])
                fill(frame, left + margin + x * module, top + margin + y * module, module, module, kInk);
    return frame;
}

CameraState FakeCamera::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

Result<void> FakeCamera::switch_on() {
    const std::lock_guard lock(mutex_);
    interrupted_ = false;
    ++times_on_;
    state_ = there_ ? CameraState::starting : CameraState::offline;
    if (!there_) return pulled_out();
    return {};
}

Result<CameraFrame> FakeCamera::next_frame() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, pace_, [&] { return interrupted_ || !there_; });
    if (interrupted_) return fail(Code::not_now, "the camera was switched off");
    state_ = there_ ? CameraState::live : CameraState::offline;
    if (!there_) return pulled_out();
    return frame_;
}

void FakeCamera::switch_off() {
    const std::lock_guard lock(mutex_);
    if (state_ != CameraState::offline) state_ = CameraState::off;
}

void FakeCamera::interrupt() {
    const std::lock_guard lock(mutex_);
    interrupted_ = true;
    changed_.notify_all();
}

void FakeCamera::hold(CameraFrame frame) {
    const std::lock_guard lock(mutex_);
    frame_ = std::move(frame);
}

void FakeCamera::set_there(bool there) {
    const std::lock_guard lock(mutex_);
    there_ = there;
    changed_.notify_all();
}

unsigned FakeCamera::times_on() const {
    const std::lock_guard lock(mutex_);
    return times_on_;
}

}  // namespace ardager::hw
