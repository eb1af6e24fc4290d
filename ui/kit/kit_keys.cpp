// Working the page by keys: what each does, where the focus goes, the ring around it.
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using Kind = KeyCommand::Kind;

namespace {

/// A step of the pen by an arrow, in mm; nothing for other keys.
std::optional<PointMm> pen_step(Kind kind) {
    switch (kind) {
        case Kind::up:
            return PointMm{0, -tuning::kPenStepMm};
        case Kind::down:
            return PointMm{0, tuning::kPenStepMm};
        case Kind::left:
            return PointMm{-tuning::kPenStepMm, 0};
        case Kind::right:
            return PointMm{tuning::kPenStepMm, 0};
        default:
            return std::nullopt;
    }
}

/// Who cannot hold a finger still signs with the arrows: Enter puts the pen down and lifts it again.
bool draw_by_keys(KitState& state, Kind kind) {
    const auto pad = state.signatures.find(state.pen);
    const SceneItem* item = state.scene.find(state.pen);
    if (pad == state.signatures.end() || item == nullptr) {
        state.pen.clear();
        return false;
    }
    SignatureEdit& edit = pad->second;
    const auto step = pen_step(kind);
    if (!step) {
        edit.finished = true;
        edit.stroke_open = false;
        state.pen.clear();
        return kind == Kind::activate || kind == Kind::back;
    }
    auto& stroke = edit.drawn.strokes.back();
    const float mm = state.scene.pixels_per_mm;
    const PointMm last = stroke.back();
    if (stroke.size() < tuning::kMostStrokePoints)
        stroke.push_back({std::clamp(last.x + step->x, 0.0F, item->box.width / mm),
                          std::clamp(last.y + step->y, 0.0F, item->box.height / mm)});
    return true;
}

void put_pen_down(KitState& state, const SceneItem& pad) {
    SignatureEdit& edit = state.signatures[pad.id];
    const float mm = state.scene.pixels_per_mm;
    edit.drawn.strokes.push_back({{pad.box.width / mm / 3, pad.box.height / mm / 2}});
    edit.stroke_open = true;
    state.pen = pad.id;
}

void activate(KitState& state) {
    const SceneItem* item = state.scene.find(state.cursor);
    if (item == nullptr || !can_focus(state.scene, state.cursor)) return;
    if (item->role == Role::signature) return put_pen_down(state, *item);
    if (item->role == Role::field) {
        state.focus_item(focus_after(state.scene, state.cursor, Kind::next));
    } else if (!state.typing.press_key(state.cursor)) {
        state.tapped = state.cursor;
    }
}

void tap_if_there(KitState& state, std::string_view id) {
    if (can_focus(state.scene, id)) state.tapped = std::string(id);
}

}  // namespace

void KitState::handle(const TypingCommand& command) {
    const SceneItem* focused = scene.find(typing.focus);
    const bool in_field = focused != nullptr && can_focus(scene, typing.focus);
    const SceneItem* under = by_keys ? scene.find(cursor) : nullptr;
    const bool on_button = under != nullptr && under->role != Role::field && can_focus(scene, cursor);
    if (command.text == " " && on_button) return handle(KeyCommand{Kind::activate});
    if (in_field) return typing.apply(command);
    // Without a field the signs of a keypad change the size of the words.
    if (command.text == "+") return handle(KeyCommand{Kind::larger});
    if (command.text == "-") return handle(KeyCommand{Kind::smaller});
    const auto field = std::find_if(scene.items.begin(), scene.items.end(), [&](const SceneItem& item) {
        return item.role == Role::field && can_focus(scene, item.id);
    });
    if (field == scene.items.end() || command.text == " ") return;
    focus_item(field->id);
    typing.apply(command);
}

void KitState::handle(const KeyCommand& command) {
    const bool was_hidden = !std::exchange(by_keys, true);
    unsettled = true;
    if (!pen.empty() && draw_by_keys(*this, command.kind)) return;
    switch (command.kind) {
        case Kind::activate:
            if (!was_hidden || can_focus(scene, typing.focus)) activate(*this);
            return;
        case Kind::back:
            return tap_if_there(*this, escape_id.empty() ? back_id : escape_id);
        case Kind::help:
            return tap_if_there(*this, "utility_help");
        case Kind::read_aloud:
            return tap_if_there(*this, "utility_read_aloud");
        case Kind::larger:
            return tap_if_there(*this, "utility_text_size");
        case Kind::smaller:
            if (can_focus(scene, "utility_text_size")) tapped = "smaller_text";
            return;
        default:
            break;
    }
    // The first key after a touch only shows where the focus is.
    const bool known = can_focus(scene, cursor);
    if (was_hidden && !known && can_focus(scene, typing.focus)) cursor = typing.focus;
    focus_item(focus_after(scene, cursor, command.kind));
}

void KitState::focus_item(const std::string& id) {
    cursor = id;
    const SceneItem* item = scene.find(id);
    if (item == nullptr) return;
    if (item->role == Role::field && typing.focus != id) {
        typing.focus = id;
        typing.shift = false;
    }
    if (item->scrolls) reveal(id);
    focus_moved = focus_moved || item->role == Role::field;
    unsettled = true;
}

void KitState::keep_focus() {
    // A summary of errors takes the focus when it appears: it says what to do next.
    const bool appeared = !summary_first.empty() && !summary_shown;
    if (!unsettled) summary_shown = !summary_first.empty();
    if (summary_first.empty()) summary_pulled = false;
    if (!by_keys) return;
    const std::string before = cursor;
    if (appeared && can_focus(next, summary_first)) {
        cursor = summary_first;
    } else if (!can_focus(next, cursor)) {
        const bool field = !typing.focus.empty() && can_focus(next, typing.focus);
        cursor = field ? typing.focus : first_focus(next);
    }
    if (cursor != before) unsettled = true;
}

void KitState::draw_focus_ring() {
    const SceneItem* item = next.find(cursor);
    if (item == nullptr || item->role == Role::field) return;
    select_layer(static_cast<Layer>(item->layer));
    Box clip = item->scrolls ? next.viewport : window;
    canvas.unclip(clip);
    const float gold = px(tuning::kFocusRing);
    const float line = std::max(1.0F, px(tuning::kHairline));
    const float out = gold + line;
    // Along the window's edge there is no room outside: the ring moves in.
    Box ring{std::max(item->box.x - out, 0.0F), std::max(item->box.y - out, 0.0F), 0, 0};
    ring.width = std::min(item->box.x + item->box.width + out, window.width) - ring.x;
    ring.height = std::min(item->box.y + item->box.height + out, window.height) - ring.y;
    const float radius = px(item->role == Role::key ? tuning::kKeyRadius : tuning::kRadius) + out;
    // Gold and ink together: one of them stands out on every ground.
    canvas.border(ring, Colour::ink, line, radius);
    canvas.border({ring.x + line, ring.y + line, ring.width - 2 * line, ring.height - 2 * line}, Colour::gold,
                  gold, radius - line);
    canvas.end_clip();
    select_layer(Layer::page);
}

}  // namespace ardager::ui
