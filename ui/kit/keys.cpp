// The numeric keypad and the touch keyboard.
#include "kiosk/base/text.h"
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

/// One key of a row: its width against a letter's, what it shows and does.
struct KeyFace {
    std::string id;
    std::string label;
    std::string spoken = {};
    Icon icon = Icon::none;
    KeyAction action{};
    float share = 1;
    bool special = false;
    float em_mm = kKeyText;
};

struct KeyLook {
    Weight weight = Weight::regular;
    float radius_mm = kKeyRadius;
    bool border = false;
};

void draw_key(KitState& state, const KeyFace& key, const Box& box, const KeyLook& look) {
    SceneItem& item = state.record(Role::key, key.id, key.label, key.spoken, box, true);
    state.typing.keys[key.id] = key.action;
    // What a finger looks for and what it types cannot be told apart by those who listen.
    if (key.action.kind == KeyAction::Kind::insert && !key.action.text.empty()) {
        carry(item, Carries::keystroke, key.action.text, {});
    } else {
        item.carries = Carries::nothing;
        item.spoken_public = item.spoken;
    }
    const float radius = state.px(look.radius_mm);
    const Colour ground = key.special ? Colour::key_special : Colour::key;
    const Colour edge = item.state.pressed ? Colour::primary
                        : look.border      ? Colour::line
                                           : Colour::soft_border;
    state.canvas.panel(box, item.state.pressed ? Colour::pressed : ground, edge,
                       state.px(item.state.pressed ? kBorder : kHairline), radius);
    state.canvas.icon_in(box, key.icon, key.em_mm, Colour::ink, state.frame_scale());
    if (key.icon != Icon::none) return;
    Font font = state.frame_font(look.weight, key.em_mm);
    while (font.size_px > 1 && state.canvas.width(font, key.label) > box.width - state.px(drawn(8)))
        --font.size_px;
    state.canvas.text_in(box, font, Colour::ink, key.label, Align::centre);
}

void draw_row(KitState& state, const std::vector<KeyFace>& keys, const Box& row, float gap,
              const KeyLook& look) {
    float shares = 0;
    for (const KeyFace& key : keys) shares += key.share;
    const float unit = (row.width - gap * static_cast<float>(keys.size() - 1)) / shares;
    float x = row.x;
    for (const KeyFace& key : keys) {
        draw_key(state, key, {x, row.y, unit * key.share, row.height}, look);
        x += unit * key.share + gap;
    }
}

KeyFace erase_key(std::string_view spoken, float share) {
    return {"key_erase", {},      std::string(spoken), Icon::backspace, {KeyAction::Kind::erase}, share,
            share != 1,  kKeyText};
}

std::vector<KeyFace> letters(std::u32string_view row, bool upper) {
    std::vector<KeyFace> keys;
    for (const char32_t letter : row) {
        std::string small;
        append_utf8(small, letter);
        const std::string shown = upper ? capital_text(small) : small;
        keys.push_back({"key_" + small, shown, {}, Icon::none, {KeyAction::Kind::insert, shown}});
    }
    return keys;
}

