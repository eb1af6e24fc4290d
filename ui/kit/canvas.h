// Shapes, words, icons and pictures in window pixels, by colour role. Below the widgets, above ImGui's draw
// list. Owned by the frame loop; valid between a frame's begin and end.
#pragma once

#include <vector>

#include "ui/kit/glyphs.h"
#include "ui/kit/kit_types.h"
#include "ui/kit/scene.h"
#include "ui/kit/theme.h"

struct ImDrawList;

namespace ardager::ui {

enum class Align { left, centre, right };

/// Lines of a text that was broken to a width.
struct TextLines {
    std::vector<std::string> lines;
    float widest = 0;
    bool broken_word = false;  // a single word was wider than the line
};

class Canvas {
public:
    Canvas(Glyphs& glyphs, float pixels_per_mm) : glyphs_(glyphs), pixels_per_mm_(pixels_per_mm) {}

    void begin(ImDrawList* list, const Theme& theme) {
        list_ = list;
        theme_ = &theme;
        drawn_texts_.clear();
        layer_ = 0;
    }
    /// What is drawn from here on lies on this layer of the scene.
    void on_layer(int layer) { layer_ = layer; }
    [[nodiscard]] float px(float mm) const { return mm * pixels_per_mm_; }
    [[nodiscard]] float pixels_per_mm() const { return pixels_per_mm_; }
    /// A font whose em square is so many mm, at least one pixel.
    [[nodiscard]] Font font(Weight weight, float em_mm, float scale = 1.0F) const;

    // Everything below is in pixels. Radii and line widths are whole pixels: straight edges are upright
    // rectangles, which the software renderer fills fast, and only corners have soft edges (stamps).
    void fill(const Box& box, Colour colour, float radius = 0, float alpha = 1.0F);
    void border(const Box& box, Colour colour, float thickness, float radius = 0);
    /// A ground with its border: the ground stays under the line, so that no light rim shows outside it.
    void panel(const Box& box, Colour ground, Colour edge, float thickness, float radius);
    void dashed_border(const Box& box, Colour colour, float thickness, float radius);
    void disc(float x, float y, float radius, Colour colour);
    void ring(float x, float y, float radius, Colour colour, float thickness);
    void line(const std::vector<PointMm>& points_px, Colour colour, float thickness);
    /// A card's soft shadow, drawn before the card.
    void shadow(const Box& box, float radius);
    /// The footer's: a soft edge upwards only.
    void shadow_above(const Box& box);
    /// One line; `y` is the line's top. Returns its width.
    float text(float x, float y, const Font& font, Colour colour, std::string_view words,
               Align align = Align::left);
    /// One line, its capitals centred between y and y + height.
    float text_in(const Box& box, const Font& font, Colour colour, std::string_view words, Align align);
    void icon_in(const Box& box, Icon icon, float em_mm, Colour colour, float scale = 1.0F);
    void picture(const Box& box, SDL_Texture* texture, float alpha = 1.0F);
    void clip(const Box& box);
    /// Lifts the clip to this box until end_clip().
    void unclip(const Box& box);
    void end_clip();

    [[nodiscard]] float width(const Font& font, std::string_view words) { return glyphs_.width(font, words); }
    [[nodiscard]] TextLines break_lines(const Font& font, std::string_view words, float width_px);
    [[nodiscard]] Glyphs& glyphs() { return glyphs_; }
    [[nodiscard]] const std::vector<DrawnText>& drawn_texts() const { return drawn_texts_; }
    [[nodiscard]] bool is_visible(Colour colour) const { return (*theme_)[colour].alpha > 0; }

private:
    [[nodiscard]] unsigned colour_of(Colour colour, float alpha = 1.0F) const;
    void place_stamp(const Glyph& shape, const Box& part, float x, float y, unsigned tint);
    /// The four corners of a rounded box from the quarters of one round stamp.
    void corners(const Glyph& shape, const Box& box, unsigned tint);
    void note_text(const Box& box, Colour colour, bool icon);
    Glyphs& glyphs_;
    float pixels_per_mm_;
    ImDrawList* list_ = nullptr;
    const Theme* theme_ = nullptr;
    int layer_ = 0;
    std::vector<DrawnText> drawn_texts_;
};

}  // namespace ardager::ui
