#include "ui/kit/canvas.h"

#include <imgui.h>

#include <cmath>
#include <numbers>

#include "kiosk/base/text.h"
#include "ui/kit/kit_tuning.h"

namespace ardager::ui {
namespace {

/// Inter's capitals are 0.727 of the em square; words are centred by them, as the eye does.
constexpr float kCapitalHeight = 0.727F;

/// Of each of the three rings that make a soft edge.
constexpr float kShadowOpacity = 0.02F;

ImVec2 top_left(const Box& box) {
    return {std::round(box.x), std::round(box.y)};
}
ImVec2 bottom_right(const Box& box) {
    return {std::round(box.x + box.width), std::round(box.y + box.height)};
}

/// Points around a rounded rectangle, clockwise from the top left, about 2 px apart on the corners.
std::vector<ImVec2> outline(const Box& box, float radius) {
    std::vector<ImVec2> points;
    constexpr int kSteps = 12;
    constexpr float kQuarter = std::numbers::pi_v<float> / 2;
    const std::array<ImVec2, 4> centres{ImVec2{box.x + radius, box.y + radius},
                                        ImVec2{box.x + box.width - radius, box.y + radius},
                                        ImVec2{box.x + box.width - radius, box.y + box.height - radius},
                                        ImVec2{box.x + radius, box.y + box.height - radius}};
    for (std::size_t corner = 0; corner < 4; ++corner) {
        for (int step = 0; step <= kSteps; ++step) {
            const float angle =
                kQuarter * (static_cast<float>(corner) + 2 + static_cast<float>(step) / kSteps);
            points.emplace_back(centres[corner].x + radius * std::cos(angle),
                                centres[corner].y + radius * std::sin(angle));
        }
    }
    points.push_back(points.front());
    return points;
}

/// A quarter of a disc, clockwise from the lower right. It reaches a pixel into the rectangles beside it, so
/// that its soft edge shows only on the arc.
void fill_corner(ImDrawList& list, ImVec2 from, ImVec2 to, float radius, int quarter, unsigned tint) {
    const float right = quarter == 0 || quarter == 3 ? 1.0F : -1.0F;
    const float down = quarter < 2 ? 1.0F : -1.0F;
    const ImVec2 centre{right > 0 ? to.x - radius : from.x + radius,
                        down > 0 ? to.y - radius : from.y + radius};
    const ImVec2 beside{centre.x + right * radius, centre.y - down};
    const ImVec2 above{centre.x - right, centre.y + down * radius};
    const bool begins_beside = quarter % 2 == 0;
    list.PathLineTo(begins_beside ? beside : above);
    list.PathArcToFast(centre, radius, quarter * 3, quarter * 3 + 3);
    list.PathLineTo(begins_beside ? above : beside);
    list.PathLineTo({centre.x - right, centre.y - down});
    list.PathFillConvex(tint);
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

void Canvas::fill(const Box& box, Colour colour, float radius, float alpha) {
    const unsigned tint = colour_of(colour, alpha);
    const ImVec2 from = top_left(box);
    const ImVec2 to = bottom_right(box);
    const float corner = std::ceil(std::min({radius, (to.x - from.x) / 2, (to.y - from.y) / 2}));
    if (corner < 1 || alpha < 1 || to.y - from.y <= 2 * corner) {
        list_->AddRectFilled(from, to, tint, radius);
        return;
    }
    // The software renderer fills upright rectangles many times faster than triangles: only the corners are
    // round.
    list_->AddRectFilled({from.x, from.y + corner}, {to.x, to.y - corner}, tint);
    list_->AddRectFilled({from.x + corner, from.y}, {to.x - corner, from.y + corner}, tint);
    list_->AddRectFilled({from.x + corner, to.y - corner}, {to.x - corner, to.y}, tint);
    for (int quarter = 0; quarter < 4; ++quarter) fill_corner(*list_, from, to, corner, quarter, tint);
}

void Canvas::border(const Box& box, Colour colour, float thickness, float radius) {
    // ImGui moves a rectangle's line half a pixel inwards by itself.
    const float half = thickness / 2 - 0.5F;
    list_->AddRect({top_left(box).x + half, top_left(box).y + half},
                   {bottom_right(box).x - half, bottom_right(box).y - half}, colour_of(colour),
                   std::max(0.0F, radius - half), 0, thickness);
}

void Canvas::dashed_border(const Box& box, Colour colour, float thickness, float radius) {
    const float dash = thickness * 1.8F;
    const float half = thickness / 2;
    const Box inner{box.x + half, box.y + half, box.width - thickness, box.height - thickness};
    const std::vector<ImVec2> points = outline(inner, radius - half);
    float travelled = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const ImVec2 from = points[i - 1];
        const float dx = points[i].x - from.x;
        const float dy = points[i].y - from.y;
        const float length = std::hypot(dx, dy);
        for (float at = 0; at < length;) {
            const float within = std::fmod(travelled + at, dash * 2);
            const float step = std::min(length - at, (within < dash ? dash : dash * 2) - within + 0.01F);
            if (within < dash) {
                list_->AddLine({from.x + dx * at / length, from.y + dy * at / length},
                               {from.x + dx * (at + step) / length, from.y + dy * (at + step) / length},
                               colour_of(colour), thickness);
            }
            at += step;
        }
        travelled += length;
    }
}

void Canvas::disc(float x, float y, float radius, Colour colour) {
    list_->AddCircleFilled({x, y}, radius, colour_of(colour), 48);
}

void Canvas::ring(float x, float y, float radius, Colour colour, float thickness) {
    list_->AddCircle({x, y}, radius, colour_of(colour), 48, thickness);
}

void Canvas::line(const std::vector<PointMm>& points_px, Colour colour, float thickness) {
    std::vector<ImVec2> points;
    points.reserve(points_px.size());
    for (const PointMm& point : points_px) points.emplace_back(point.x, point.y);
    if (points.size() == 1) return disc(points[0].x, points[0].y, thickness / 2, colour);
    list_->AddPolyline(points.data(), static_cast<int>(points.size()), colour_of(colour), 0, thickness);
}

void Canvas::shadow(const Box& box, float radius) {
    // Only what looks out under the card: the rest would be painted over.
    const float reach = px(tuning::kShadow);
    for (int ring = 3; ring >= 1; --ring) {
        const float out = reach * static_cast<float>(ring) / 3;
        list_->AddRect({box.x, box.y + out / 2}, {box.x + box.width, box.y + box.height + out / 2},
                       colour_of(Colour::shade, kShadowOpacity), radius, 0, out);
    }
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
    return total;
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
