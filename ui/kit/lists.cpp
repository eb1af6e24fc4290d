// Lists: lines that can be tapped, one under the other.
#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

struct RowWords {
    Font title_font, detail_font;
    Paragraph title, detail;
    float height = 0;
};

RowWords lay_out_row(KitState& state, const ListRow& row, float room) {
    RowWords words;
    words.title_font = state.font(Weight::semibold, kBodyText);
    words.detail_font = state.font(Weight::regular, kHintText);
    words.title = lay_out_whole(state, words.title_font, row.title, room, 1.25F);
    words.height = words.title.height;
    if (row.detail.empty()) return words;
    words.detail = lay_out_whole(state, words.detail_font, row.detail, room, 1.3F);
    words.height += words.detail.height;
    return words;
}

std::string spoken_row(const ListRow& row) {
    std::string spoken = row.title;
    for (const std::string* part : {&row.detail, &row.value})
        if (!part->empty()) spoken.append(". ").append(*part);
    return spoken;
}

}  // namespace

bool Kit::list_row(std::string_view id, const ListRow& row) {
    KitState& state = state_;
    state.enter_side();
    const float inset = state.px(drawn(28));
    const float icon_room = row.icon == Icon::none ? 0 : state.px(drawn(64)) * state.scale();
    const Font value_font = state.font(Weight::semibold, kBodyText);
    const float value_room =
        row.value.empty() ? 0 : state.canvas.width(value_font, row.value) + state.px(kGap);
    const float left = inset + icon_room;
    RowWords words = lay_out_row(state, row, state.flow.width - left - inset - value_room);
    const float height =
        std::max({state.px(drawn(96)), words.height + state.px(drawn(36)), state.glass(kSmallestTargetMm)});
    const float gap = state.glass(kTargetGapMm);
    const Box box = state.take(height, gap, gap);
    SceneItem& item = state.record(Role::choice, id, row.title, spoken_row(row), box, true, row.enabled);
    item.state.selected = row.selected;
    item.truncated = words.title.text.broken_word || words.detail.text.broken_word;

    const bool marked = item.state.pressed || row.selected;
    const Colour ground = !row.enabled         ? Colour::track
                          : item.state.pressed ? Colour::pressed
                          : row.selected       ? Colour::primary_soft
                                               : Colour::card;
    state.canvas.panel(box, ground, marked ? Colour::primary : Colour::line,
                       state.px(marked ? kStrongBorder : kHairline), state.px(kKeyRadius));
    const Colour ink = row.enabled ? Colour::ink : Colour::muted_text;
    state.canvas.icon_in({box.x + inset, box.y, icon_room * 0.62F, box.height}, row.icon, drawn(40),
                         row.enabled ? Colour::primary : Colour::muted, state.scale());
    const float y = box.y + (box.height - words.height) / 2;
    draw_paragraph(state, words.title, words.title_font, ink, box.x + left, y, box.width);
    draw_paragraph(state, words.detail, words.detail_font, Colour::muted_text, box.x + left,
                   y + words.title.height, box.width);
    if (!row.value.empty())
        state.canvas.text_in({box.x, box.y, box.width - inset, box.height}, value_font, ink, row.value,
                             Align::right);
    return row.enabled && state.take_tap(id);
}

}  // namespace ardager::ui