using Rows = std::array<std::u32string_view, 4>;
constexpr Rows kKazakhRows{U"әіңғүұқөһ", U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбюё"};
constexpr Rows kRussianRows{U"1234567890", U"йцукенгшщзхъ", U"фывапролджэё", U"ячсмитьбю"};
constexpr Rows kEnglishRows{U"1234567890", U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
constexpr Rows kNumberRows{U"1234567890", U"№/()«»:;+=", U".,-—'\"!?&@", U"#%*_"};

const Rows& rows_of(const Typing& typing) {
    if (typing.numbers) return kNumberRows;
    if (typing.layout == KeyboardLayout::russian) return kRussianRows;
    return typing.layout == KeyboardLayout::english ? kEnglishRows : kKazakhRows;
}

const char* layout_name(KeyboardLayout layout) {
    constexpr std::array kNames{"ҚАЗ", "РУС", "ENG"};
    return kNames[static_cast<std::size_t>(layout)];
}

std::vector<KeyFace> last_row(const Typing& typing, const KeyboardLabels& labels) {
    constexpr float kSmall = drawn(28);
    return {{"key_numbers",
             typing.numbers ? "АБВ" : "123",
             {},
             Icon::none,
             {KeyAction::Kind::numbers},
             1,
             true,
             kSmall},
            {"key_layout",
             layout_name(typing.layout),
             {},
             Icon::none,
             {KeyAction::Kind::layout},
             1,
             true,
             kSmall},
            {"key_space", labels.space, {}, Icon::none, {KeyAction::Kind::insert, " "}, 3.3F, false, kSmall},
            {"key_hyphen", "-", {}, Icon::none, {KeyAction::Kind::insert, "-"}, 1, true, kSmall},
            {"key_done", labels.done, {}, Icon::none, {}, 1, true, kSmall}};
}

/// Five rows and the gaps between them.
struct KeyboardShape {
    Box panel;
    float key_height = 0, row_gap = 0, gap = 0;
    float below = 0;  // between the panel and what stands under it
    float inset = 0;
};

/// Beside the question where there is room, else under it: as low as the fingers allow, so that the field
/// that is being typed into stays in sight.
KeyboardShape shape_keyboard(const KitState& state) {
    KeyboardShape shape;
    const float foot = state.window.height - state.utility_height() - state.measured("footer");
    const float top = state.header_height();
    const float least = state.glass(kSmallestTargetMm);
    const bool under = state.wide && !state.keyboard_beside();
    const float inset = shape.inset = state.px(under ? drawn(12) : drawn(22));
    shape.gap = std::max(state.px(drawn(10)), state.glass(kTargetGapMm));
    shape.row_gap = std::max(state.px(drawn(12)), state.glass(kTargetGapMm));
    shape.below = state.px(state.wide ? drawn(12) : drawn(32));
    const bool beside = state.keyboard_beside();
    const float question = beside || !state.wide ? 0 : state.px(drawn(150));
    const float room = foot - top - shape.below - 2 * inset - 4 * shape.row_gap - question;
    shape.key_height = std::clamp(room / 5, least, std::max(least, state.px(drawn(88))));
    const float height = 5 * shape.key_height + 4 * shape.row_gap + 2 * inset;
    const float side = beside ? state.margin() : state.px(under ? drawn(12) : drawn(24));
    const float width =
        beside ? state.px(kKeyboardWidth) : state.window.width - state.rail_width() - 2 * side;
    const float y = beside ? top + (foot - top - height) / 2 : foot - shape.below - height;
    shape.panel = {state.window.width - side - width, y, width, height};
    return shape;
}

}  // namespace

void Kit::keypad(const KeypadLabels& labels) {
    constexpr std::array<std::array<const char*, 3>, 3> kDigits{
        {{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}}};
    const KeyLook look{Weight::semibold, kFieldRadius, true};
    const float gap = std::max(state_.px(kKeyGap), state_.glass(kTargetGapMm));
    const float tallest = state_.px(drawn(128));
    const float least = state_.glass(kSmallestTargetMm);
    // Beside the question the keys stand still while it scrolls.
    const Box side = state_.side_box();
    std::optional<OutsideContent> still;
    const Flow outer = state_.flow;
    float height = tallest;
    if (state_.wide && !state_.side_entered) {
        still.emplace(state_);
        state_.side_entered = true;
        state_.main_bottom = outer.y;
        height = std::clamp((side.height - 3 * gap) / 4, least, std::max(least, tallest));
        state_.flow = {side.x, side.width, side.y, -1};
    }
    const auto digit = [](const char* name) {
        return KeyFace{std::string("key_") + name,      name, {},    Icon::none,
                       {KeyAction::Kind::insert, name}, 1,    false, kKeypadText};
    };
    float before = state_.px(drawn(40));
    for (const auto& row : kDigits) {
        const Box box = state_.take(height, before, gap);
        draw_row(state_, {digit(row[0]), digit(row[1]), digit(row[2])}, box, gap, look);
        before = gap;
    }
    KeyFace erase = erase_key(labels.erase_spoken, 1);
    erase.em_mm = drawn(48);
    const KeyFace clear{"key_clear", labels.clear, {},       Icon::none, {KeyAction::Kind::clear},
                        1,           false,        drawn(32)};
    draw_row(state_, {erase, digit("0"), clear}, state_.take(height, gap, state_.px(kGap)), gap, look);
    if (still) state_.flow = outer;
}

bool Kit::keyboard(const KeyboardLabels& labels) {
    KitState& state = state_;
    const OutsideContent outside(state);
    const KeyboardShape shape = shape_keyboard(state);
    const auto& [panel, key_height, row_gap, gap, below, inset] = shape;
    if (state.keyboard_beside()) {
        state.keyboard_width = panel.width + state.margin();
    } else {
        state.keyboard_height = panel.height + below;
        state.canvas.fill({panel.x, panel.y, panel.width, panel.height + below}, Colour::background);
    }
    state.canvas.panel(panel, Colour::keyboard, Colour::soft_border, state.px(kHairline),
                       state.px(kCardRadius));

    const Typing& typing = state.typing;
    const bool upper = typing.upper();
    Box row{panel.x + inset, panel.y + inset, panel.width - 2 * inset, key_height};
    const Rows& rows = rows_of(typing);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<KeyFace> keys = letters(rows[i], upper);
        if (i + 1 == rows.size()) {
            const float share = rows[i].size() > 9 ? 1.3F : rows[i].size() > 7 ? 1.82F : 1.5F;
            keys.insert(keys.begin(), {"key_shift",
                                       {},
                                       labels.shift_spoken,
                                       Icon::arrow_upward,
                                       {KeyAction::Kind::shift},
                                       share,
                                       true,
                                       drawn(32)});
            keys.push_back(erase_key(labels.erase_spoken, share));
            keys.back().em_mm = drawn(34);
        }
        draw_row(state, keys, row, gap, {});
        row.y += key_height + row_gap;
    }
    draw_row(state, last_row(typing, labels), row, gap, {});
    state.typing.keys.erase("key_done");
    return state.take_tap("key_done");
}

void Kit::set_keyboard_layout(KeyboardLayout layout) {
    state_.typing.layout = layout;
}

}  // namespace ardager::ui
