#include "ui/kit/page_frame.h"

#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

void draw_header(KitState& state, const PageHeader& header) {
    Canvas& canvas = state.canvas;
    const float height = state.header_height();
    const float shrink = state.wide ? kWideHeaderHeight / kHeaderHeight : 1;
    const bool bare = state.header_gives_way();
    const float width = bare ? state.rail_width() : state.window.width;
    const float line = state.px(kHairline);
    canvas.fill({0, 0, width, height}, Colour::card);
    canvas.fill({0, height - line, width, line}, Colour::line);
    if (bare) canvas.fill({width - line, 0, line, height}, Colour::line);
    const float side = state.px(drawn(68)) * shrink;
    const float margin = bare ? (width - side) / 2 : state.px(kHeaderMargin);
    const Box emblem{margin, (height - side) / 2, side, side};
    canvas.fill(emblem, Colour::primary, state.px(drawn(16)));
    canvas.icon_in(emblem, Icon::star, drawn(40), Colour::emblem, shrink);
    if (bare) return;

    const float chip_width = chip_at(state, header.line, 0, 0, drawn(64) * shrink, false);
    const float chip_left = state.window.width - margin - chip_width;
    const float words_left = emblem.x + side + state.px(drawn(20));
    const float room = chip_left - words_left - state.px(kSmallGap);
    // The chip keeps its words; the branch's own name is what may be cut by a narrow window.
    canvas.clip({words_left, 0, room, height});
    Font organisation = canvas.font(Weight::semibold, drawn(26), shrink);
    while (organisation.size_px > 1 && canvas.width(organisation, header.organisation) > room)
        --organisation.size_px;
    Font branch = canvas.font(Weight::regular, kFinePrintText, shrink);
    while (branch.size_px > 1 && canvas.width(branch, header.branch) > room) --branch.size_px;
    const float upper = state.px(drawn(24)) * shrink;
    const Box first{words_left, upper, room, state.px(drawn(33)) * shrink};
    const Box second{words_left, upper + first.height, room, state.px(drawn(28)) * shrink};
    canvas.text_in(first, organisation, Colour::ink, header.organisation, Align::left);
    canvas.text_in(second, branch, Colour::muted_text, header.branch, Align::left);
    canvas.end_clip();
    state.record(Role::text, {}, header.organisation, {}, first);
    state.record(Role::text, {}, header.branch, {}, second);
    chip_at(state, header.line, chip_left, height / 2, drawn(64) * shrink);
}

namespace {

struct UtilityItem {
    Utility utility;
    const char* id;
    Icon icon;
    std::string_view label;
};

constexpr float kUtilityIcon = drawn(38);

/// Icon and words beside each other.
void draw_in_bar(KitState& state, const UtilityItem& item, const Box& box) {
    Font font = state.canvas.font(Weight::semibold, drawn(25));
    const float icon_side = state.px(kUtilityIcon);
    const float gap = state.px(drawn(12));
    const float room = box.width - icon_side - gap - state.px(drawn(12));
    const Paragraph words = lay_out_whole(state, font, item.label, room, 1.18F);
    const float x = box.x + (box.width - icon_side - gap - words.text.widest) / 2;
    state.canvas.icon_in({x, box.y, icon_side, box.height}, item.icon, kUtilityIcon, Colour::primary_text);
    draw_paragraph(state, words, font, Colour::primary_text, x + icon_side + gap,
                   box.y + (box.height - words.height) / 2, words.text.widest);
}

/// Icon over words.
void draw_in_rail(KitState& state, const UtilityItem& item, const Box& box) {
    Font font = state.canvas.font(Weight::semibold, drawn(23));
    const float icon_side = state.px(kUtilityIcon);
    const float gap = state.px(drawn(6));
    const Paragraph words = lay_out_whole(state, font, item.label, box.width - state.px(drawn(16)), 1.15F);
    const float top = box.y + (box.height - icon_side - gap - words.height) / 2;
    state.canvas.icon_in({box.x, top, box.width, icon_side}, item.icon, kUtilityIcon, Colour::primary_text);
    draw_paragraph(state, words, font, Colour::primary_text, box.x, top + icon_side + gap, box.width,
                   Align::centre);
}

/// The place of one of `count` items.
Box utility_box(const KitState& state, const Box& bar, std::size_t index, std::size_t count) {
    const auto place = static_cast<float>(index);
    const auto parts = static_cast<float>(count);
    const float line = state.px(kHairline);
    const float gap = std::max(state.px(drawn(8)), state.glass(kTargetGapMm));
    if (state.wide) {
        const float step = std::min((bar.height + gap) / parts, state.px(drawn(172)));
        return {bar.x, bar.y + step * place, bar.width - line, step - gap};
    }
    const float margin = state.px(drawn(40));
    const float step = (bar.width - 2 * margin + gap) / parts;
    return {bar.x + margin + step * place, bar.y + line, step - gap, bar.height - line};
}

/// An arrow in the margin; true when tapped.
bool scroll_arrow(KitState& state, const char* id, std::string_view spoken, Icon icon, const Box& box,
                  bool enabled) {
    SceneItem& item = state.record(Role::button, id, {}, spoken, box, true, enabled);
    const float radius = state.px(kKeyRadius);
    const Colour ground = item.state.pressed ? Colour::pressed : Colour::card;
    state.canvas.panel(box, ground, enabled ? Colour::primary : Colour::line, state.px(kBorder), radius);
    state.canvas.icon_in(box, icon, drawn(38), enabled ? Colour::primary_text : Colour::muted);
    return enabled && state.take_tap(id);
}

}  // namespace

