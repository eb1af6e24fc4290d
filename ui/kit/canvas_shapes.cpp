// Shapes of the canvas. SDL's software renderer has no antialiasing and leaves notches between triangles, so
// everything here is made of upright rectangles and of stamps: quarters of round shapes with soft edges.
#include <imgui.h>

#include <cmath>
#include <numbers>

#include "ui/kit/canvas.h"
#include "ui/kit/kit_tuning.h"

namespace ardager::ui {
namespace {

enum class Shape : std::uint64_t { disc = 1, ring, dashes, glow };

std::uint64_t stamp_key(Shape shape, int radius, int width = 0) {
    return static_cast<std::uint64_t>(shape) << 40U | static_cast<std::uint64_t>(radius) << 20U |
           static_cast<std::uint64_t>(width);
}

int whole(float pixels) {
    return std::max(0, static_cast<int>(std::lround(pixels)));
}

/// The box on whole pixels.
Box snapped(const Box& box) {
    const float x = std::round(box.x);
    const float y = std::round(box.y);
    return {x, y, std::round(box.x + box.width) - x, std::round(box.y + box.height) - y};
}

Box inset(const Box& box, float by) {
    return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
}

int corner_radius(const Box& box, float radius) {
    // A card's height is not known in its first pass: such a box has no corners.
    return std::clamp(static_cast<int>(std::min(box.width, box.height) / 2), 0, whole(radius));
}

void rectangle(ImDrawList& list, float x, float y, float width, float height, unsigned tint) {
    if (width <= 0 || height <= 0) return;
    list.AddRectFilled({x, y}, {x + width, y + height}, tint);
}

const Glyph& disc_stamp(Glyphs& glyphs, int radius) {
    const auto r = static_cast<float>(radius);
    return glyphs.stamp(stamp_key(Shape::disc, radius), 2 * radius,
                        [r](float x, float y) { return r + 0.5F - std::hypot(x - r, y - r); });
}

float ring_cover(float r, float width, float x, float y) {
    const float distance = std::hypot(x - r, y - r);
    return std::clamp(r + 0.5F - distance, 0.0F, 1.0F) - std::clamp(r - width + 0.5F - distance, 0.0F, 1.0F);
}

const Glyph& ring_stamp(Glyphs& glyphs, int radius, int width) {
    const auto r = static_cast<float>(radius);
    const auto w = static_cast<float>(width);
    return glyphs.stamp(stamp_key(Shape::ring, radius, width), 2 * radius,
                        [r, w](float x, float y) { return ring_cover(r, w, x, y); });
}

/// How many dashes, each with half a gap on both sides, best fill a length.
int dashes_on(float length, float dash) {
    return std::max(1, static_cast<int>(std::lround(length / (2 * dash))));
}

/// A ring cut into dashes, the same number on each quarter.
const Glyph& dashed_stamp(Glyphs& glyphs, int radius, int width, float dash) {
    const auto r = static_cast<float>(radius);
    const auto w = static_cast<float>(width);
    const float middle = r - w / 2;
    const float quarter = std::numbers::pi_v<float> / 2;
    const float step = quarter / static_cast<float>(dashes_on(middle * quarter, dash));
    return glyphs.stamp(stamp_key(Shape::dashes, radius, width), 2 * radius, [=](float x, float y) {
        const float angle = std::atan2(y - r, x - r) + std::numbers::pi_v<float>;
        const float from_middle = std::abs(std::fmod(angle, step) - step / 2) * middle;
        return ring_cover(r, w, x, y) * std::clamp(step * middle / 4 + 0.5F - from_middle, 0.0F, 1.0F);
    });
}

/// How dark a shadow is so many pixels outside its box; `reach` pixels out it has ended.
float shadow_at(float distance, float reach) {
    const float left = std::clamp(1 - distance / reach, 0.0F, 1.0F);
    return left * left;
}

const Glyph& glow_stamp(Glyphs& glyphs, int radius, int reach) {
    const auto r = static_cast<float>(radius);
    const auto b = static_cast<float>(reach);
    return glyphs.stamp(stamp_key(Shape::glow, radius, reach), 2 * (radius + reach),
                        [r, b](float x, float y) {
                            const float distance = std::hypot(x - r - b, y - r - b) - r;
                            return shadow_at(std::max(0.0F, distance), b);
                        });
}

}  // namespace

void Canvas::place_stamp(const Glyph& shape, const Box& part, float x, float y, unsigned tint) {
    if (shape.page == nullptr) return;
    constexpr float kSide = tuning::kGlyphPageSide;
    const float left = static_cast<float>(shape.source.x) + part.x;
    const float top = static_cast<float>(shape.source.y) + part.y;
    list_->PushTextureID(shape.page);
    list_->PrimReserve(6, 4);
    list_->PrimRectUV({x, y}, {x + part.width, y + part.height}, {left / kSide, top / kSide},
                      {(left + part.width) / kSide, (top + part.height) / kSide}, tint);
    list_->PopTextureID();
}

void Canvas::corners(const Glyph& shape, const Box& box, unsigned tint) {
    const int quarter = shape.source.w / 2;  // an even number of pixels
    const auto r = static_cast<float>(quarter);
    const float right = box.x + box.width - r;
    const float bottom = box.y + box.height - r;
    place_stamp(shape, {0, 0, r, r}, box.x, box.y, tint);
    place_stamp(shape, {r, 0, r, r}, right, box.y, tint);
    place_stamp(shape, {r, r, r, r}, right, bottom, tint);
    place_stamp(shape, {0, r, r, r}, box.x, bottom, tint);
}

void Canvas::fill(const Box& box, Colour colour, float radius, float alpha) {
    if (!is_visible(colour) || alpha <= 0) return;
    const unsigned tint = colour_of(colour, alpha);
    const Box to = snapped(box);
    const int corner = corner_radius(to, radius);
    const auto r = static_cast<float>(corner);
    rectangle(*list_, to.x, to.y + r, to.width, to.height - 2 * r, tint);
    if (corner == 0) return;
    rectangle(*list_, to.x + r, to.y, to.width - 2 * r, r, tint);
    rectangle(*list_, to.x + r, to.y + to.height - r, to.width - 2 * r, r, tint);
    corners(disc_stamp(glyphs_, corner), to, tint);
}

void Canvas::border(const Box& box, Colour colour, float thickness, float radius) {
    if (!is_visible(colour)) return;
    const unsigned tint = colour_of(colour);
    const Box to = snapped(box);
    const int width = std::max(1, whole(thickness));
    const int corner = corner_radius(to, radius);
    const auto w = static_cast<float>(width);
    const auto r = static_cast<float>(corner);
    rectangle(*list_, to.x + r, to.y, to.width - 2 * r, w, tint);
    rectangle(*list_, to.x + r, to.y + to.height - w, to.width - 2 * r, w, tint);
    const float cut = std::max(r, w);  // a square corner belongs to the upright lines only once
    rectangle(*list_, to.x, to.y + cut, w, to.height - 2 * cut, tint);
    rectangle(*list_, to.x + to.width - w, to.y + cut, w, to.height - 2 * cut, tint);
    if (corner > 0) corners(ring_stamp(glyphs_, corner, std::min(width, corner)), to, tint);
}

void Canvas::panel(const Box& box, Colour ground, Colour edge, float thickness, float radius) {
    if (!is_visible(edge)) return fill(box, ground, radius);
    const float under = static_cast<float>(std::max(1, whole(thickness))) / 2;
    fill(inset(snapped(box), std::floor(under)), ground, radius - std::floor(under));
    border(box, edge, thickness, radius);
}

void Canvas::dashed_border(const Box& box, Colour colour, float thickness, float radius) {
    const unsigned tint = colour_of(colour);
    const Box to = snapped(box);
    const int width = std::max(1, whole(thickness));
    const int corner = corner_radius(to, radius);
    const auto w = static_cast<float>(width);
    const auto r = static_cast<float>(corner);
    const float dash = w * 1.8F;
    const auto along = [&](float length, const auto& draw) {
        const int count = dashes_on(length, dash);
        const float step = length / static_cast<float>(count);
        for (int i = 0; i < count; ++i) {
            const float from = std::round(step * (static_cast<float>(i) + 0.25F));
            draw(from, std::round(step * (static_cast<float>(i) + 0.75F)) - from);
        }
    };
    along(to.width - 2 * r, [&](float from, float length) {
        rectangle(*list_, to.x + r + from, to.y, length, w, tint);
        rectangle(*list_, to.x + r + from, to.y + to.height - w, length, w, tint);
    });
    along(to.height - 2 * r, [&](float from, float length) {
        rectangle(*list_, to.x, to.y + r + from, w, length, tint);
        rectangle(*list_, to.x + to.width - w, to.y + r + from, w, length, tint);
    });
    if (corner > 0) corners(dashed_stamp(glyphs_, corner, width, dash), to, tint);
}

void Canvas::disc(float x, float y, float radius, Colour colour) {
    const int whole_radius = std::max(1, whole(radius));
    const auto r = static_cast<float>(whole_radius);
    place_stamp(disc_stamp(glyphs_, whole_radius), {0, 0, 2 * r, 2 * r}, std::round(x - r), std::round(y - r),
                colour_of(colour));
}

void Canvas::ring(float x, float y, float radius, Colour colour, float thickness) {
    if (!is_visible(colour)) return;
    const int whole_radius = std::max(1, whole(radius));
    const auto r = static_cast<float>(whole_radius);
    place_stamp(ring_stamp(glyphs_, whole_radius, std::max(1, whole(thickness))), {0, 0, 2 * r, 2 * r},
                std::round(x - r), std::round(y - r), colour_of(colour));
}

void Canvas::line(const std::vector<PointMm>& points_px, Colour colour, float thickness) {
    if (points_px.empty()) return;
    std::vector<ImVec2> points;
    points.reserve(points_px.size());
    for (const PointMm& point : points_px) points.emplace_back(point.x, point.y);
    list_->AddPolyline(points.data(), static_cast<int>(points.size()), colour_of(colour), 0, thickness);
    // Round ends, as a pen leaves them.
    disc(points_px.front().x, points_px.front().y, thickness / 2, colour);
    disc(points_px.back().x, points_px.back().y, thickness / 2, colour);
}

void Canvas::shadow(const Box& box, float radius) {
    const int reach = std::max(2, whole(px(tuning::kShadowReach)));
    Box to = snapped(box);
    to.y += std::round(px(tuning::kShadowDrop));
    const int corner = corner_radius(to, radius);
    const auto r = static_cast<float>(corner);
    const auto b = static_cast<float>(reach);
    // Only what looks out around the card: the rest would be painted over.
    const float drop = to.y - std::round(box.y);
    rectangle(*list_, to.x + r, to.y + to.height - drop, to.width - 2 * r, drop,
              colour_of(Colour::shade, tuning::kShadowOpacity));
    for (int i = 0; i < reach; ++i) {
        const auto out = static_cast<float>(i);
        const unsigned tint = colour_of(Colour::shade, tuning::kShadowOpacity * shadow_at(out + 0.5F, b));
        rectangle(*list_, to.x + r, to.y - out - 1, to.width - 2 * r, 1, tint);
        rectangle(*list_, to.x + r, to.y + to.height + out, to.width - 2 * r, 1, tint);
        rectangle(*list_, to.x - out - 1, to.y + r, 1, to.height - 2 * r, tint);
        rectangle(*list_, to.x + to.width + out, to.y + r, 1, to.height - 2 * r, tint);
    }
    corners(glow_stamp(glyphs_, corner, reach), inset(to, -b),
            colour_of(Colour::shade, tuning::kShadowOpacity));
}

void Canvas::shadow_above(const Box& box) {
    const int reach = std::max(2, whole(px(tuning::kShadowReach)));
    for (int i = 0; i < reach; ++i) {
        const auto out = static_cast<float>(i);
        const float opacity = tuning::kShadowOpacity * shadow_at(out + 0.5F, static_cast<float>(reach));
        rectangle(*list_, box.x, std::round(box.y) - out - 1, box.width, 1,
                  colour_of(Colour::shade, opacity));
    }
}

}  // namespace ardager::ui
