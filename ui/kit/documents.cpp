// Documents, answers, signing, the number card, pictures and tables.
#include <cmath>

#include "ui/kit/kit.h"
#include "ui/kit/kit_state.h"

namespace ardager::ui {

using namespace tuning;

namespace {

/// The largest box of the picture's shape within another.
Box fitted(const Box& outer, const Picture& picture) {
    const float shape = static_cast<float>(picture.width) / static_cast<float>(std::max(1U, picture.height));
    float width = outer.width;
    float height = width / shape;
    if (height > outer.height) {
        height = outer.height;
        width = height * shape;
    }
    return {outer.x + (outer.width - width) / 2, outer.y + (outer.height - height) / 2, width, height};
}

struct TileLook {
    Colour edge, words;
    Icon mark, middle;
};

TileLook tile_look(ScanTile::State state) {
    switch (state) {
        case ScanTile::State::good:
            return {Colour::ok, Colour::ok_text, Icon::check_circle, Icon::description};
        case ScanTile::State::poor:
            return {Colour::warning, Colour::warning_text, Icon::warning, Icon::description};
        case ScanTile::State::busy:
            return {Colour::primary, Colour::primary_text, Icon::schedule, Icon::document_scanner};
        case ScanTile::State::empty:
            break;
    }
    return {Colour::primary, Colour::primary_text, Icon::none, Icon::document_scanner};
}

void draw_qr(KitState& state, const QrModules& qr, const Box& box) {
    state.canvas.fill(box, Colour::paper);
    const float quiet = 4;  // modules of margin, ISO/IEC 18004
    const float unit = std::floor(box.width / (static_cast<float>(qr.size) + 2 * quiet));
    const float left = std::round(box.x + (box.width - unit * static_cast<float>(qr.size)) / 2);
    const float top = std::round(box.y + (box.height - unit * static_cast<float>(qr.size)) / 2);
    for (unsigned y = 0; y < qr.size; ++y) {
        for (unsigned x = 0; x < qr.size;) {
            unsigned run = 0;
            while (x + run < qr.size && qr.dark[std::size_t{y} * qr.size + x + run]) ++run;
            if (run > 0) {
                state.canvas.fill({left + unit * static_cast<float>(x), top + unit * static_cast<float>(y),
                                   unit * static_cast<float>(run), unit},
                                  Colour::print);
            }
            x += std::max(1U, run);
        }
    }
}

/// The view's value wins when it says something new; see Typing::follow.
SignatureEdit& follow_signature(KitState& state, std::string_view id, const Signature& value) {
    SignatureEdit& edit = state.signatures[std::string(id)];
    if (value != edit.seen && !edit.stroke_open) edit.drawn = value;
    edit.seen = value;
    return edit;
}

}  // namespace

bool Kit::scan_tile(std::string_view id, const ScanTile& tile) {
    Canvas& canvas = state_.canvas;
    const TileLook look = tile_look(tile.state);
    Font font = state_.font(Weight::bold, drawn(30));
    const float inset = state_.px(drawn(28));
    const float inner_width = state_.flow.width - 2 * inset;
    const float icon_side = look.mark == Icon::none ? 0 : state_.px(drawn(42)) * state_.scale();
    const Paragraph words = lay_out_whole(state_, font, tile.caption, inner_width - icon_side, 1.25F);
    // A sheet that is taller than half the page would push its own words out of sight.
    const float tallest = state_.wide ? state_.content_area().height / 2 : state_.px(drawn(470));
    const float sheet_height = std::min({inner_width * 1.16F, state_.px(drawn(470)), tallest});
    const float caption_gap = state_.px(drawn(14));
    const Box box = state_.take(inset + sheet_height + caption_gap + words.height + inset);
    SceneItem& item = state_.record(Role::scan_tile, id, tile.caption, {}, box, true);
    item.truncated = words.text.broken_word;
    item.state.error = tile.state == ScanTile::State::poor;
    const float radius = state_.px(kCardRadius);
    const Colour ground = item.state.pressed ? Colour::pressed : Colour::card;
    if (tile.state == ScanTile::State::empty) {
        canvas.fill(box, ground, radius);
        canvas.dashed_border(box, look.edge, state_.px(kStrongBorder), radius);
    } else {
        canvas.panel(box, ground, look.edge, state_.px(kStrongBorder), radius);
    }

    const Box sheet{box.x + inset, box.y + inset, inner_width, sheet_height};
    canvas.fill(sheet, Colour::primary_soft, state_.px(drawn(14)));
    SDL_Texture* texture = tile.preview ? state_.texture_of(*tile.preview) : nullptr;
    if (texture != nullptr)
        canvas.picture(fitted(sheet, *tile.preview), texture);
    else
        canvas.icon_in(sheet, look.middle, drawn(106), Colour::primary);
    const float y = sheet.y + sheet.height + caption_gap;
    canvas.icon_in({sheet.x, y, icon_side * 0.72F, words.line_height}, look.mark, drawn(31), look.edge,
                   state_.scale());
    draw_paragraph(state_, words, font, look.words, sheet.x + icon_side, y, inner_width);
    return state_.take_tap(id);
}

bool Kit::answer_row(std::string_view id, const AnswerRow& row) {
    Canvas& canvas = state_.canvas;
    state_.enter_side();
    Font plain = state_.font(Weight::regular, kBodyText);
    const Font strong = state_.font(Weight::semibold, kBodyText);
    Font bold = strong;
    const float change_width = row.change.empty() ? 0 : canvas.width(strong, row.change);
    const float gap = state_.px(kSmallGap);
    const float width = state_.flow.width - (row.change.empty() ? 0 : change_width + gap);
    // Where the words are large or the column narrow, the answer stands under its label, in one piece.
    const bool under_label =
        width - state_.flow.width * kAnswerLabelShare < kLeastAnswerEms * static_cast<float>(strong.size_px);
    const float value_left = under_label ? 0 : state_.flow.width * kAnswerLabelShare;
    const float value_width = width - value_left;
    const Paragraph label =
        lay_out_whole(state_, plain, row.label, under_label ? width : value_left - 2 * gap, 1.21F);
    const Paragraph value = lay_out_whole(state_, bold, row.value, value_width, 1.21F);
    const float padding = state_.px(drawn(22));
    const float gutter = std::max(state_.px(drawn(8)), state_.glass(kTargetGapMm));
    const float least = row.change.empty() ? 0 : state_.glass(kSmallestTargetMm) + gutter;
    const float value_top = padding + (under_label ? label.height : 0);
    const float words = under_label ? label.height + value.height : std::max(label.height, value.height);
    const float height = std::max(words + 2 * padding + state_.px(kHairline), least);
    const Box box = state_.take(height, 0, 0);
    SceneItem& item = state_.record(Role::answer, {}, row.label + ": " + row.value, {},
                                    {box.x, box.y, value_left + value_width, height});
    item.truncated = label.text.broken_word || value.text.broken_word;
    carry(item, Carries::words, row.value, row.label);
    draw_paragraph(state_, label, plain, Colour::muted_text, box.x, box.y + padding, width);
    draw_paragraph(state_, value, bold, Colour::ink, box.x + value_left, box.y + value_top, value_width);
    canvas.fill({box.x, box.y + height - state_.px(kHairline), box.width, state_.px(kHairline)},
                Colour::line);
    if (row.change.empty()) return false;
    const float target = std::max(change_width, state_.glass(kSmallestTargetMm));
    const Box touch{box.x + box.width - target, box.y + gutter / 2, target, height - gutter};
    if (state_.record(Role::link, id, row.change, row.change + ": " + row.label, touch, true).state.pressed) {
        canvas.fill(touch, Colour::pressed, state_.px(kKeyRadius));
    }
    canvas.text_in({touch.x, box.y + padding, touch.width, label.line_height}, strong, Colour::primary_text,
                   row.change, Align::right);
    const float under = box.y + padding + label.line_height * 0.93F;
    canvas.fill({box.x + box.width - change_width, under, change_width, state_.px(kHairline)},
                Colour::primary_text);
    return state_.take_tap(id);
}

std::optional<Signature> Kit::signature(std::string_view id, std::string_view label, const Signature& value) {
    state_.enter_side();
    SignatureEdit& edit = follow_signature(state_, id, value);
    const Font font = state_.font(Weight::semibold, kBodyText);
    const Box words =
        state_.take(static_cast<float>(font.size_px) * 1.3F, state_.px(drawn(30)), state_.px(drawn(10)));
    state_.canvas.text_in(words, font, Colour::ink, label, Align::left);
    const Box pad = state_.take(state_.px(drawn(258)), 0, state_.px(kGap));
    SceneItem& item = state_.record(Role::signature, id, label, {}, pad, true);
    item.state.selected = !edit.drawn.empty();
    state_.canvas.fill(pad, Colour::card, state_.px(kRadius));
    state_.canvas.dashed_border(pad, item.state.pressed ? Colour::primary : Colour::field_line,
                                state_.px(kBorder), state_.px(kRadius));
    for (const auto& stroke : edit.drawn.strokes) {
        std::vector<PointMm> points;
        points.reserve(stroke.size());
        for (const PointMm& point : stroke)
            points.push_back({pad.x + state_.glass(point.x), pad.y + state_.glass(point.y)});
        if (!points.empty()) state_.canvas.line(points, Colour::ink, state_.px(kPenMm));
    }
    edit.drawn.width_mm = pad.width / state_.glass(1);
    edit.drawn.height_mm = pad.height / state_.glass(1);
    if (!std::exchange(edit.finished, false)) return std::nullopt;
    edit.seen = edit.drawn;
    return edit.drawn;
}

void Kit::number_card(const NumberCard& card) {
    Canvas& canvas = state_.canvas;
    state_.enter_side();
    begin_card();
    const Font caption = state_.font(Weight::regular, kNoticeText);
    Font number = state_.font(Weight::bold, card.large ? kTicketText : kNumberText);
    number.spacing_px = state_.px(drawn(1));
    while (number.size_px > 1 && canvas.width(number, card.number) > state_.flow.width) --number.size_px;
    const Box first = state_.take(static_cast<float>(caption.size_px) * 1.3F, 0, 0);
    canvas.text_in(first, caption, Colour::muted_text, card.caption, Align::left);
    const Box second = state_.take(static_cast<float>(number.size_px) * 1.3F, 0, state_.px(kGap));
    canvas.text_in(second, number, Colour::ink, card.number, Align::left);
    carry(
        state_.record(Role::number, "number", card.number, card.caption + ": " + card.spoken_number, second),
        Carries::words, card.spoken_number, card.caption);

    const float qr_side = card.qr.size == 0 ? 0 : state_.px(drawn(270));
    const float left = qr_side == 0 ? 0 : qr_side + state_.px(drawn(36));
    const Flow outer = state_.flow;
    const float top = outer.y + outer.gap_after;
    if (qr_side > 0) draw_qr(state_, card.qr, {outer.x, top, qr_side, qr_side});
    state_.flow = {outer.x + left, outer.width - left, top, -1};
    for (const NumberCard::Line& line : card.lines) {
        Font font =
            state_.font(line.strong ? Weight::bold : Weight::regular, line.strong ? kButtonText : kBodyText);
        const Paragraph words = lay_out_whole(state_, font, line.text, state_.flow.width, 1.45F);
        const float space = state_.px(drawn(12));
        const Box box = state_.take(words.height, space, space);
        SceneItem& item = state_.record(Role::text, {}, line.text, {}, box);
        item.truncated = words.text.broken_word;
        if (!line.open) carry(item, Carries::words, line.text, {});
        draw_paragraph(state_, words, font, Colour::ink, box.x, box.y, box.width);
    }
    state_.flow = {outer.x, outer.width, std::max(state_.flow.y, top + qr_side), 0};
    end_card();
}

void Kit::picture(std::string_view id, std::string_view spoken,
                  const std::shared_ptr<const Picture>& picture) {
    SDL_Texture* texture = picture ? state_.texture_of(*picture) : nullptr;
    if (texture == nullptr) return;
    const float shape = static_cast<float>(picture->height) / static_cast<float>(picture->width);
    const Box box = state_.take(state_.flow.width * shape);
    state_.record(Role::image, id, {}, spoken, box);
    state_.canvas.picture(box, texture);
    state_.canvas.border(box, Colour::line, state_.px(kHairline));
}

void Kit::table(std::string_view id, const std::vector<std::vector<std::string>>& rows) {
    const Box start = state_.take(0);
    std::string all;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Font font =
            state_.font(r == 0 ? Weight::semibold : Weight::regular, r == 0 ? kFinePrintText : kHintText);
        const float step = start.width / static_cast<float>(std::max<std::size_t>(1, rows[r].size()));
        std::vector<Paragraph> cells;
        float height = 0;
        for (const std::string& cell : rows[r]) {
            cells.push_back(lay_out_whole(state_, font, cell, step - state_.px(kSmallGap), 1.25F));
            height = std::max(height, cells.back().height);
            all.append(cell).append("; ");
        }
        const float padding = state_.px(drawn(14));
        const Box box = state_.take(height + 2 * padding, 0, 0);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            draw_paragraph(state_, cells[c], font, r == 0 ? Colour::muted_text : Colour::ink,
                           box.x + step * static_cast<float>(c), box.y + padding, step);
        }
        const float line = state_.px(kHairline);
        state_.canvas.fill({box.x, box.y + box.height - line, box.width, line}, Colour::line);
    }
    // Cells may hold anything: a loudspeaker only says that there is a table.
    state_.record(Role::table, id, {}, all, {start.x, start.y, start.width, state_.flow.y - start.y});
    state_.flow.gap_after = state_.px(kGap);
}

}  // namespace ardager::ui
