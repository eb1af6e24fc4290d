#include "ui/kit/window_wait.h"

#include <SDL.h>

#include <string_view>

#include "ui/kit/kit_tuning.h"

namespace ardager::ui {

void WindowWait::look_for_driver() {
    const char* name = SDL_GetCurrentVideoDriver();
    const std::string_view driver = name == nullptr ? "" : name;
    native_ = driver == "x11" || driver == "wayland";
}

void WindowWait::wait(Milliseconds at_most, const std::function<bool()>& look) {
    if (native_) {
        // A null event waits and leaves what came in the queue.
        if (SDL_WaitEventTimeout(nullptr, static_cast<int>(at_most.count())) != 0) (void)look();
        return;
    }
    const auto steps = at_most / tuning::kLookForInput;
    for (auto i = decltype(steps){0}; i <= steps; ++i) {
        const auto step = i < steps ? tuning::kLookForInput : at_most % tuning::kLookForInput;
        {
            std::unique_lock lock(mutex_);
            signal_.wait_for(lock, step, [&] { return woken_; });
            if (std::exchange(woken_, false)) return;
        }
        if (look()) return;
    }
}

void WindowWait::wake() {
    if (native_) {
        SDL_Event event{};
        event.type = SDL_USEREVENT;
        SDL_PushEvent(&event);
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    signal_.notify_one();
}

}  // namespace ardager::ui
