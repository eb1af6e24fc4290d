// A paper as strips from top to bottom, and how strips fall on pages. Strips know their height before
// anything is drawn, so that pages can be counted first. Lives during one drawing, on one thread.
#pragma once

#include <functional>

#include "kiosk/receipts/typeset.h"

namespace ardager::receipts {

/// The page in points. A roll's page is as high as what stands on it.
struct PageShape {
    double width = 0;
    double height = 0;  // for a roll the most
    double side = 0;    // left and right margin
    double top = 0;
    double top_of_next = 0;  // of the second page on: below the running head
    double bottom = 0;
    bool grows = false;
    [[nodiscard]] double text_width() const { return width - 2 * side; }
};
[[nodiscard]] PageShape shape_of(Paper paper);

/// What may not be torn: at most kMaximumStripHeight, or the height of one fixed drawing.
struct Strip {
    double gap = 0;  // above, left out at the top of a page
    double height = 0;
    bool keep_with_next = false;
    std::function<void(cairo_t*, double left, double top)> draw;
};

/// One cell of a row. The widths of a row's cells are parts of the text width and sum to at most 1.
struct Cell {
    Phrases phrases;
    double part = 1;
    Align align = Align::left;
};

class Flow {
public:
    Flow(const Typesetter& typesetter, PageShape shape) : typesetter_(typesetter), shape_(shape) {}

    /// White space before what follows.
    void gap(double points) { gap_ = std::max(gap_, points); }
    void text(const Phrases& phrases, Align align = Align::left, bool keep_with_next = false);
    /// Cells beside each other; long ones are cut between lines.
    void row(const std::vector<Cell>& cells, bool keep_with_next = false);
    void rule(std::uint32_t colour, double thickness);
    /// A drawing of a fixed height.
    void fixed(double height, std::function<void(cairo_t*, double, double)> draw,
               bool keep_with_next = false);
    /// What was added last is not parted from what comes next.
    void keep_last();

    [[nodiscard]] const Typesetter& typesetter() const { return typesetter_; }
    [[nodiscard]] const PageShape& shape() const { return shape_; }
    [[nodiscard]] std::vector<Strip> take() { return std::move(strips_); }

private:
    const Typesetter& typesetter_;
    PageShape shape_;
    std::vector<Strip> strips_;
    double gap_ = 0;
};

struct PlacedStrip {
    const Strip* strip = nullptr;
    double top = 0;
};
struct PlacedPage {
    std::vector<PlacedStrip> strips;
    double height = 0;  // of the paper
};

/// Shape: the strips outlive the pages. Kept-together strips move to the next page when they fit there.
[[nodiscard]] std::vector<PlacedPage> paginate(const std::vector<Strip>& strips, const PageShape& shape);

}  // namespace ardager::receipts
