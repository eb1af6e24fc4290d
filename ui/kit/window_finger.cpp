// The scripted finger and keyboard: tests and the scripted day work the window as a person does.
#include "ui/kit/window_parts.h"

namespace ardager::ui {

void Window::press(float x, float y, Milliseconds at, std::int64_t contact) {
    parts_->events.input.emplace_back(TouchEvent{TouchEvent::Kind::press, x, y, at, contact});
}
void Window::move(float x, float y, Milliseconds at, std::int64_t contact) {
    parts_->events.input.emplace_back(TouchEvent{TouchEvent::Kind::move, x, y, at, contact});
}
void Window::release(float x, float y, Milliseconds at, std::int64_t contact) {
    parts_->events.input.emplace_back(TouchEvent{TouchEvent::Kind::release, x, y, at, contact});
}
void Window::key(KeyCommand::Kind kind) {
    parts_->events.input.emplace_back(KeyCommand{kind});
}
void Window::type(std::string_view text) {
    parts_->events.input.emplace_back(TypingCommand{TypingCommand::Kind::insert, std::string(text)});
}
void Window::scroll(float by_px) {
    if (parts_->state->scroll_by(by_px)) parts_->dirty = true;
}

Result<Box> Window::touchable_box(std::string_view id) {
    const auto missing = [&] {
        return fail(Code::not_found, "no widget " + std::string(id) + " on the screen");
    };
    if (scene().find(id) == nullptr) return missing();
    if (parts_->state->reveal(id)) parts_->dirty = true;
    const SceneItem* item = scene().find(id);
    if (item == nullptr) return missing();
    const Box box = item->box;
    const SceneItem* reached = scene().at(box.x + box.width / 2, box.y + box.height / 2);
    if (reached != item || item->state.disabled) {
        return fail(Code::conflict, "widget " + std::string(id) + " cannot be touched: " +
                                        (item->state.disabled ? "disabled" : "covered or not touchable"));
    }
    return box;
}

Result<void> Window::tap(std::string_view id, Milliseconds held) {
    const Box box = TRY(touchable_box(id));
    // Deliberate taps, each after the last: never the tremor that Touch forgives.
    parts_->finger_at = std::max(parts_->now, parts_->finger_at);
    press(box.x + box.width / 2, box.y + box.height / 2, parts_->finger_at);
    release(box.x + box.width / 2, box.y + box.height / 2, parts_->finger_at + held);
    parts_->finger_at += held + tuning::kDebounce;
    return {};
}

Result<void> Window::type_text(std::string_view id, std::string_view text) {
    (void)TRY(touchable_box(id));
    parts_->kit->focus(id);
    parts_->events.input.emplace_back(TypingCommand{TypingCommand::Kind::insert, std::string(text)});
    return {};
}

Result<void> Window::draw_strokes(std::string_view id, const Signature& signature) {
    const Box box = TRY(touchable_box(id));
    const float mm = scene().pixels_per_mm;
    Milliseconds at = parts_->now;
    for (const auto& stroke : signature.strokes) {
        if (stroke.empty()) continue;
        press(box.x + stroke.front().x * mm, box.y + stroke.front().y * mm, at);
        for (const PointMm& point : stroke)
            move(box.x + point.x * mm, box.y + point.y * mm, at += tuning::kScriptedStep);
        release(box.x + stroke.back().x * mm, box.y + stroke.back().y * mm, at += tuning::kShortestContact);
    }
    return {};
}

}  // namespace ardager::ui