void draw_scroll_arrows(KitState& state, const UtilityLabels& labels) {
    const Box view = state.next.viewport;
    if (state.content_height <= view.height + 1) return;
    const Box area = state.content_area();
    const float side = std::max(state.glass(kSmallestTargetMm), state.px(drawn(46)));
    const float x = area.x + area.width - side - state.px(drawn(4));
    const float edge = state.px(drawn(8));
    const float most = state.content_height - view.height;
    const Box up{x, area.y + edge, side, side};
    const Box down{x, area.y + area.height - side - edge, side, side};
    const float page = view.height * 0.8F;
    // Under a low window's keyboard there is room for one of them: the one that leads on.
    const bool lone = area.height < 2 * side + 4 * edge;
    const bool at_end = state.scroll >= most - 1;
    if ((!lone || at_end) &&
        scroll_arrow(state, "scroll_up", labels.scroll_up, Icon::expand_less, up, state.scroll > 1) &&
        state.scroll_by(-page)) {
        state.unsettled = true;
    }
    if ((!lone || !at_end) &&
        scroll_arrow(state, "scroll_down", labels.scroll_down, Icon::expand_more, down,
                     state.scroll < most - 1) &&
        state.scroll_by(page)) {
        state.unsettled = true;
    }
    // Between them, how much is in sight and where.
    const float top = up.y + side + edge;
    const float length = down.y - edge - top;
    const float width = state.px(drawn(10));
    if (length < 3 * width) return;
    const float left = x + (side - width) / 2;
    state.canvas.fill({left, top, width, length}, Colour::track, width / 2);
    state.canvas.fill({left, top + length * state.scroll / state.content_height, width,
                       length * view.height / state.content_height},
                      Colour::muted, width / 2);
}

Utility draw_utilities(KitState& state, const UtilityLabels& labels) {
    const float line = state.px(kHairline);
    const float top = state.wide ? state.header_height() : state.window.height - state.utility_height();
    const Box bar{0, top, state.wide ? state.rail_width() : state.window.width, state.window.height - top};
    state.canvas.fill(bar, Colour::card);
    if (state.wide)
        state.canvas.fill({bar.x + bar.width - line, bar.y, line, bar.height}, Colour::line);
    else
        state.canvas.fill({bar.x, bar.y, bar.width, line}, Colour::line);
    std::vector items{
        UtilityItem{Utility::text_size, "utility_text_size", Icon::text_increase, labels.text_size},
        UtilityItem{Utility::contrast, "utility_contrast", Icon::contrast, labels.contrast},
        UtilityItem{Utility::read_aloud, "utility_read_aloud", Icon::volume_up, labels.read_aloud},
        UtilityItem{Utility::help, "utility_help", Icon::support_agent, labels.help},
        UtilityItem{Utility::language, "utility_language", Icon::language, labels.language}};
    std::erase_if(items, [](const UtilityItem& item) { return item.label.empty(); });
    Utility chosen = state.take_tap("smaller_text") ? Utility::smaller_text : Utility::none;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Box box = utility_box(state, bar, i, items.size());
        const SceneItem& item = state.record(Role::button, items[i].id, items[i].label, {}, box, true);
        if (item.state.pressed) state.canvas.fill(box, Colour::pressed);
        if (state.wide)
            draw_in_rail(state, items[i], box);
        else
            draw_in_bar(state, items[i], box);
        if (state.take_tap(items[i].id)) chosen = items[i].utility;
    }
    return chosen;
}

}  // namespace ardager::ui
