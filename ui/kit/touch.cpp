#include "ui/kit/touch.h"

#include <cmath>

#include "ui/kit/kit_tuning.h"

namespace ardager::ui {

TouchOutcome Touch::handle(const TouchEvent& event, const Scene& scene, bool can_scroll) {
    switch (event.kind) {
        case TouchEvent::Kind::press:
            return press(event, scene);
        case TouchEvent::Kind::move:
            return move(event, scene, can_scroll);
        case TouchEvent::Kind::release:
            break;
    }
    return release(event, scene);
}

void Touch::cancel() {
    down_ = scrolling_ = draws_ = key_ = false;
    captured_.clear();
    speed_px_per_s_ = 0;
}

TouchOutcome Touch::press(const TouchEvent& event, const Scene& scene) {
    contacts_.insert(event.contact);
    if (contacts_.size() >= tuning::kPalmContacts) {
        palm_ = true;
        const bool looked_pressed = !captured_.empty();
        cancel();
        return {std::nullopt, 0, looked_pressed};
    }
    if (down_ || palm_ || contacts_.size() > 1) return {};  // a second finger changes nothing
    cancel();
    down_ = true;
    finger_ = event.contact;
    start_ = event;
    last_y_ = event.y;
    last_move_ = event.at;
    const SceneItem* item = scene.at(event.x, event.y);
    if (item == nullptr || item->state.disabled) return {};
    key_ = item->role == Role::key;
    if (item->id == last_tapped_ && is_repeat(event)) return {};
    captured_ = item->id;
    box_ = item->box;
    draws_ = item->role == Role::signature;
    return {std::nullopt, 0, true};
}

bool Touch::is_repeat(const TouchEvent& event) const {
    const auto since = event.at - last_tap_at_;
    return since >= Milliseconds(0) && since < (key_ ? tuning::kKeyDebounce : tuning::kDebounce);
}

TouchOutcome Touch::move(const TouchEvent& event, const Scene& scene, bool can_scroll) {
    if (event.contact != finger_) return {};
    if (!down_ || draws_ || !can_scroll) return {std::nullopt, 0, draws_};
    const float reach = captured_.empty() ? tuning::kScrollFromSpaceMm : tuning::kScrollFromWidgetMm;
    const bool on_content = scene.viewport.holds(start_.x, start_.y);
    if (!scrolling_ && on_content && std::abs(event.y - start_.y) > reach * scene.pixels_per_mm) {
        scrolling_ = true;
        captured_.clear();
        last_y_ = event.y;
        last_move_ = event.at;
        return {std::nullopt, 0, true};
    }
    if (!scrolling_) return {};
    const float by = last_y_ - event.y;
    last_y_ = event.y;
    if (event.at > last_move_) {
        const float now = by * 1000 / static_cast<float>((event.at - last_move_).count());
        speed_px_per_s_ = (speed_px_per_s_ + now) / 2;  // one jerky step says little
        last_move_ = event.at;
    }
    return {std::nullopt, by, by != 0};
}

TouchOutcome Touch::release(const TouchEvent& event, const Scene& scene) {
    contacts_.erase(event.contact);
    if (contacts_.empty()) palm_ = false;
    if (!down_ || event.contact != finger_) return {};
    TouchOutcome outcome{std::nullopt, 0, !captured_.empty()};
    if (scrolling_ && event.at - last_move_ < tuning::kFlingRest) outcome.flung_px_per_s = speed_px_per_s_;
    const bool there = scene.find(captured_) != nullptr;
    if (there && !draws_ && event.at - start_.at >= tuning::kShortestContact) {
        const float drift = tuning::kDriftMm * scene.pixels_per_mm;
        const Box around{box_.x - drift, box_.y - drift, box_.width + 2 * drift, box_.height + 2 * drift};
        if (around.holds(event.x, event.y)) {
            outcome.tapped = last_tapped_ = captured_;
            last_tap_at_ = event.at;
        }
    }
    cancel();
    return outcome;
}

}  // namespace ardager::ui
