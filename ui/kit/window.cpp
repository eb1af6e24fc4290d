#include "ui/kit/window.h"

#include <SDL.h>
#include <imgui.h>

#include "ui/kit/renderer.h"
#include "ui/kit/window_parts.h"

namespace ardager::ui {
/// The wanted size, or the largest of the same shape that a smaller display holds (a developer's laptop).
SDL_Point fitting_size(const WindowOptions& options) {
    SDL_Rect usable{};
    const bool fixed = options.full_screen || options.hidden;
    if (fixed || SDL_GetDisplayUsableBounds(0, &usable) != 0) return {options.width_px, options.height_px};
    const auto part = [](int have, int want) { return static_cast<float>(have) / static_cast<float>(want); };
    const float scale = std::min({1.0F, tuning::kOfDisplay * part(usable.w, options.width_px),
                                  tuning::kOfDisplay * part(usable.h, options.height_px)});
    const auto scaled = [scale](int size) { return static_cast<int>(static_cast<float>(size) * scale); };
    return {scaled(options.width_px), scaled(options.height_px)};
}

Result<void> Window::Parts::open_sdl(const WindowOptions& options) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    if (options.hidden) SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    // Otherwise SDL shows even a software picture through OpenGL, whose driver takes more memory than all of
    // ours.
    if (!options.gpu) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return sdl_fault("no display");
    video.started = true;
    const auto flags = static_cast<Uint32>((options.full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) |
                                           (options.hidden ? SDL_WINDOW_HIDDEN : SDL_WINDOW_SHOWN));
    const SDL_Point size = fitting_size(options);
    window.reset(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                  size.x, size.y, flags));
    if (!window) return sdl_fault("no window");
    if (options.gpu) renderer.reset(SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_ACCELERATED));
    if (!renderer) renderer.reset(SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_SOFTWARE));
    if (!renderer) return sdl_fault("no renderer");
    return {};
}

void Window::Parts::open_imgui() {
    imgui.reset(ImGui::CreateContext());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    // Our words come from Glyphs; ImGui only wants its atlas to exist. Its texture is never drawn: shapes go
    // out as plain colours, so antialiased lines must not look into it either.
    io.Fonts->AddFontDefault();
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    io.Fonts->Build();
    io.Fonts->ClearTexData();
    io.Fonts->SetTexID(nullptr);
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::~Window() = default;

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    std::array<Theme, kContrasts> themes;
    themes[static_cast<std::size_t>(Contrast::calm)] = TRY(load_theme(options.themes / "calm.toml"));
    themes[static_cast<std::size_t>(Contrast::high)] = TRY(load_theme(options.themes / "high_contrast.toml"));
    themes[static_cast<std::size_t>(Contrast::dark)] = TRY(load_theme(options.themes / "dark.toml"));
    auto parts = std::make_unique<Parts>();
    TRY(parts->open_sdl(options));
    int width = 0;
    int height = 0;
    SDL_GetRendererOutputSize(parts->renderer.get(), &width, &height);
    parts->shown.reset(SDL_CreateTexture(parts->renderer.get(), SDL_PIXELFORMAT_ARGB8888,
                                         SDL_TEXTUREACCESS_TARGET, width, height));
    if (!parts->shown) return sdl_fault("no picture to draw into");
    // It is copied whole, never mixed with what was there.
    SDL_SetTextureBlendMode(parts->shown.get(), SDL_BLENDMODE_NONE);
    parts->open_imgui();
    const Box box{0, 0, static_cast<float>(width), static_cast<float>(height)};
    auto glyphs = TRY(Glyphs::open(parts->renderer.get()));
    parts->state = std::make_unique<KitState>(parts->renderer.get(), std::move(glyphs), themes, box,
                                              box.width / options.panel_width_mm);
    parts->state->motion = options.motion;
    parts->kit = std::make_unique<Kit>(*parts->state);
    parts->wait.look_for_driver();
    SDL_StartTextInput();
    return std::unique_ptr<Window>(new Window(std::move(parts)));
}

void Window::wait(Milliseconds at_most) {
    parts_->pump();
    if (parts_->has_news() || parts_->events.closed) return;
    // In the middle of a movement only its next step is waited for.
    if (parts_->moves()) at_most = std::min(at_most, tuning::kMotionStep);
    parts_->wait.wait(at_most, [&] {
        parts_->pump();
        return parts_->has_news() || parts_->events.closed;
    });
}

void Window::wake() {
    parts_->wait.wake();
}

void Window::invalidate() {
    parts_->dirty = true;
}

bool Window::needs_frame() const {
    return parts_->has_news() || parts_->moves();
}

bool Window::draw(Milliseconds now, const std::function<void(Kit&)>& screen) {
    parts_->pump();
    if (!parts_->has_news() && !parts_->movement_due(now)) {
        parts_->show_fade(now);
        return false;
    }
    Kit& kit = begin_frame(now);
    screen(kit);
    end_frame();
    return true;
}

void Window::settle(Milliseconds now, const std::function<void(Kit&)>& screen) {
    while (draw(now, screen)) {
    }
}

void Window::lay_out(Milliseconds now, const std::function<void(Kit&)>& screen) {
    parts_->unseen = true;
    settle(now, screen);
    parts_->unseen = false;
    parts_->dirty = true;
}

Kit& Window::begin_frame(Milliseconds now) {
    ARDAGER_CHECK(!parts_->in_frame);
    parts_->in_frame = true;
    parts_->now = now;
    parts_->dirty = false;
    KitState& state = *parts_->state;
    state.now = now;
    // One tap a frame: what a second tap means depends on the page that the first one leads to.
    std::size_t used = 0;
    for (auto& events = parts_->events.input; used < events.size() && !state.tapped; ++used) {
        std::visit([&](const auto& event) { state.handle(event); }, events[used]);
    }
    parts_->inputs += used;
    parts_->events.input.erase(parts_->events.input.begin(),
                               parts_->events.input.begin() + static_cast<std::ptrdiff_t>(used));
    ImGui::SetCurrentContext(parts_->imgui.get());
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {parts_->width(), parts_->height()};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    state.begin_frame(ImGui::GetBackgroundDrawList(), now);
    return *parts_->kit;
}

void Window::end_frame() {
    ARDAGER_CHECK(parts_->in_frame);
    parts_->in_frame = false;
    const bool settled = parts_->state->end_frame();
    ImGui::Render();
    if (parts_->refill_glyphs() || !settled) return;
    parts_->state->unsettled = false;
    if (parts_->unseen) return;
    SDL_Renderer* renderer = parts_->renderer.get();
    SDL_SetRenderTarget(renderer, parts_->shown.get());
    render_triangles(renderer, *ImGui::GetDrawData());
    SDL_SetRenderTarget(renderer, nullptr);
    ++parts_->frames;
    if (std::exchange(parts_->state->page_changed, false) && parts_->state->motion)
        parts_->fade_from = parts_->now;
    parts_->present(parts_->now);
}

bool Window::closed() const {
    return parts_->events.closed;
}
Kit& Window::kit() {
    return *parts_->kit;
}
const Scene& Window::scene() const {
    return parts_->state->scene;
}
std::uint64_t Window::frames() const {
    return parts_->frames;
}
std::uint64_t Window::inputs() const {
    return parts_->inputs;
}
std::size_t Window::picture_bytes() const {
    return parts_->state->picture_bytes();
}

}  // namespace ardager::ui
