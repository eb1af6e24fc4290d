#include "ui/kit/canvas.h"

#include <imgui.h>

#include <cmath>

#include "kiosk/base/text.h"
#include "ui/kit/kit_tuning.h"

namespace ardager::ui {
namespace {

/// Inter's capitals are 0.727 of the em square; words are centred by them, as the eye does.
constexpr float kCapitalHeight = 0.727F;

ImVec2 top_left(const Box& box) {
    return {std::round(box.x), std::round(box.y)};
}
ImVec2 bottom_right(const Box& box) {
    return {std::round(box.x + box.width), std::round(box.y + box.height)};
}

}  // namespace

Font Canvas::font(Weight weight, float em_mm, float scale) const {
    return {weight, std::max(1, static_cast<int>(std::lround(px(em_mm) * scale)))};
}

unsigned Canvas::colour_of(Colour colour, float alpha) const {
    const Rgba rgba = (*theme_)[colour];
    const auto opacity = static_cast<unsigned>(std::lround(static_cast<float>(rgba.alpha) * alpha));
    return IM_COL32(rgba.red, rgba.green, rgba.blue, opacity);
}

float Canvas::text(float x, float y, const Font& font, Colour colour, std::string_view words, Align align) {
    const float total = width(font, words);
    if (align == Align::centre) x -= total / 2;
    if (align == Align::right) x -= total;
    const float base = std::round(y + glyphs_.ascent(font));
    const unsigned tint = colour_of(colour);
    constexpr float kSide = tuning::kGlyphPageSide;
    SDL_Texture* page = nullptr;
    for (std::size_t at = 0; at < words.size();) {
        const Glyph& glyph = glyphs_.glyph(font, next_character(words, at));
        if (glyph.page != nullptr) {
            if (glyph.page != page) {
                if (page != nullptr) list_->PopTextureID();
                list_->PushTextureID(glyph.page);
                page = glyph.page;
            }
            const float left = std::round(x) + static_cast<float>(glyph.left);
            const float top = base - static_cast<float>(glyph.top);
            const auto& s = glyph.source;
            list_->PrimReserve(6, 4);
            list_->PrimRectUV({left, top}, {left + static_cast<float>(s.w), top + static_cast<float>(s.h)},
                              {static_cast<float>(s.x) / kSide, static_cast<float>(s.y) / kSide},
                              {static_cast<float>(s.x + s.w) / kSide, static_cast<float>(s.y + s.h) / kSide},
                              tint);
        }
        x += glyph.advance + font.spacing_px;
    }
    if (page != nullptr) list_->PopTextureID();
    note_text({x - total, y, total, static_cast<float>(font.size_px)}, colour, font.weight == Weight::icon);
    return total;
}

void Canvas::note_text(const Box& box, Colour colour, bool icon) {
    const ImVec2 from = list_->GetClipRectMin();
    const ImVec2 to = list_->GetClipRectMax();
    const bool whole = box.x >= from.x && box.y >= from.y && box.x + box.width <= to.x &&
                       box.y + box.height <= to.y && box.width > 0;
    if (whole) drawn_texts_.push_back({box, (*theme_)[colour], icon, layer_});
}

float Canvas::text_in(const Box& box, const Font& font, Colour colour, std::string_view words, Align align) {
    const float capitals = static_cast<float>(font.size_px) * kCapitalHeight;
    const float base = box.y + (box.height + capitals) / 2;
    const float x = align == Align::left    ? box.x
                    : align == Align::right ? box.x + box.width
                                            : box.x + box.width / 2;
    return text(x, base - glyphs_.ascent(font), font, colour, words, align);
}

void Canvas::icon_in(const Box& box, Icon icon, float em_mm, Colour colour, float scale) {
    if (icon == Icon::none) return;
    const Font icons = font(Weight::icon, em_mm, scale);
    std::string character;
    append_utf8(character, static_cast<char32_t>(icon));
    const float side = static_cast<float>(icons.size_px);
    text(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, icons, colour, character);
}

void Canvas::picture(const Box& box, SDL_Texture* texture, float alpha) {
    const auto opacity = static_cast<unsigned>(std::lround(255 * alpha));
    list_->AddImage(texture, top_left(box), bottom_right(box), {0, 0}, {1, 1},
                    IM_COL32(255, 255, 255, opacity));
}

void Canvas::clip(const Box& box) {
    list_->PushClipRect(top_left(box), bottom_right(box), true);
}
void Canvas::unclip(const Box& box) {
    list_->PushClipRect(top_left(box), bottom_right(box), false);
}
void Canvas::end_clip() {
    list_->PopClipRect();
}

TextLines Canvas::break_lines(const Font& font, std::string_view words, float width_px) {
    TextLines out;
    std::string line;
    float line_width = 0;
    const auto finish = [&] {
        out.widest = std::max(out.widest, line_width);
        out.lines.push_back(std::move(line));
        line.clear();
        line_width = 0;
    };
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find_first_of(" \n", at), words.size());
        const std::string_view word = words.substr(at, end - at);
        const float gap = line.empty() ? 0 : width(font, " ");
        const float word_width = width(font, word);
        if (!line.empty() && line_width + gap + word_width > width_px) finish();
        if (word_width > width_px) out.broken_word = true;
        line_width += (line.empty() ? 0 : gap) + word_width;
        if (!line.empty()) line += ' ';
        line += word;
        if (end < words.size() && words[end] == '\n') finish();
        at = end + 1;
    }
    if (!line.empty() || out.lines.empty()) finish();
    return out;
}

}  // namespace ardager::ui
