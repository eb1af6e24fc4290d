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
    state.canvas.fill(box, item.state.pressed ? Colour::pressed : ground, radius);
    const Colour edge = item.state.pressed ? Colour::primary
                        : look.border      ? Colour::line
                                           : Colour::soft_border;
    state.canvas.border(box, edge, state.px(item.state.pressed ? kBorder : kHairline), radius);
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
constexpr Rows kKazakhRows{U"әіңғүұқөһ", U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю"};
constexpr Rows kRussianRows{U"1234567890", U"йцукенгшщзхъ", U"фывапролджэё", U"ячсмитьбю"};
constexpr Rows kEnglishRows{U"1234567890", U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
// The page of numbers also holds ё, which Kazakh names rarely and Russian names sometimes need.
constexpr Rows kNumberRows{U"1234567890", U"№/()«»:;+=", U".,-—'\"!?&@", U"ё#%*_"};

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

}  // namespace

void Kit::keypad(const KeypadLabels& labels) {
    constexpr std::array<std::array<const char*, 3>, 3> kDigits{
        {{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}}};
    const KeyLook look{Weight::semibold, kFieldRadius, true};
    const float gap = state_.px(kKeyGap);
    const auto digit = [](const char* name) {
        return KeyFace{std::string("key_") + name,      name, {},    Icon::none,
                       {KeyAction::Kind::insert, name}, 1,    false, kKeypadText};
    };
    float before = state_.px(drawn(40));
    const float height = state_.px(drawn(128));
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
}

bool Kit::keyboard(const KeyboardLabels& labels) {
    KitState& state = state_;
    const OutsideContent outside(state);
    const float key_height = state.px(drawn(88));
    const float row_gap = state.px(drawn(12));
    const float gap = state.px(drawn(10));
    const float inset = state.px(drawn(22));
    const float margin = state.px(drawn(24));
    const float below = state.px(drawn(32));
    const float height = 5 * key_height + 4 * row_gap + 2 * inset;
    const float foot = state.window.height - state.px(kUtilityHeight) - state.measured("footer");
    const Box panel{margin, foot - below - height, state.window.width - 2 * margin, height};
    state.keyboard_height = height + below;
    state.canvas.fill({0, panel.y, state.window.width, foot - panel.y}, Colour::background);
    state.canvas.fill(panel, Colour::keyboard, state.px(kCardRadius));
    state.canvas.border(panel, Colour::soft_border, state.px(kHairline), state.px(kCardRadius));

    const Typing& typing = state.typing;
    const bool upper = typing.upper();
    Box row{panel.x + inset, panel.y + inset, panel.width - 2 * inset, key_height};
    const Rows& rows = rows_of(typing);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<KeyFace> keys = letters(rows[i], upper);
        if (i + 1 == rows.size()) {
            const float share = rows[i].size() > 7 ? 1.82F : 1.5F;
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
