#include "tests/citizen/scene_checks.h"

#include <cmath>
#include <map>

namespace ardager::citizen {
namespace {

using ui::Box;
using ui::Role;
using ui::Scene;
using ui::SceneItem;

constexpr float kLeastTargetMm = 12.7F;
constexpr float kLeastPrimaryMm = 16.0F;
constexpr float kLeastGapMm = 2.5F;
constexpr float kHalfPixel = 0.5F;
constexpr double kLeastForIcons = 3.0;

/// Items that hold others do not count as overlapping them.
bool holds_others(const SceneItem& item) {
    return item.role == Role::page || item.role == Role::dialog || item.role == Role::summary ||
           item.role == Role::table;
}

std::string name(const SceneItem& item) {
    return std::string(ui::role_name(item.role)) + " " + (item.id.empty() ? item.label : item.id);
}

/// The part of the item that is in sight.
Box seen(const SceneItem& item, const Scene& scene) {
    if (!item.scrolls) return item.box;
    const Box& view = scene.viewport;
    Box box = item.box;
    box.y = std::max(item.box.y, view.y);
    box.height = std::max(0.0F, std::min(item.box.y + item.box.height, view.y + view.height) - box.y);
    return box;
}

std::string cut_or_silent(const SceneItem& item, const Scene& scene, const Box& window) {
    std::string found;
    if (item.truncated) found += "its words do not fit: " + name(item) + "\n";
    const bool sideways =
        item.box.x < -kHalfPixel || item.box.x + item.box.width > window.width + kHalfPixel ||
        (item.scrolls && item.box.x + item.box.width > scene.viewport.x + scene.viewport.width);
    if (sideways || (!item.scrolls && item.clipped)) found += "cut off: " + name(item) + "\n";
    const bool must_speak = item.role != Role::page && item.role != Role::dialog && item.role != Role::image;
    if (must_speak && item.spoken.empty() && item.label.empty())
        found += "says nothing: " + name(item) + "\n";
    if (item.state.touchable && item.spoken.empty()) found += "has no spoken text: " + name(item) + "\n";
    return found;
}

std::string too_small(const SceneItem& item, float pixels_per_mm) {
    if (!item.state.touchable) return {};
    const bool primary = item.id == "main" || item.id.starts_with("start_") || item.id.starts_with("menu_");
    const float least = (primary ? kLeastPrimaryMm : kLeastTargetMm) * pixels_per_mm - kHalfPixel;
    if (item.box.width >= least && item.box.height >= least) return {};
    return "too small for a finger: " + name(item) + " " + std::to_string(item.box.width / pixels_per_mm) +
           " x " + std::to_string(item.box.height / pixels_per_mm) + " mm\n";
}

Box grown(const Box& box, float by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

std::string too_close(const SceneItem& one, const SceneItem& other, const Scene& scene) {
    if (one.layer != other.layer || holds_others(one) || holds_others(other)) return {};
    const Box a = seen(one, scene);
    const Box b = seen(other, scene);
    if (a.height <= 0 || b.height <= 0) return {};
    if (grown(a, -kHalfPixel).overlaps(grown(b, -kHalfPixel)))
        return "overlap: " + name(one) + " and " + name(other) + "\n";
    const bool targets = one.state.touchable && other.state.touchable;
    const float gap = kLeastGapMm * scene.pixels_per_mm - 1;  // both edges may have been rounded
    // The edge of the window of scrolling content is no edge of a target.
    if (targets && one.scrolls == other.scrolls && grown(a, gap / 2).overlaps(grown(b, gap / 2)))
        return "too close for a finger: " + name(one) + " and " + name(other) + "\n";
    return {};
}

/// Within a column the voice goes downwards; a new column begins further right and may begin higher.
std::string out_of_order(const Scene& scene) {
    const SceneItem* last = nullptr;
    for (const SceneItem& item : scene.items) {
        if (!item.scrolls || holds_others(item)) continue;
        const bool above = last != nullptr && item.box.y + item.box.height <= last->box.y + 1;
        const bool right = last != nullptr && item.box.x >= last->box.x + last->box.width / 2;
        if (above && !right) return "read in the wrong order: " + name(item) + " after " + name(*last) + "\n";
        last = &item;
    }
    return {};
}

/// The main button and the field that is typed into are always in sight.
std::string out_of_sight(const Scene& scene) {
    std::string found;
    for (const SceneItem& item : scene.items) {
        if (item.id == "main" && item.scrolls) found += "the main button scrolls away\n";
        if (item.role == Role::field && item.state.focused && seen(item, scene).height < item.box.height - 1)
            found += "the field that is typed into is hidden: " + item.id + "\n";
    }
    return found;
}

std::uint32_t pixel(const ui::Picture& picture, int x, int y) {
    const std::size_t at = (static_cast<std::size_t>(y) * picture.width + static_cast<std::size_t>(x)) * 3;
    return static_cast<std::uint32_t>(picture.rgb[at]) << 16U |
           static_cast<std::uint32_t>(picture.rgb[at + 1]) << 8U | picture.rgb[at + 2];
}

/// The colour most often seen in the box, apart from the words' own: what the words stand on.
ui::Rgba ground_of(const ui::Picture& picture, const Box& box, const ui::Rgba& words) {
    std::map<std::uint32_t, int> seen_colours;
    const std::uint32_t own = static_cast<std::uint32_t>(words.red) << 16U |
                              static_cast<std::uint32_t>(words.green) << 8U | words.blue;
    const int right = std::min(static_cast<int>(picture.width), static_cast<int>(box.x + box.width));
    const int bottom = std::min(static_cast<int>(picture.height), static_cast<int>(box.y + box.height));
    for (int y = std::max(0, static_cast<int>(box.y)); y < bottom; ++y)
        for (int x = std::max(0, static_cast<int>(box.x)); x < right; ++x)
            ++seen_colours[pixel(picture, x, y)];
    std::uint32_t best = own;
    int most = 0;
    for (const auto& [colour, count] : seen_colours) {
        if (colour == own || count <= most) continue;
        best = colour;
        most = count;
    }
    return {static_cast<std::uint8_t>(best >> 16U), static_cast<std::uint8_t>(best >> 8U & 0xFFU),
            static_cast<std::uint8_t>(best & 0xFFU)};
}

}  // namespace

std::string layout_faults(const Scene& scene, const Box& window) {
    std::string found;
    for (std::size_t i = 0; i < scene.items.size(); ++i) {
        const SceneItem& item = scene.items[i];
        found += cut_or_silent(item, scene, window) + too_small(item, scene.pixels_per_mm);
        for (std::size_t k = i + 1; k < scene.items.size(); ++k)
            found += too_close(item, scene.items[k], scene);
    }
    return found + out_of_order(scene) + out_of_sight(scene);
}

std::string contrast_faults(const ui::Window& window, double least) {
    const auto picture = window.pixels();
    if (!picture) return picture.error().detail;
    std::string found;
    const ui::SceneItem* dialog = window.scene().dialog();
    for (const ui::DrawnText& text : window.drawn_texts()) {
        if (dialog != nullptr && text.layer < dialog->layer) continue;  // veiled: nobody is to read it now
        const ui::Rgba ground = ground_of(*picture, text.box, text.colour);
        const double ratio = ui::contrast_ratio(text.colour, ground);
        if (ratio >= (text.icon ? kLeastForIcons : least)) continue;
        found += std::string(text.icon ? "icon" : "words") + " at " +
                 std::to_string(std::lround(text.box.x)) + "," + std::to_string(std::lround(text.box.y)) +
                 ": " + std::to_string(ratio) + " to 1\n";
    }
    return found;
}

}  // namespace ardager::citizen
