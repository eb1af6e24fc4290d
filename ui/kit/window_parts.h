// What a window is made of. Only window*.cpp include it. Owned by the frame loop.
#pragma once

#include <SDL.h>
#include <imgui.h>

#include "ui/kit/kit_state.h"
#include "ui/kit/window.h"
#include "ui/kit/window_events.h"
#include "ui/kit/window_wait.h"

namespace ardager::ui {

using SdlWindow = std::unique_ptr<SDL_Window, decltype(&SDL_DestroyWindow)>;
using SdlRenderer = std::unique_ptr<SDL_Renderer, decltype(&SDL_DestroyRenderer)>;
using SdlTexture = std::unique_ptr<SDL_Texture, decltype(&SDL_DestroyTexture)>;
using ImGuiOwner = std::unique_ptr<ImGuiContext, decltype(&ImGui::DestroyContext)>;

[[nodiscard]] inline tl::unexpected<Error> sdl_fault(const char* what) {
    return fail(Code::device, std::string(what) + ": " + SDL_GetError());
}

/// SDL counts starts and stops of its video itself, so windows may come and go.
struct Video {
    bool started = false;
    Video() = default;
    Video(const Video&) = delete;
    Video& operator=(const Video&) = delete;
    ~Video() {
        if (started) SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
};

struct Window::Parts {
    Video video;
    SdlWindow window{nullptr, &SDL_DestroyWindow};
    SdlRenderer renderer{nullptr, &SDL_DestroyRenderer};
    // What was last shown: a window system may lose ours, and screenshots read it.
    SdlTexture shown{nullptr, &SDL_DestroyTexture};
    ImGuiOwner imgui{nullptr, &ImGui::DestroyContext};
    std::unique_ptr<KitState> state;
    std::unique_ptr<Kit> kit;
    WindowEvents events;
    WindowWait wait;
    Milliseconds now{0};
    Milliseconds finger_at{0};              // of the scripted finger, which never hurries
    std::optional<Milliseconds> fade_from;  // a new page is fading in since then
    bool refilled = false;
    bool unseen = false;  // frames are laid out and not rendered
    bool dirty = true;
    bool in_frame = false;
    std::uint64_t frames = 0;
    std::uint64_t inputs = 0;

    [[nodiscard]] float width() const { return state->window.width; }
    [[nodiscard]] float height() const { return state->window.height; }
    void pump() {
        SDL_Event event;
        while (SDL_PollEvent(&event) != 0) read_event(event, width(), height(), events);
        dirty = dirty || std::exchange(events.exposed, false);
    }
    /// Something has changed, apart from movements.
    [[nodiscard]] bool has_news() const { return dirty || state->unsettled || !events.input.empty(); }
    [[nodiscard]] bool moves() const { return fade_from || state->next_motion(); }
    [[nodiscard]] bool movement_due(Milliseconds at) const {
        const auto due = state->next_motion();
        return due && *due <= at;
    }
    /// Shows the last frame, under what is left of a fade. window_show.cpp
    void present(Milliseconds at);
    /// The next step of a fade, when there is one.
    void show_fade(Milliseconds at);
    /// True when this frame has blanks where glyphs found no room: they have room in the next. Never twice in
    /// a row, so that a page with more than fits shows what does.
    bool refill_glyphs() {
        if (!state->glyphs->full() || std::exchange(refilled, true)) return refilled = false;
        state->glyphs->forget();
        return dirty = true;
    }
    Result<void> open_sdl(const WindowOptions& options);
    void open_imgui();
};

}  // namespace ardager::ui
