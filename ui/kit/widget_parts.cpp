// Pieces that several widgets are made of: paragraphs, tones, buttons, chips.
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

Paragraph lay_out(KitState& state, const Font& font, std::string_view words, float width, float leading) {
    Paragraph paragraph{state.canvas.break_lines(font, words, width)};
    paragraph.line_height = static_cast<float>(font.size_px) * leading;
    paragraph.height = paragraph.line_height * static_cast<float>(paragraph.text.lines.size());
    return paragraph;
}

Paragraph lay_out_whole(KitState& state, Font& font, std::string_view words, float width, float leading) {
    Paragraph paragraph = lay_out(state, font, words, width, leading);
    for (; paragraph.text.broken_word && font.size_px > 1;
         paragraph = lay_out(state, font, words, width, leading)) {
        --font.size_px;
    }
    return paragraph;
}

void draw_paragraph(KitState& state, const Paragraph& paragraph, const Font& font, Colour colour, float x,
                    float y, float width, Align align) {
    for (const std::string& line : paragraph.text.lines) {
        state.canvas.text_in({x, y, width, paragraph.line_height}, font, colour, line, align);
        y += paragraph.line_height;
    }
}

void carry(SceneItem& item, Carries kind, std::string_view value, std::string_view aloud) {
    item.carries = value.empty() ? Carries::blank : kind;
    item.value = value;
    item.spoken_public = aloud;
}

ToneColours tone_colours(Tone tone) {
    switch (tone) {
        case Tone::ok:
            return {Colour::ok, Colour::ok_text, Colour::ok_soft};
        case Tone::warning:
            return {Colour::warning, Colour::warning_text, Colour::warning_soft};
        case Tone::danger:
            return {Colour::danger, Colour::danger_text, Colour::danger_soft};
        case Tone::info:
            break;
    }
    return {Colour::primary, Colour::primary_text, Colour::primary_soft};
}

Icon tone_icon(Tone tone) {
    switch (tone) {
        case Tone::ok:
            return Icon::verified;
        case Tone::warning:
            return Icon::warning;
        case Tone::danger:
            return Icon::error;
        case Tone::info:
            break;
    }
    return Icon::info;
}

namespace {

struct ButtonColours {
    Colour fill, words, border;
};

ButtonColours button_colours(ButtonStyle style, bool enabled, bool pressed) {
    if (!enabled) return {Colour::track, Colour::muted_text, Colour::track};
    switch (style) {
        case ButtonStyle::primary:
            return {pressed ? Colour::primary_pressed : Colour::primary, Colour::on_primary, Colour::primary};
        case ButtonStyle::danger:
            return {pressed ? Colour::danger_soft : Colour::card, Colour::danger_text, Colour::danger};
        case ButtonStyle::secondary:
            break;
    }
    return {pressed ? Colour::pressed : Colour::card, Colour::primary_text, Colour::primary};
}

}  // namespace

bool button_in(KitState& state, std::string_view id, std::string_view label, const Box& box,
               const ButtonLook& look) {
    Canvas& canvas = state.canvas;
    SceneItem& item = state.record(Role::button, id, label, {}, box, true, look.enabled);
    const ButtonColours colours = button_colours(look.style, look.enabled, item.state.pressed);
    const float radius = state.px(kRadius);
    canvas.panel(box, colours.fill, colours.border, state.px(item.state.pressed ? kStrongBorder : kBorder),
                 radius);

    const float scale = look.frame ? state.frame_scale() : state.scale();
    Font font = canvas.font(Weight::semibold, look.text_mm, scale);
    const float icon_em = look.text_mm * 1.26F;
    const float icon_side =
        look.before == Icon::none && look.after == Icon::none ? 0 : state.px(icon_em) * scale;
    const float icon_gap = icon_side > 0 ? state.px(drawn(18)) : 0;
    const float room = box.width - icon_side - icon_gap - state.px(drawn(32));
    Paragraph words = lay_out_whole(state, font, label, room, 1.15F);
    while (words.height > box.height && font.size_px > 1) {
        --font.size_px;
        words = lay_out_whole(state, font, label, room, 1.15F);
    }
    item.truncated = words.text.broken_word || words.height > box.height;
    float x = box.x + (box.width - words.text.widest - icon_side - icon_gap) / 2;
    const Box icon_box{x, box.y, icon_side, box.height};
    if (look.before != Icon::none) {
        canvas.icon_in(icon_box, look.before, icon_em, colours.words, scale);
        x += icon_side + icon_gap;
    }
    draw_paragraph(state, words, font, colours.words, x, box.y + (box.height - words.height) / 2,
                   words.text.widest, Align::centre);
    if (look.after != Icon::none) {
        canvas.icon_in({x + words.text.widest + icon_gap, box.y, icon_side, box.height}, look.after, icon_em,
                       colours.words, scale);
    }
    return look.enabled && state.take_tap(id);
}

float chip_at(KitState& state, const Chip& chip, float x, float middle, float height_mm, bool draw) {
    const ToneColours colours = tone_colours(chip.tone);
    const Font font = state.frame_font(Weight::semibold, height_mm * 0.375F);
    const float height = state.px(height_mm);
    const float padding = height * 0.37F;
    const float icon_side = chip.icon == Icon::none ? 0 : height * 0.42F;
    const float icon_gap = chip.icon == Icon::none ? 0 : height * 0.16F;
    const float width = padding * 2 + icon_side + icon_gap + state.canvas.width(font, chip.label);
    if (!draw) return width;
    const Box box{x, middle - height / 2, width, height};
    state.record(Role::chip, {}, chip.label, {}, box);
    state.canvas.panel(box, colours.soft, Colour::soft_border, state.px(kHairline), height / 2);
    state.canvas.icon_in({x + padding, box.y, icon_side, height}, chip.icon, height_mm * 0.42F,
                         colours.strong);
    state.canvas.text_in({x + padding + icon_side + icon_gap, box.y, width, height}, font, colours.words,
                         chip.label, Align::left);
    return width;
}

}  // namespace ardager::ui
