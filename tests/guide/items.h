// Items of a scene, made by hand.
#pragma once

#include "kiosk/base/source_folder.h"
#include "ui/guide/spoken_item.h"

namespace ardager::ui {

inline Text english() {
    static const auto kLoaded = Text::load(source_folder("assets/text")).value();
    return {kLoaded, Language::en};
}

inline SceneItem item(Role role, const std::string& id, const std::string& words, bool touchable = false) {
    SceneItem made;
    made.role = role;
    made.id = id;
    made.label = made.spoken = made.spoken_public = words;
    made.state.touchable = touchable;
    made.scrolls = true;
    return made;
}

inline SceneItem field(const std::string& id, const std::string& label, const std::string& value,
                       Carries kind = Carries::words) {
    SceneItem made = item(Role::field, id, label, true);
    made.spoken = value.empty() ? label : label + ": " + value;
    made.value = value;
    made.carries = value.empty() ? Carries::blank : kind;
    return made;
}

}  // namespace ardager::ui
