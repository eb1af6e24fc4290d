#include "ui/kit/scene.h"

#include <algorithm>
#include <array>

namespace ardager::ui {

const char* role_name(Role role) {
    constexpr std::array kNames{"page", "text",      "title",  "progress",  "button", "choice",  "field",
                                "key",  "scan_tile", "answer", "signature", "notice", "summary", "number",
                                "chip", "toggle",    "link",   "image",     "table",  "chart",   "dialog"};
    return kNames[static_cast<std::size_t>(role)];
}

bool carries_values(Role role) {
    switch (role) {
        case Role::field:
        case Role::key:
        case Role::answer:
        case Role::number:
        case Role::table:
            return true;
        default:
            return false;
    }
}

const SceneItem* Scene::find(std::string_view id) const {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const SceneItem& i) { return i.id == id; });
    return found == items.end() || id.empty() ? nullptr : &*found;
}

const SceneItem* Scene::dialog() const {
    const auto found =
        std::find_if(items.begin(), items.end(), [](const SceneItem& i) { return i.role == Role::dialog; });
    return found == items.end() ? nullptr : &*found;
}

const SceneItem* Scene::at(float x, float y) const {
    const bool covered = dialog() != nullptr;
    const SceneItem* best = nullptr;
    for (const SceneItem& item : items) {
        if (!item.state.touchable || !item.box.holds(x, y) || (covered && item.layer == 0)) continue;
        if (item.scrolls && !viewport.holds(x, y)) continue;
        if (!best || item.layer >= best->layer) best = &item;
    }
    return best;
}

bool Scene::shows(std::string_view text) const {
    return std::any_of(items.begin(), items.end(), [&](const SceneItem& item) {
        return item.label.find(text) != std::string::npos || item.spoken.find(text) != std::string::npos;
    });
}

std::string Scene::spoken() const {
    std::string all;
    for (const SceneItem& item : items) {
        if (!item.spoken.empty()) all.append(item.spoken).append("\n");
    }
    return all;
}

}  // namespace ardager::ui
