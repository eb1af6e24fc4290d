// Things to tap: buttons, choices, statements of the same shape, links, toggles.
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

/// What a choice and a statement share.
struct CardLook {
    Colour ground = Colour::card, edge = Colour::line, title = Colour::ink, hint = Colour::muted_text;
    Colour icon = Colour::primary, icon_ground = Colour::primary_soft, mark = Colour::primary;
    float edge_mm = kHairline;
    float padding_mm = drawn(37);
    bool flat = false;  // does not rise from the page: nothing to tap
};

CardLook choice_look(const Choice& choice, bool pressed) {
    CardLook look;
    if (choice.primary) {
        look = {Colour::primary,    Colour::primary, Colour::on_primary,
                Colour::on_primary, Colour::gold,    Colour::on_primary_soft,
                Colour::on_primary, kHairline,       drawn(54)};
        if (pressed) look.ground = Colour::primary_pressed;
    } else if (pressed || choice.selected) {
        look.ground = pressed ? Colour::pressed : Colour::primary_soft;
        look.edge = Colour::primary;
        look.edge_mm = kStrongBorder;
    }
    return look;
}

struct CardWords {
    Paragraph title, hint;
    Font title_font, hint_font;
    float height = 0, left = 0;
};

constexpr float kIconGround = drawn(97);
constexpr float kCardPadding = drawn(42);
constexpr float kWideCardPadding = drawn(26);
/// The chevron or tick, and where its left edge stands from the card's right one.
constexpr float kMark = drawn(52);
constexpr float kMarkInset = drawn(94);
constexpr float kEdgeMarkInset = drawn(70);

CardWords lay_out_card(KitState& state, std::string_view title, std::string_view hint, bool icon, bool mark) {
    CardWords words;
    words.title_font = state.font(Weight::bold, kChoiceTitleText);
    words.hint_font = state.font(Weight::regular, kChoiceHintText);
    words.left = state.px(kCardPadding) + (icon ? state.px(kIconGround + drawn(32)) : 0);
    // Cards without an icon often stand in columns: there the mark moves to the edge.
    const float at_edge = icon ? kMarkInset : kEdgeMarkInset;
    const float room = state.flow.width - words.left - state.px(mark ? at_edge + drawn(16) : kCardPadding);
    words.title = lay_out_whole(state, words.title_font, title, room, 1.3F);
    if (!hint.empty()) words.hint = lay_out_whole(state, words.hint_font, hint, room, 1.34F);
    words.height = words.title.height + (hint.empty() ? 0 : words.hint.height + state.px(drawn(4)));
    return words;
}

void draw_card(KitState& state, const Box& box, const CardLook& look, const CardWords& words, Icon icon,
               Icon mark = Icon::none) {
    Canvas& canvas = state.canvas;
    const float radius = state.px(kCardRadius);
    if (!look.flat) canvas.shadow(box, radius);
    canvas.panel(box, look.ground, look.edge, state.px(look.edge_mm), radius);
    if (icon != Icon::none) {
        const float side = state.px(kIconGround);
        const Box ground{box.x + state.px(kCardPadding), box.y + (box.height - side) / 2, side, side};
        canvas.fill(ground, look.icon_ground, state.px(drawn(24)));
        canvas.icon_in(ground, icon, drawn(54), look.icon);
    }
    const float x = box.x + words.left;
    float y = box.y + (box.height - words.height) / 2;
    draw_paragraph(state, words.title, words.title_font, look.title, x, y, box.width);
    y += words.title.height + state.px(drawn(4));
    draw_paragraph(state, words.hint, words.hint_font, look.hint, x, y, box.width);
    const float inset = state.px(icon == Icon::none ? kEdgeMarkInset : kMarkInset);
    canvas.icon_in({box.x + box.width - inset, box.y, state.px(kMark), box.height}, mark, kMark, look.mark);
}

}  // namespace

bool Kit::button(std::string_view id, std::string_view label, ButtonStyle style, Icon icon, bool enabled) {
    Font font = state_.font(Weight::semibold, kButtonText);
    const float icon_room = icon == Icon::none ? 0 : state_.px(drawn(60)) * state_.scale();
    const Paragraph words =
        lay_out_whole(state_, font, label, state_.flow.width - icon_room - state_.px(drawn(56)), 1.15F);
    const float height =
        std::max({state_.px(drawn(112)), words.height + state_.px(drawn(40)),
                  state_.glass(style == ButtonStyle::primary ? kPrimaryTargetMm : kSmallestTargetMm)});
    // As at the page's foot: an arrow points on and stands after the words.
    const bool arrow = icon == Icon::arrow_forward;
    return button_in(
        state_, id, label, state_.take(height),
        {style, arrow ? Icon::none : icon, arrow ? icon : Icon::none, kButtonText, enabled, false});
}

bool Kit::start_button(std::string_view id, std::string_view label, bool primary) {
    state_.enter_side();
    const float least = state_.glass(kPrimaryTargetMm);
    const Box box = state_.take(std::max(state_.px(drawn(primary ? 168 : 140)), least), state_.px(drawn(36)),
                                state_.px(drawn(36)));
    return button_in(state_, id, label, box,
                     {primary ? ButtonStyle::primary : ButtonStyle::secondary, Icon::none, Icon::none,
                      primary ? drawn(50) : drawn(44), true, true});
}

