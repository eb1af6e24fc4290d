// SDL's events as the kit's input: one finger, typed characters, the window's own wishes. Owned by the frame
// loop.
#pragma once

#include <SDL.h>

#include <variant>
#include <vector>

#include "ui/kit/key_focus.h"
#include "ui/kit/touch.h"
#include "ui/kit/typing.h"

namespace ardager::ui {

using InputEvent = std::variant<TouchEvent, TypingCommand, KeyCommand>;

struct WindowEvents {
    std::vector<InputEvent> input;
    bool exposed = false;  // the window must be drawn again
    bool closed = false;
    bool skip_text = false;  // the key just pressed was a command: its character is not typed
};

/// Adds what one SDL event means. `width`, `height` are the window's pixels, which finger places are scaled
/// to.
void read_event(const SDL_Event& event, float width, float height, WindowEvents& out);

}  // namespace ardager::ui
