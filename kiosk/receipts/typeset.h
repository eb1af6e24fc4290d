// Sets text in lines with Pango: measured once, drawn on PDF and image alike. Only user of Pango.
// One per drawing; the font map beneath is the thread's own and stays warm.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "kiosk/receipts/draw.h"

namespace ardager::receipts {

/// What a text is for; its size and weight depend on the paper.
enum class Style {
    organisation,
    title,
    number,
    date,
    heading,
    body,
    strong,
    label,
    second_label,
    caption,
    mark,
    ticket,  // the one word of a ticket, read from the other side of a hall
    cell     // a form's table
};
enum class Align { left, centre, right };

struct Phrase {
    std::string text;
    Style style = Style::body;
};
/// Phrases beneath each other: one, or the Kazakh one and the Russian one.
using Phrases = std::vector<Phrase>;

/// One line, ready to draw.
struct Line {
    std::shared_ptr<void> layout;  // keeps the PangoLayout that owns the line
    int index = 0;
    double indent = 0;  // from the left of the cell
    double baseline = 0;
    double height = 0;
    std::uint32_t colour = 0;
};
using Lines = std::vector<Line>;

class Typesetter {
public:
    explicit Typesetter(Paper paper);
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    /// Wraps to the width (points), within words only when one is wider than the line.
    [[nodiscard]] Lines set(const Phrases& phrases, double width, Align align = Align::left) const;
    /// One line, in smaller type when the text is wider than the width.
    [[nodiscard]] Lines set_fitting(const Phrase& phrase, double width) const;
    /// The width that the text takes on one line.
    [[nodiscard]] double width_of(const Phrase& phrase) const;
    /// True once any text was no UTF-8, held a NUL or passed kMaximumTextBytes; nothing of it was set.
    [[nodiscard]] bool met_bad_text() const { return met_bad_text_; }

private:
    struct State;
    [[nodiscard]] std::shared_ptr<void> make_layout(const Phrase& phrase, double scale) const;
    std::unique_ptr<State> state_;
    Paper paper_;
    mutable bool met_bad_text_ = false;
};

[[nodiscard]] double height_of(const Lines& lines);
/// Draws the lines from the top left corner downwards.
void draw_lines(cairo_t* cairo, const Lines& lines, double left, double top);
/// 0xRRGGBB as the source colour.
void set_colour(cairo_t* cairo, std::uint32_t colour);

/// Colours by role (they print well in grey, too).
inline constexpr std::uint32_t kInk = 0x10242B;
inline constexpr std::uint32_t kMuted = 0x3C535B;
inline constexpr std::uint32_t kLineColour = 0xB5C4CA;
inline constexpr std::uint32_t kPrimary = 0x005F73;
inline constexpr std::uint32_t kPrimarySoft = 0xE2F1F4;
inline constexpr std::uint32_t kGold = 0xF2B705;
inline constexpr std::uint32_t kDanger = 0xA8201A;
inline constexpr std::uint32_t kWhite = 0xFFFFFF;

}  // namespace ardager::receipts
