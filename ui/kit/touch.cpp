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
    down_ = scrolling_ = draws_ = false;
    captured_.clear();
}

TouchOutcome Touch::press(const TouchEvent& event, const Scene& scene) {
    if (down_) return {};  // a second finger or a resting palm
    cancel();
    down_ = true;
    start_ = event;
    last_y_ = event.y;
    const SceneItem* item = scene.at(event.x, event.y);
    if (item == nullptr || item->state.disabled) return {};
    captured_ = item->id;
    draws_ = item->role == Role::signature;
    return {std::nullopt, 0, true};
}

TouchOutcome Touch::move(const TouchEvent& event, const Scene& scene, bool can_scroll) {
    if (!down_ || draws_ || !can_scroll) return {std::nullopt, 0, draws_};
    const float reach = captured_.empty() ? tuning::kScrollFromSpaceMm : tuning::kScrollFromWidgetMm;
    const bool on_content = scene.viewport.holds(start_.x, start_.y);
    if (!scrolling_ && on_content && std::abs(event.y - start_.y) > reach * scene.pixels_per_mm) {
        scrolling_ = true;
        captured_.clear();
        last_y_ = event.y;
        return {std::nullopt, 0, true};
    }
    if (!scrolling_) return {};
    const float by = last_y_ - event.y;
    last_y_ = event.y;
    return {std::nullopt, by, by != 0};
}

TouchOutcome Touch::release(const TouchEvent& event, const Scene& scene) {
    if (!down_) return {};
    TouchOutcome outcome{std::nullopt, 0, !captured_.empty()};
    const SceneItem* item = scene.find(captured_);
    if (item != nullptr && !draws_ && event.at - start_.at >= tuning::kShortestContact) {
        const float drift = tuning::kDriftMm * scene.pixels_per_mm;
        const Box around{item->box.x - drift, item->box.y - drift, item->box.width + 2 * drift,
                         item->box.height + 2 * drift};
        if (around.holds(event.x, event.y)) outcome.tapped = captured_;
    }
    cancel();
    return outcome;
}

}  // namespace ardager::ui
