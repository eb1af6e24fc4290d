// Fields: words and digits. The buffer lives in Typing; here it is shown.
#include "kiosk/base/text.h"
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

/// A field's words above its box.
float draw_label(KitState& state, std::string_view label, std::string_view note) {
    if (label.empty()) return 0;
    const Font strong = state.font(Weight::semibold, kBodyText);
    const Font light = state.font(Weight::regular, kBodyText);
    const std::string gap = note.empty() ? "" : " ";
    const float label_width = state.canvas.width(strong, label);
    const bool note_fits =
        label_width + state.canvas.width(light, gap + std::string(note)) <= state.flow.width;
    const Paragraph words = lay_out(state, strong, label, state.flow.width, 1.24F);
    const Box box = state.take(words.height, state.px(drawn(28)), state.px(drawn(12)));
    draw_paragraph(state, words, strong, Colour::ink, box.x, box.y, box.width);
    if (!note.empty() && note_fits) {
        state.canvas.text_in({box.x + label_width, box.y, box.width, words.line_height}, light,
                             Colour::muted_text, gap + std::string(note), Align::left);
    } else if (!note.empty()) {
        const Box second = state.take(words.line_height, 0, state.px(drawn(12)));
        state.canvas.text_in(second, light, Colour::muted_text, note, Align::left);
    }
    return words.height;
}

void draw_field_box(KitState& state, const Box& box, const SceneState& field, bool ring) {
    const float radius = state.px(kFieldRadius);
    if (field.focused && ring) {
        const float out = state.px(kFocusRing);
        state.canvas.border({box.x - out, box.y - out, box.width + 2 * out, box.height + 2 * out},
                            Colour::gold, out + 1, radius + out);
    }
    const Colour edge = field.error ? Colour::danger : field.focused ? Colour::primary : Colour::field_line;
    state.canvas.panel(box, Colour::card, edge,
                       state.px(field.focused || field.error ? kStrongBorder : kBorder), radius);
}

/// Returns how far it reaches below the field.
float draw_error(KitState& state, std::string_view error) {
    if (error.empty()) return 0;
    const float above = state.flow.y;
    Font font = state.font(Weight::semibold, kHintText);
    const float icon_side = state.px(drawn(36)) * state.scale();
    const float left = icon_side + state.px(drawn(10));
    const Paragraph words = lay_out_whole(state, font, error, state.flow.width - left, 1.3F);
    const Box box = state.take(words.height, state.px(drawn(10)), state.px(kGap));
    state.record(Role::text, {}, error, {}, box).state.error = true;
    state.canvas.icon_in({box.x, box.y, icon_side, words.line_height}, Icon::error, drawn(34), Colour::danger,
                         state.scale());
    draw_paragraph(state, words, font, Colour::danger_text, box.x + left, box.y, box.width - left);
    return box.y + box.height - above;
}

/// The end of a text that fits the width: while typing, the end is what a person looks at.
std::string_view tail_that_fits(KitState& state, const Font& font, std::string_view text, float width) {
    while (!text.empty() && state.canvas.width(font, text) > width) {
        std::size_t at = 0;
        (void)next_character(text, at);
        text.remove_prefix(at);
    }
    return text;
}

/// Tapping focuses.
void take_focus(KitState& state, const std::string& id) {
    if (!state.take_tap(id) || state.typing.focus == id) return;
    state.typing.focus = id;
    state.typing.shift = false;
    state.unsettled = true;
    state.focus_moved = true;
}

/// What of a field should be in sight: with its label and its complaint when the page's window has room for
/// them; under a keyboard on a low window there is little.
Box worth_seeing(const KitState& state, const Box& field, float label_height, float error_height) {
    const float room = state.next.viewport.height;
    if (field.height + error_height > room) error_height = 0;
    if (label_height + field.height + error_height > room) label_height = 0;
    return {field.x, field.y - label_height, field.width, label_height + field.height + error_height};
}

/// The field that is typed into comes into sight and stays there, unless a person moved the page.
void keep_in_sight(KitState& state, const std::string& id, const Box& box) {
    if (state.typing.focus != id || (state.moved_by_hand && !state.focus_moved)) return;
    const Box view = state.next.viewport;
    const float margin = std::clamp((view.height - box.height) / 2, 0.0F, state.px(kSectionGap));
    const float above = view.y - box.y;
    const float below = box.y + box.height - view.y - view.height;
    // Only when it is not whole in sight: near the page's end there may be no room for the margin.
    if (above <= 0 && below <= 0) return;
    state.scroll = std::max(0.0F, state.scroll + (above > 0 ? -above - margin : below + margin));
    state.unsettled = true;
}

std::string grouped(std::string_view digits, const std::vector<unsigned>& groups) {
    std::string out;
    for (const unsigned group : groups) {
        if (digits.empty()) break;
        if (!out.empty()) out += ' ';
        out += digits.substr(0, group);
        digits.remove_prefix(std::min<std::size_t>(group, digits.size()));
    }
    return out;
}

std::string spoken_field(std::string_view label, std::string_view value, std::string_view error) {
    std::string spoken(label);
    if (!value.empty()) spoken.append(": ").append(value);
    if (!error.empty()) spoken.append(". ").append(error);
    return spoken;
}

}  // namespace

