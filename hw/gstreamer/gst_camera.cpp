#include "hw/gstreamer/gst_camera.h"

#include "hw/child.h"

namespace ardager::hw {

using namespace gstreamer;

GstCamera::~GstCamera() {
    end(CameraState::off);
}

Result<void> GstCamera::switch_on() {
    end(CameraState::starting);
    auto child = Child::start(program_, "camera", encode_wish({source_}), patience_.end);
    if (!child) {
        state_ = CameraState::fault;
        return fail(child.error());
    }
    const std::lock_guard lock(mutex_);
    child_ = std::move(*child);
    return {};
}

void GstCamera::end(CameraState state) {
    std::shared_ptr<Child> ending;
    {
        const std::lock_guard lock(mutex_);
        ending = std::exchange(child_, nullptr);
    }
    if (ending) ending->stop();
    ending.reset();  // waits for it
    state_ = state;
}

void GstCamera::switch_off() {
    const CameraState now = state_;
    // What the last attempt has found stays on the board.
    end(now == CameraState::offline || now == CameraState::fault ? now : CameraState::off);
}

void GstCamera::interrupt() {
    const std::lock_guard lock(mutex_);
    if (child_) child_->stop();
}

Result<void> GstCamera::read_whole(Child& child, std::span<std::uint8_t> into) {
    const auto patience = state_ == CameraState::live ? patience_.silence : patience_.start;
    const auto got = TRY(child.read_some(into, patience));
    if (got == into.size()) return {};
    if (child.stopped()) return fail(Code::not_now, "the camera was switched off");
    return fail(Code::device, "its driver ended by itself; check its cable, then look again");
}

Result<CameraFrame> GstCamera::read_frame(Child& child) {
    HeadBytes bytes{};
    TRY(read_whole(child, bytes));
    const auto head = decode_head(bytes);
    if (!head) return fail(Code::device, head.error().detail + "; install the programs together");
    if (head->kind == Kind::trouble) {
        Bytes words(head->second);
        TRY(read_whole(child, words));
        state_ = static_cast<CameraState>(head->first);
        return fail(Code::device, std::string(as_text(words)));
    }
    CameraFrame frame{head->first, head->second, Bytes(std::size_t{head->first} * head->second)};
    TRY(read_whole(child, frame.grey));
    return frame;
}

Result<CameraFrame> GstCamera::next_frame() {
    // Only this thread changes child_, so that it can be read while it stands there.
    const auto child = child_;
    if (!child || child->stopped()) return fail(Code::not_now, "the camera is off");
    auto frame = read_frame(*child);
    if (child->stopped()) return fail(Code::not_now, "the camera was switched off");
    if (!frame && state_ != CameraState::offline) state_ = CameraState::fault;
    if (frame) state_ = CameraState::live;
    return frame;
}

}  // namespace ardager::hw
