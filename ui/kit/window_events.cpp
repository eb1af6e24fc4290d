#include "ui/kit/window_events.h"

namespace ardager::ui {
namespace {

Milliseconds time_of(Uint32 timestamp) {
    return Milliseconds(timestamp);
}

/// What a key asks for besides typing; the keypad's Enter, plus and minus count like the keyboard's.
std::optional<KeyCommand::Kind> command_of(SDL_Keycode key, bool shift) {
    using Kind = KeyCommand::Kind;
    switch (key) {
        case SDLK_TAB:
            return shift ? Kind::previous : Kind::next;
        case SDLK_DOWN:
            return Kind::down;
        case SDLK_UP:
            return Kind::up;
        case SDLK_LEFT:
            return Kind::left;
        case SDLK_RIGHT:
            return Kind::right;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
        case SDLK_SELECT:
            return Kind::activate;
        case SDLK_ESCAPE:
        case SDLK_AC_BACK:
            return Kind::back;
        case SDLK_F1:
        case SDLK_HELP:
            return Kind::help;
        case SDLK_F2:
            return Kind::read_aloud;
        case SDLK_KP_PLUS:
            return Kind::larger;
        case SDLK_KP_MINUS:
            return Kind::smaller;
        default:
            return std::nullopt;
    }
}

void read_key(const SDL_KeyboardEvent& key, WindowEvents& out) {
    if (key.keysym.sym == SDLK_BACKSPACE) out.input.emplace_back(TypingCommand{TypingCommand::Kind::erase});
    if (key.keysym.sym == SDLK_DELETE) out.input.emplace_back(TypingCommand{TypingCommand::Kind::clear});
    const bool back = (key.keysym.mod & KMOD_SHIFT) != 0;
    if (const auto command = command_of(key.keysym.sym, back)) out.input.emplace_back(KeyCommand{*command});
    out.skip_text = key.keysym.sym == SDLK_KP_PLUS || key.keysym.sym == SDLK_KP_MINUS;
}

void read_mouse(const SDL_Event& event, WindowEvents& out) {
    using Kind = TouchEvent::Kind;
    if (event.type == SDL_MOUSEMOTION) {
        if ((event.motion.state & SDL_BUTTON_LMASK) == 0) return;
        out.input.emplace_back(TouchEvent{Kind::move, static_cast<float>(event.motion.x),
                                          static_cast<float>(event.motion.y),
                                          time_of(event.motion.timestamp)});
    } else if (event.button.button == SDL_BUTTON_LEFT) {
        const Kind kind = event.type == SDL_MOUSEBUTTONDOWN ? Kind::press : Kind::release;
        out.input.emplace_back(TouchEvent{kind, static_cast<float>(event.button.x),
                                          static_cast<float>(event.button.y),
                                          time_of(event.button.timestamp)});
    }
}

void read_finger(const SDL_Event& event, float width, float height, WindowEvents& out) {
    using Kind = TouchEvent::Kind;
    const Kind kind = event.type == SDL_FINGERDOWN ? Kind::press
                      : event.type == SDL_FINGERUP ? Kind::release
                                                   : Kind::move;
    out.input.emplace_back(TouchEvent{kind, event.tfinger.x * width, event.tfinger.y * height,
                                      time_of(event.tfinger.timestamp), event.tfinger.fingerId});
}

}  // namespace

void read_event(const SDL_Event& event, float width, float height, WindowEvents& out) {
    switch (event.type) {
        case SDL_QUIT:
            out.closed = true;
            break;
        case SDL_WINDOWEVENT:
            out.exposed = out.exposed || event.window.event == SDL_WINDOWEVENT_EXPOSED ||
                          event.window.event == SDL_WINDOWEVENT_SHOWN;
            break;
        case SDL_RENDER_TARGETS_RESET:
            out.exposed = true;
            break;
        case SDL_TEXTINPUT:
            if (std::exchange(out.skip_text, false)) break;
            out.input.emplace_back(TypingCommand{TypingCommand::Kind::insert, event.text.text});
            break;
        case SDL_KEYDOWN:
            read_key(event.key, out);
            break;
        case SDL_MOUSEMOTION:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            read_mouse(event, out);
            break;
        case SDL_FINGERDOWN:
        case SDL_FINGERUP:
        case SDL_FINGERMOTION:
            read_finger(event, width, height, out);
            break;
        default:
            break;
    }
}

}  // namespace ardager::ui
