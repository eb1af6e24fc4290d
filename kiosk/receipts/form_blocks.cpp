// The pieces of papers that people fill in or tick by hand.
#include "kiosk/receipts/blocks.h"

namespace ardager::receipts {
namespace {

constexpr double kTickSide = 13;
constexpr double kTickIndent = 22;
constexpr double kBlankHeight = 24;
constexpr double kLeastBlank = 120;  // a rule shorter than this has no room for a name
constexpr double kGridPadding = 4;
constexpr double kGridLine = 0.7;

void frame(cairo_t* cairo, double x, double y, double width, double height) {
    set_colour(cairo, kInk);
    cairo_set_line_width(cairo, kGridLine);
    cairo_rectangle(cairo, x, y, width, height);
    cairo_stroke(cairo);
}

}  // namespace

void add_tick(Flow& flow, const Phrases& text) {
    const Lines lines = flow.typesetter().set(text, flow.shape().text_width() - kTickIndent);
    flow.gap(7);
    flow.fixed(std::max(kTickSide + 2, height_of(lines)), [=](cairo_t* cairo, double x, double y) {
        frame(cairo, x + 1, y + 2, kTickSide, kTickSide);
        draw_lines(cairo, lines, x + kTickIndent, y);
    });
}

void add_blank(Flow& flow, const Phrases& label) {
    double label_width = 0;
    for (const Phrase& phrase : label)
        label_width = std::max(label_width, flow.typesetter().width_of(phrase) + 6);
    const double width = flow.shape().text_width();
    const bool beside = width - label_width >= kLeastBlank;
    const Lines lines = flow.typesetter().set(label, width);
    const double height = beside ? kBlankHeight : height_of(lines) + kBlankHeight;
    const double text_top = beside ? kBlankHeight - height_of(lines) : 0;
    const double left = beside ? label_width : 0;
    flow.fixed(height, [=](cairo_t* cairo, double x, double y) {
        draw_lines(cairo, lines, x, y + text_top);
        set_colour(cairo, kInk);
        cairo_rectangle(cairo, x + left, y + height - kGridLine - 2, width - left, kGridLine);
        cairo_fill(cairo);
    });
}

void add_grid_row(Flow& flow, const std::vector<GridCell>& cells, double least_height, bool keep_with_next) {
    double height = least_height;
    for (const GridCell& cell : cells) height = std::max(height, height_of(cell.lines) + 2 * kGridPadding);
    flow.fixed(
        height,
        [cells, height, room = flow.shape().text_width()](cairo_t* cairo, double x, double y) {
            for (const GridCell& cell : cells) {
                frame(cairo, x, y, cell.part * room, height);
                draw_lines(cairo, cell.lines, x + kGridPadding, y + (height - height_of(cell.lines)) / 2);
                x += cell.part * room;
            }
        },
        keep_with_next);
}

GridCell grid_cell(const Flow& flow, const Phrases& phrases, double part, Align align) {
    return {flow.typesetter().set(phrases, part * flow.shape().text_width() - 2 * kGridPadding, align), part};
}

}  // namespace ardager::receipts
