// Working the kiosk by keys: a keypad of few of them or a plain keyboard. Which widget the focus goes to
// next. Pure: reads a scene, keeps nothing.
#pragma once

#include <string>

#include "ui/kit/scene.h"

namespace ardager::ui {

struct KeyCommand {
    /// up and down go through the page in reading order, and by place within a touch keyboard.
    enum class Kind {
        next,
        previous,
        up,
        down,
        left,
        right,
        activate,
        back,
        help,
        read_aloud,
        larger,
        smaller
    };
    Kind kind = Kind::next;
};

/// The widget that has the focus after this step: within the topmost dialog when there is one. Without a
/// current one the page's first; empty when nothing can be touched.
[[nodiscard]] std::string focus_after(const Scene& scene, std::string_view current, KeyCommand::Kind step);
/// Where the focus begins on a page or dialog: its own content before its frame.
[[nodiscard]] std::string first_focus(const Scene& scene);
/// True when the keys can reach it now.
[[nodiscard]] bool can_focus(const Scene& scene, std::string_view id);

}  // namespace ardager::ui