bool Kit::choice(std::string_view id, const Choice& choice) {
    state_.enter_side();
    // Where it does not lead on, a tick may come: the words leave it its room from the beginning.
    const CardWords words = lay_out_card(state_, choice.title, choice.hint, choice.icon != Icon::none, true);
    const CardLook look = choice_look(choice, state_.is_pressed(id));
    const float icon = choice.icon == Icon::none ? 0 : state_.px(kIconGround);
    // The first choice under a page's title stands off from it; under a heading it belongs to it.
    const bool first = state_.flow.gap_after == state_.px(kTitleGap);
    const float padding = state_.px(state_.wide ? kWideCardPadding : look.padding_mm);
    const float height = std::max(std::max(words.height, icon) + 2 * padding, state_.glass(kPrimaryTargetMm));
    const Box box =
        state_.take(state_.height_in_row(height), state_.px(first ? kSectionGap : kGap), state_.px(kGap));
    const std::string spoken = choice.hint.empty() ? choice.title : choice.title + ". " + choice.hint;
    SceneItem& item = state_.record(Role::choice, id, choice.title, spoken, box, true);
    item.truncated = words.title.text.broken_word || words.hint.text.broken_word;
    item.state.selected = choice.selected;
    const Icon mark = choice.chevron    ? Icon::chevron_right
                      : choice.selected ? Icon::check_circle
                                        : Icon::none;
    draw_card(state_, box, look, words, choice.icon, mark);
    return state_.take_tap(id);
}

void Kit::statement(const Statement& statement) {
    state_.enter_side();
    const ToneColours tone = tone_colours(statement.tone);
    const CardWords words =
        lay_out_card(state_, statement.title, statement.hint, statement.icon != Icon::none, false);
    const float tallest = std::max(words.height, state_.px(kIconGround));
    const Box box = state_.take(tallest + 2 * state_.px(drawn(37)));
    const std::string spoken =
        statement.hint.empty() ? statement.title : statement.title + ". " + statement.hint;
    SceneItem& item = state_.record(Role::notice, {}, statement.title, spoken, box);
    item.truncated = words.title.text.broken_word || words.hint.text.broken_word;
    CardLook look;
    look.edge = tone.strong;
    look.edge_mm = kStrongBorder;
    look.icon = tone.strong;
    look.icon_ground = tone.soft;
    if (statement.tone == Tone::warning) {
        // What is not offered now steps back behind what is.
        look.ground = tone.soft;
        look.edge = Colour::soft_border;
        look.edge_mm = kBorder;
        look.title = look.hint = tone.words;
        look.icon_ground = Colour::card;
        look.flat = true;
    }
    draw_card(state_, box, look, words, statement.icon);
}

bool Kit::link(std::string_view id, std::string_view label) {
    Font font = state_.font(Weight::semibold, kBodyText);
    const float least = state_.glass(kSmallestTargetMm);
    const Paragraph words = lay_out_whole(state_, font, label, state_.flow.width, kLeading);
    const float height = std::max({state_.px(drawn(56)), words.height, least});
    const float apart = std::max(state_.px(kSmallGap), state_.glass(kTargetGapMm));
    Box box = state_.take(height, apart, apart);
    box.width = std::max(words.text.widest, least);
    const bool pressed = state_.record(Role::link, id, label, {}, box, true).state.pressed;
    if (pressed) state_.canvas.fill(box, Colour::pressed, state_.px(kKeyRadius));
    float y = box.y + (box.height - words.height) / 2;
    draw_paragraph(state_, words, font, Colour::primary_text, box.x, y, box.width);
    for (const std::string& line : words.text.lines) {
        const float under = y + words.line_height / 2 + static_cast<float>(font.size_px) * 0.47F;
        state_.canvas.fill({box.x, under, state_.canvas.width(font, line), state_.px(kHairline)},
                           Colour::primary_text);
        y += words.line_height;
    }
    return state_.take_tap(id);
}

bool Kit::toggle(std::string_view id, std::string_view label, bool on) {
    Font font = state_.font(Weight::semibold, kBodyText);
    const float track_width = state_.px(drawn(104));
    const float track_height = state_.px(drawn(56));
    const float room = state_.flow.width - track_width - state_.px(drawn(90));
    const Paragraph words = lay_out_whole(state_, font, label, room, kLeading);
    const Box box = state_.take(std::max(
        {state_.px(drawn(112)), words.height + state_.px(drawn(40)), state_.glass(kSmallestTargetMm)}));
    SceneItem& item = state_.record(Role::toggle, id, label, {}, box, true);
    item.state.selected = on;
    item.truncated = words.text.broken_word;
    const float radius = state_.px(kRadius);
    state_.canvas.panel(box, item.state.pressed ? Colour::pressed : Colour::card,
                        on ? Colour::primary : Colour::line, state_.px(on ? kBorder : kHairline), radius);
    const float inset = state_.px(drawn(32));
    draw_paragraph(state_, words, font, Colour::ink, box.x + inset, box.y + (box.height - words.height) / 2,
                   room);
    const Box track{box.x + box.width - inset - track_width, box.y + (box.height - track_height) / 2,
                    track_width, track_height};
    state_.canvas.fill(track, on ? Colour::primary : Colour::field_line, track_height / 2);
    const float knob = track_height / 2 - state_.px(drawn(6));
    const float knob_x = on ? track.x + track_width - track_height / 2 : track.x + track_height / 2;
    state_.canvas.disc(knob_x, track.y + track_height / 2, knob, Colour::card);
    return state_.take_tap(id);
}

}  // namespace ardager::ui
