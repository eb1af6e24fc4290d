#include "kiosk/receipts/flow.h"

#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

constexpr double kCellPadding = 8;

/// Cuts lines into pieces no higher than the limit; at least one line each.
std::vector<Lines> cut(const Lines& lines, double limit) {
    std::vector<Lines> pieces;
    double height = 0;
    for (const Line& line : lines) {
        if (pieces.empty() || height + line.height > limit) {
            pieces.emplace_back();
            height = 0;
        }
        pieces.back().push_back(line);
        height += line.height;
    }
    return pieces;
}

struct PlacedCell {
    double left;
    std::vector<Lines> pieces;
};

/// The strips that belong together from `first` on, and their height with the gaps between them.
std::pair<std::size_t, double> group_at(const std::vector<Strip>& strips, std::size_t first) {
    std::size_t end = first;
    double height = 0;
    for (bool more = true; more && end < strips.size(); ++end) {
        height += strips[end].height + (end == first ? 0 : strips[end].gap);
        more = strips[end].keep_with_next;
    }
    return {end, height};
}

}  // namespace

PageShape shape_of(Paper paper) {
    constexpr double mm = kPointsPerMillimetre;
    if (paper == Paper::roll_80mm) return {80 * mm, kMaximumRollHeight, 4 * mm, 5 * mm, 5 * mm, 8 * mm, true};
    return {210 * mm, 297 * mm, 18 * mm, 12 * mm, 24 * mm, 19 * mm, false};
}

void Flow::text(const Phrases& phrases, Align align, bool keep_with_next) {
    row({Cell{phrases, 1, align}}, keep_with_next);
}

void Flow::row(const std::vector<Cell>& cells, bool keep_with_next) {
    std::vector<PlacedCell> placed;
    std::size_t pieces = 0;
    double left = 0;
    for (const Cell& cell : cells) {
        const double width = cell.part * shape_.text_width();
        const bool last = &cell == &cells.back();
        const Lines lines = typesetter_.set(cell.phrases, last ? width : width - kCellPadding, cell.align);
        placed.push_back({left, cut(lines, kMaximumStripHeight)});
        pieces = std::max(pieces, placed.back().pieces.size());
        left += width;
    }
    for (std::size_t i = 0; i < pieces; ++i) {
        std::vector<std::pair<double, Lines>> parts;
        double height = 0;
        for (PlacedCell& cell : placed) {
            if (i >= cell.pieces.size()) continue;
            height = std::max(height, height_of(cell.pieces[i]));
            parts.emplace_back(cell.left, std::move(cell.pieces[i]));
        }
        fixed(
            height,
            [parts = std::move(parts)](cairo_t* cairo, double x, double y) {
                for (const auto& [offset, lines] : parts) draw_lines(cairo, lines, x + offset, y);
            },
            keep_with_next && i + 1 == pieces);
    }
}

void Flow::rule(std::uint32_t colour, double thickness) {
    const double width = shape_.text_width();
    fixed(thickness, [=](cairo_t* cairo, double x, double y) {
        set_colour(cairo, colour);
        cairo_rectangle(cairo, x, y, width, thickness);
        cairo_fill(cairo);
    });
}

void Flow::fixed(double height, std::function<void(cairo_t*, double, double)> draw, bool keep_with_next) {
    strips_.push_back({gap_, height, keep_with_next, std::move(draw)});
    gap_ = 0;
}

void Flow::keep_last() {
    if (!strips_.empty()) strips_.back().keep_with_next = true;
}

std::vector<PlacedPage> paginate(const std::vector<Strip>& strips, const PageShape& shape) {
    std::vector<PlacedPage> pages(1);
    const double end = shape.height - shape.bottom;
    double y = shape.top;
    for (std::size_t at = 0; at < strips.size();) {
        const auto [group_end, group_height] = group_at(strips, at);
        const bool fits_on_a_page = group_height <= end - shape.top_of_next;
        for (std::size_t i = at; i < group_end; ++i) {
            const bool page_is_empty = pages.back().strips.empty();
            const double gap = page_is_empty ? 0 : strips[i].gap;
            const double wanted = i == at && fits_on_a_page ? group_height : strips[i].height;
            if (!page_is_empty && y + gap + wanted > end) {
                pages.emplace_back();
                y = shape.top_of_next;
            } else {
                y += gap;
            }
            pages.back().strips.push_back({&strips[i], y});
            y += strips[i].height;
            pages.back().height = shape.grows ? y + shape.bottom : shape.height;
        }
        at = group_end;
    }
    return pages;
}

}  // namespace ardager::receipts
