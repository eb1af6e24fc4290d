#include "ui/kit/key_focus.h"

#include <algorithm>
#include <cmath>

namespace ardager::ui {
namespace {

using Kind = KeyCommand::Kind;

constexpr int kDialogLayer = 1;

/// What the keys can reach, in reading order. The dev dock is no citizen's and stays out.
std::vector<const SceneItem*> reachable(const Scene& scene) {
    const int layer = scene.dialog() != nullptr ? kDialogLayer : 0;
    std::vector<const SceneItem*> items;
    for (const SceneItem& item : scene.items) {
        if (item.layer == layer && item.state.touchable && !item.state.disabled && !item.id.empty())
            items.push_back(&item);
    }
    return items;
}

float middle_x(const SceneItem& item) {
    return item.box.x + item.box.width / 2;
}
float middle_y(const SceneItem& item) {
    return item.box.y + item.box.height / 2;
}

/// How far `to` lies in the step's direction, or a negative number when it does not.
float distance(const SceneItem& from, const SceneItem& to, Kind step) {
    const float dx = middle_x(to) - middle_x(from);
    const float dy = middle_y(to) - middle_y(from);
    if (step == Kind::left || step == Kind::right) {
        const bool same_row = std::abs(dy) < std::max(from.box.height, to.box.height) / 2;
        return same_row ? (step == Kind::right ? dx : -dx) : -1;
    }
    const bool other_row = std::abs(dy) > from.box.height / 2;
    if (!other_row || (step == Kind::down) != (dy > 0)) return -1;
    return std::abs(dy) * 4 + std::abs(dx);  // the next row first, in it the nearest key
}

const SceneItem* by_place(const std::vector<const SceneItem*>& items, const SceneItem& from, Kind step,
                          bool keys_only) {
    const SceneItem* best = nullptr;
    float nearest = 0;
    for (const SceneItem* item : items) {
        if (item == &from || (keys_only && item->role != Role::key)) continue;
        const float away = distance(from, *item, step);
        if (away <= 0 || (best != nullptr && away >= nearest)) continue;
        best = item;
        nearest = away;
    }
    return best;
}

}  // namespace

std::string first_focus(const Scene& scene) {
    const auto items = reachable(scene);
    if (items.empty()) return {};
    const auto content = std::find_if(items.begin(), items.end(), [](const SceneItem* item) {
        return item->scrolls || item->layer == kDialogLayer;
    });
    return content == items.end() ? items.front()->id : (*content)->id;
}

bool can_focus(const Scene& scene, std::string_view id) {
    const auto items = reachable(scene);
    return std::any_of(items.begin(), items.end(), [&](const SceneItem* item) { return item->id == id; });
}

std::string focus_after(const Scene& scene, std::string_view current, Kind step) {
    const auto items = reachable(scene);
    const auto at =
        std::find_if(items.begin(), items.end(), [&](const SceneItem* item) { return item->id == current; });
    if (at == items.end()) return first_focus(scene);
    const bool sideways = step == Kind::left || step == Kind::right;
    const bool upright = (step == Kind::up || step == Kind::down) && (*at)->role == Role::key;
    if (sideways || upright) {
        if (const SceneItem* found = by_place(items, **at, step, upright)) return found->id;
    }
    const auto count = static_cast<std::ptrdiff_t>(items.size());
    const bool back = step == Kind::previous || step == Kind::up || step == Kind::left;
    const auto place = (at - items.begin() + (back ? count - 1 : 1)) % count;
    return items[static_cast<std::size_t>(place)]->id;
}

}  // namespace ardager::ui