std::optional<std::string> Kit::text_field(std::string_view id, std::string_view label,
                                           std::string_view value, const FieldOptions& options) {
    KitState& state = state_;
    const std::string key(id);
    FieldBuffer& field = state.typing.follow(key, value);
    field.most_characters = options.most_characters;
    field.digits_only = options.digits_only;
    const float label_height = draw_label(state, label, options.note) + state.px(drawn(12));
    const Font font = state.font(Weight::regular, kFieldText);
    const float height = std::max({state.wide ? 0 : state.px(drawn(96)),
                                   static_cast<float>(font.size_px) * 1.9F, state.glass(kSmallestTargetMm)});
    const Box box = state.take(height, 0, state.px(drawn(28)));
    take_focus(state, key);
    SceneItem& item =
        state.record(Role::field, id, label, spoken_field(label, field.typed, options.error), box, true);
    carry(item, Carries::words, field.typed, spoken_field(label, {}, options.error));
    item.state.error = !options.error.empty();
    if (item.state.focused) state.typing.capitals = options.capitals && !options.digits_only;
    draw_field_box(state, box, item.state, true);

    const float inset = state.px(drawn(40));
    const float caret = state.px(kBorder);
    const Box inside{box.x + inset, box.y, box.width - 2 * inset, box.height};
    const bool focused = item.state.focused;
    const std::string_view shown = tail_that_fits(state, font, field.typed, inside.width - caret);
    state.canvas.text_in(inside, font, Colour::ink, shown, Align::left);
    if (focused) {
        const float x = inside.x + state.canvas.width(font, shown) + caret;
        const float tall = static_cast<float>(font.size_px) * 1.16F;
        state.canvas.fill({x, box.y + (box.height - tall) / 2, caret, tall}, Colour::ink);
    }
    const float error_height = draw_error(state, options.error);
    keep_in_sight(state, key, worth_seeing(state, box, label_height, error_height));
    return state.typing.take_change(key);
}

std::optional<std::string> Kit::digits_field(std::string_view id, std::string_view value,
                                             const DigitsOptions& options) {
    KitState& state = state_;
    const std::string key(id);
    FieldBuffer& field = state.typing.follow(key, value);
    field.digits_only = true;
    field.most_characters = 0;
    for (const unsigned group : options.groups) field.most_characters += group;
    if (state.typing.focus.empty()) {
        state.typing.focus = key;
        state.focus_moved = true;
    }
    const float label_height = draw_label(state, options.label, {});
    const Box box = state.take(
        std::max({state.px(drawn(118)), state.px(drawn(96)) * state.scale(), state.glass(kSmallestTargetMm)}),
        state.px(kGap), state.px(kGap));
    take_focus(state, key);
    const std::string shown = grouped(field.typed, options.groups);
    const std::string& name = options.label.empty() ? options.spoken : options.label;
    SceneItem& item =
        state.record(Role::field, id, name, spoken_field(name, shown, options.error), box, true);
    carry(item, Carries::digits, field.typed, spoken_field(name, {}, options.error));
    item.state.error = !options.error.empty();
    if (item.state.focused) state.typing.capitals = false;
    // A lone field needs no ring, unless keys move the focus about.
    draw_field_box(state, box, item.state, state.by_keys);

    Font font = state.font(Weight::semibold, kDigitsText);
    font.spacing_px = state.px(drawn(5));
    const float inset = state.px(drawn(40));
    std::string words = options.prefix.empty() ? shown : options.prefix + " " + shown;
    const bool full = field.typed.size() >= field.most_characters;
    if (item.state.focused && !full) words += '_';
    while (font.size_px > 1 && state.canvas.width(font, words) > box.width - 2 * inset) --font.size_px;
    state.canvas.text_in({box.x + inset, box.y, box.width, box.height}, font, Colour::ink, words,
                         Align::left);
    const float error_height = draw_error(state, options.error);
    keep_in_sight(state, key, worth_seeing(state, box, label_height, error_height));
    return state.typing.take_change(key);
}

void Kit::focus(std::string_view field_id) {
    if (state_.typing.focus == field_id && state_.cursor == field_id) return;
    state_.typing.focus = field_id;
    state_.cursor = field_id;
    state_.focus_moved = true;
    state_.unsettled = true;
}

std::optional<std::string> Kit::error_summary(std::string_view title, const std::vector<FaultLine>& faults) {
    if (faults.empty()) return std::nullopt;
    KitState& state = state_;
    const std::string key = "error_summary";
    const float inset = state.px(drawn(32));
    const float known = state.measured(key);
    const Flow outer = state.flow;
    state.flow.y += outer.gap_after >= 0 ? std::max(outer.gap_after, state.px(kGap)) : 0;
    const Box frame{outer.x, state.flow.y, outer.width, known};
    state.record(Role::summary, key, title, {}, frame);
    state.canvas.panel(frame, Colour::danger_soft, Colour::danger, state.px(kStrongBorder),
                       state.px(kCardRadius));
    state.flow = {outer.x + inset, outer.width - 2 * inset, state.flow.y + state.px(drawn(26)), -1};
    const Font font = state.font(Weight::bold, kLeadText);
    const Paragraph words = lay_out(state, font, title, state.flow.width, kLeading);
    const Box head = state.take(words.height);
    draw_paragraph(state, words, font, Colour::danger_text, head.x, head.y, head.width);
    std::optional<std::string> chosen;
    state.summary_first = "fault_" + faults.front().field_id;
    for (const FaultLine& fault : faults) {
        if (link("fault_" + fault.field_id, fault.text)) chosen = fault.field_id;
    }
    const float height = state.flow.y + state.px(drawn(20)) - frame.y;
    state.measure(key, height);
    // It has just appeared: whoever looks at the foot of a long page must see it. Once; a field that is typed
    // into comes first, and says the same.
    if (!std::exchange(state.summary_pulled, true) && frame.y < state.next.viewport.y && state.scroll > 0) {
        state.scroll = std::max(0.0F, state.scroll - (state.next.viewport.y - frame.y) - state.px(kGap));
        state.unsettled = true;
    }
    state.flow = {outer.x, outer.width, frame.y + height, state.px(kGap)};
    if (chosen) focus(*chosen);
    return chosen;
}

}  // namespace ardager::ui
