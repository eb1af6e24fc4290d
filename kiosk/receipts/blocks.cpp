#include "kiosk/receipts/blocks.h"

#include <cmath>
#include <numbers>
#include <span>

#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

constexpr double kEmblemSide = 36;
constexpr double kPanelPadding = 14;
constexpr double kLabelPart = 0.34;
constexpr double kSignaturePart = 0.3;

void rounded(cairo_t* cairo, double x, double y, double width, double height, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, quarter);
    cairo_arc(cairo, x + radius, y + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

/// The kiosk's emblem: a star of five points on a square.
void draw_emblem(cairo_t* cairo, double x, double y) {
    set_colour(cairo, kPrimary);
    rounded(cairo, x, y, kEmblemSide, kEmblemSide, 7);
    cairo_fill(cairo);
    set_colour(cairo, kGold);
    for (int i = 0; i < 10; ++i) {
        const double radius = kEmblemSide * (i % 2 == 0 ? 0.34 : 0.14);
        const double angle = (i * 36 - 90) * std::numbers::pi / 180;
        cairo_line_to(cairo, x + kEmblemSide / 2 + radius * std::cos(angle),
                      y + kEmblemSide / 2 + radius * std::sin(angle));
    }
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

bool is_roll(const Flow& flow) {
    return flow.shape().grows;
}

void add_copy_mark(Flow& flow, const Wording& words, unsigned copy_number) {
    const Phrase mark{words.inline_text("copy", {{"copy", std::to_string(copy_number)}}), Style::mark};
    const double room = flow.shape().text_width();
    const double width = std::min(room, flow.typesetter().width_of(mark) + 20);
    const Lines lines = flow.typesetter().set_fitting(mark, width - 20);
    const double height = height_of(lines) + 8;
    flow.gap(8);
    flow.fixed(
        height,
        [=](cairo_t* cairo, double x, double y) {
            set_colour(cairo, kDanger);
            cairo_set_line_width(cairo, 1.5);
            rounded(cairo, x + room - width + 1, y, width - 2, height, 4);
            cairo_stroke(cairo);
            draw_lines(cairo, lines, x + room - width + 10, y + 4);
        },
        true);
}

/// A label and the large value beneath it.
Lines labelled(const Flow& flow, const Phrases& label, const Phrase& value, double width) {
    Lines lines = flow.typesetter().set(label, width);
    const Lines large = flow.typesetter().set_fitting(value, width);
    lines.insert(lines.end(), large.begin(), large.end());
    return lines;
}

/// Two columns of a panel: number and date beside each other, or all in the first above each other.
struct PanelText {
    Lines first;
    Lines second;
    [[nodiscard]] double height() const { return std::max(height_of(first), height_of(second)); }
};
constexpr double kNumberColumn = 0.62;

PanelText panel_text(const Flow& flow, const Panel& panel, double width) {
    const Phrase number{panel.number, Style::number};
    const Phrase date{panel.date, Style::date};
    if (panel.date_label.empty()) return {labelled(flow, panel.number_label, number, width), {}};
    if (!panel.qr && !is_roll(flow))
        return {labelled(flow, panel.number_label, number, width * kNumberColumn - kPanelPadding),
                labelled(flow, panel.date_label, date, width * (1 - kNumberColumn))};
    PanelText text{labelled(flow, panel.number_label, number, width), {}};
    text.first.back().height += 9;
    const Lines below = labelled(flow, panel.date_label, date, width);
    text.first.insert(text.first.end(), below.begin(), below.end());
    return text;
}

}  // namespace

void append(Phrases& to, const Phrases& more) {
    to.insert(to.end(), more.begin(), more.end());
}

void add_letterhead(Flow& flow, const Wording& words, const BranchDetails& branch, unsigned copy_number) {
    Phrases text = words("organisation", Style::organisation);
    Phrases place = words("department", Style::second_label, {{"department", branch.department_number}});
    const Phrases address = words.local(branch.address, Style::second_label);
    for (std::size_t i = 0; i < place.size(); ++i)
        place[i].text += " · " + address[std::min(i, address.size() - 1)].text;
    append(text, place);
    if (is_roll(flow)) {
        flow.text(text, Align::centre);
    } else {
        constexpr double indent = kEmblemSide + 12;
        const Lines lines = flow.typesetter().set(text, flow.shape().text_width() - indent);
        flow.fixed(std::max(kEmblemSide, height_of(lines)), [=](cairo_t* cairo, double x, double y) {
            draw_emblem(cairo, x, y);
            draw_lines(cairo, lines, x + indent, y);
        });
    }
    flow.gap(8);
    flow.rule(kPrimary, 1.2);
    if (copy_number > 0) add_copy_mark(flow, words, copy_number);
}

void add_panel(Flow& flow, const Panel& panel) {
    const bool roll = is_roll(flow);
    const double width = flow.shape().text_width();
    const double padding = roll ? 8 : kPanelPadding;
    const double side = roll ? kRollQrSide : kQrSide;
    const double beside = panel.qr && !roll ? side + padding : 0;
    const double text_width = width - 2 * padding - beside;
    const PanelText text = panel_text(flow, panel, text_width);
    const double text_height = text.height();
    const double inner =
        roll ? text_height + (panel.qr ? side + padding : 0) : std::max(text_height, panel.qr ? side : 0);
    const double height = inner + 2 * padding;
    flow.gap(12);
    flow.fixed(height, [=, qr = panel.qr](cairo_t* cairo, double x, double y) {
        rounded(cairo, x, y, width, height, 8);
        set_colour(cairo, kPrimarySoft);
        cairo_fill_preserve(cairo);
        set_colour(cairo, kPrimary);
        cairo_set_line_width(cairo, 1);
        cairo_stroke(cairo);
        const double text_top = y + padding + (roll ? 0 : (inner - text_height) / 2);
        draw_lines(cairo, text.first, x + padding, text_top);
        draw_lines(cairo, text.second, x + padding + text_width * kNumberColumn, text_top);
        if (!qr) return;
        const double qr_left = roll ? x + (width - side) / 2 : x + width - padding - side;
        draw_qr(cairo, *qr, qr_left, y + height - padding - side, side);
    });
}

void add_field(Flow& flow, const Phrases& label, const Phrases& value) {
    const bool empty = std::ranges::all_of(value, [](const Phrase& phrase) { return phrase.text.empty(); });
    if (empty) return;
    flow.gap(6);
    if (is_roll(flow)) {
        flow.text(label, Align::left, true);
        flow.text(value);
    } else {
        flow.row({{label, kLabelPart}, {value, 1 - kLabelPart}});
        flow.keep_last();
        flow.gap(4);
        flow.rule(kLineColour, 0.5);
    }
}

void add_signature(Flow& flow, const SignatureLine& line) {
    const bool signs = !line.signature_caption.empty();
    const double room = flow.shape().text_width();
    const double signature_part = signs ? kSignaturePart : 0;
    double lead_width = 0;
    for (const Phrase& phrase : line.lead)
        lead_width = std::max(lead_width, flow.typesetter().width_of(phrase) + 14);
    const double lead = lead_width / room;
    const double name = 1 - lead - signature_part - (signs ? 0.03 : 0);
    flow.gap(14);
    flow.row({{line.lead, lead}, {{{line.name.empty() ? " " : line.name, Style::strong}}, name}}, true);
    flow.gap(1);
    flow.fixed(
        0.7,
        [=](cairo_t* cairo, double x, double y) {
            set_colour(cairo, kInk);
            cairo_rectangle(cairo, x + lead_width, y, name * room, 0.7);
            if (signs) cairo_rectangle(cairo, x + (1 - signature_part) * room, y, signature_part * room, 0.7);
            cairo_fill(cairo);
        },
        true);
    flow.gap(1);
    flow.row({{{}, lead},
              {line.caption, name + (signs ? 0.03 : 0)},
              {line.signature_caption, signature_part, Align::centre}});
}

void add_qr(Flow& flow, const QrModules& modules, const Phrases& text, double wanted_side) {
    const bool roll = is_roll(flow);
    const double width = flow.shape().text_width();
    const double side = wanted_side > 0 ? wanted_side : roll ? kRollQrSide : kQrSide;
    flow.gap(12);
    if (roll) {
        flow.text(text, Align::left, true);
        flow.gap(4);
        flow.fixed(side, [=](cairo_t* cairo, double x, double y) {
            draw_qr(cairo, modules, x + (width - side) / 2, y, side);
        });
        return;
    }
    const Lines lines = flow.typesetter().set(text, width - side - 16);
    flow.fixed(std::max(side, height_of(lines)), [=](cairo_t* cairo, double x, double y) {
        draw_lines(cairo, lines, x, y);
        draw_qr(cairo, modules, x + width - side, y, side);
    });
}

void draw_qr(cairo_t* cairo, const QrModules& modules, double left, double top, double side) {
    // A picture of one pixel a module: 0.1 ms a code, where rectangles take 3. A PDF keeps one bit for each.
    const int pixels = modules.side + 2 * kQuietModules;
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> code(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, pixels), cairo_surface_destroy);
    constexpr std::size_t kPixelBytes = 4;
    const auto side_modules = static_cast<std::size_t>(modules.side);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(code.get()));
    const std::span rows(cairo_image_surface_get_data(code.get()), stride * static_cast<std::size_t>(pixels));
    std::ranges::fill(rows, 0xFF);
    for (int row = 0; row < modules.side; ++row) {
        const auto line = rows.subspan(stride * static_cast<std::size_t>(row + kQuietModules), stride);
        for (int column = 0; column < modules.side; ++column)
            if (modules.dark[static_cast<std::size_t>(row) * side_modules + static_cast<std::size_t>(column)])
                std::ranges::fill(
                    line.subspan(kPixelBytes * static_cast<std::size_t>(column + kQuietModules), kPixelBytes),
                    0);
    }
    cairo_surface_mark_dirty(code.get());
    cairo_save(cairo);
    cairo_translate(cairo, left, top);
    cairo_scale(cairo, side / pixels, side / pixels);
    cairo_set_source_surface(cairo, code.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);  // modules keep their edges
    cairo_rectangle(cairo, 0, 0, pixels, pixels);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

}  // namespace ardager::receipts
