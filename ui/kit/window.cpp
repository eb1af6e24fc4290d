#include "ui/kit/window.h"

#include <SDL.h>
#include <imgui.h>

#include "kiosk/base/files.h"
#include "ui/kit/kit_state.h"
#include "ui/kit/png_bytes.h"
#include "ui/kit/renderer.h"
#include "ui/kit/window_events.h"

namespace ardager::ui {
namespace {

using SdlWindow = std::unique_ptr<SDL_Window, decltype(&SDL_DestroyWindow)>;
using SdlRenderer = std::unique_ptr<SDL_Renderer, decltype(&SDL_DestroyRenderer)>;
using SdlTexture = std::unique_ptr<SDL_Texture, decltype(&SDL_DestroyTexture)>;
using ImGuiOwner = std::unique_ptr<ImGuiContext, decltype(&ImGui::DestroyContext)>;

tl::unexpected<Error> sdl_fault(const char* what) {
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

}  // namespace

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
    Milliseconds now{0};
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
    Result<void> open_sdl(const WindowOptions& options);
    void open_imgui();
};

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
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return sdl_fault("no display");
    video.started = true;
    const auto flags = static_cast<Uint32>((options.full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) |
                                           (options.hidden ? SDL_WINDOW_HIDDEN : SDL_WINDOW_SHOWN));
    const SDL_Point size = fitting_size(options);
    window.reset(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                  size.x, size.y, flags));
    if (!window) return sdl_fault("no window");
    renderer.reset(SDL_CreateRenderer(window.get(), -1, options.hidden ? Uint32{SDL_RENDERER_SOFTWARE} : 0U));
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
    const Theme calm = TRY(load_theme(options.themes / "calm.toml"));
    const Theme high = TRY(load_theme(options.themes / "high_contrast.toml"));
    auto parts = std::make_unique<Parts>();
    TRY(parts->open_sdl(options));
    int width = 0;
    int height = 0;
    SDL_GetRendererOutputSize(parts->renderer.get(), &width, &height);
    parts->shown.reset(SDL_CreateTexture(parts->renderer.get(), SDL_PIXELFORMAT_ARGB8888,
                                         SDL_TEXTUREACCESS_TARGET, width, height));
    if (!parts->shown) return sdl_fault("no picture to draw into");
    parts->open_imgui();
    const Box box{0, 0, static_cast<float>(width), static_cast<float>(height)};
    auto glyphs = TRY(Glyphs::open(parts->renderer.get()));
    parts->state = std::make_unique<KitState>(parts->renderer.get(), std::move(glyphs), calm, high, box,
                                              box.width / options.panel_width_mm);
    parts->kit = std::make_unique<Kit>(*parts->state);
    SDL_StartTextInput();
    return std::unique_ptr<Window>(new Window(std::move(parts)));
}

void Window::wait(Milliseconds at_most) {
    parts_->pump();
    if (needs_frame() || parts_->events.closed) return;
    SDL_Event event;
    if (SDL_WaitEventTimeout(&event, static_cast<int>(at_most.count())) == 0) return;
    read_event(event, parts_->width(), parts_->height(), parts_->events);
    parts_->pump();
}

void Window::wake() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

void Window::invalidate() {
    parts_->dirty = true;
}

bool Window::needs_frame() const {
    return parts_->dirty || parts_->state->unsettled || !parts_->events.input.empty();
}

bool Window::draw(Milliseconds now, const std::function<void(Kit&)>& screen) {
    parts_->pump();
    if (!needs_frame()) return false;
    Kit& kit = begin_frame(now);
    screen(kit);
    end_frame();
    return true;
}

void Window::settle(Milliseconds now, const std::function<void(Kit&)>& screen) {
    while (draw(now, screen)) {
    }
}

Kit& Window::begin_frame(Milliseconds now) {
    ARDAGER_CHECK(!parts_->in_frame);
    parts_->in_frame = true;
    parts_->now = now;
    parts_->dirty = false;
    KitState& state = *parts_->state;
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
    state.begin_frame(ImGui::GetBackgroundDrawList());
    return *parts_->kit;
}

void Window::end_frame() {
    ARDAGER_CHECK(parts_->in_frame);
    parts_->in_frame = false;
    const bool settled = parts_->state->end_frame();
    ImGui::Render();
    if (!settled) return;
    parts_->state->unsettled = false;
    SDL_Renderer* renderer = parts_->renderer.get();
    SDL_SetRenderTarget(renderer, parts_->shown.get());
    render_triangles(renderer, *ImGui::GetDrawData());
    SDL_SetRenderTarget(renderer, nullptr);
    SDL_RenderCopy(renderer, parts_->shown.get(), nullptr, nullptr);
    SDL_RenderPresent(renderer);
    ++parts_->frames;
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
std::size_t Window::texture_bytes() const {
    return parts_->state->glyphs->texture_bytes();
}

void Window::press(float x, float y, Milliseconds at) {
    parts_->events.input.emplace_back(TouchEvent{TouchEvent::Kind::press, x, y, at});
}
void Window::move(float x, float y, Milliseconds at) {
    parts_->events.input.emplace_back(TouchEvent{TouchEvent::Kind::move, x, y, at});
}
void Window::release(float x, float y, Milliseconds at) {
    parts_->events.input.emplace_back(TouchEvent{TouchEvent::Kind::release, x, y, at});
}
void Window::scroll(float by_px) {
    if (parts_->state->scroll_by(by_px)) parts_->dirty = true;
}

Result<Box> Window::touchable_box(std::string_view id) {
    const auto missing = [&] {
        return fail(Code::not_found, "no widget " + std::string(id) + " on the screen");
    };
    if (scene().find(id) == nullptr) return missing();
    if (parts_->state->reveal(id)) parts_->dirty = true;
    const SceneItem* item = scene().find(id);
    if (item == nullptr) return missing();
    const Box box = item->box;
    const SceneItem* reached = scene().at(box.x + box.width / 2, box.y + box.height / 2);
    if (reached != item || item->state.disabled) {
        return fail(Code::conflict, "widget " + std::string(id) + " cannot be touched: " +
                                        (item->state.disabled ? "disabled" : "covered or not touchable"));
    }
    return box;
}

Result<void> Window::tap(std::string_view id, Milliseconds held) {
    const Box box = TRY(touchable_box(id));
    press(box.x + box.width / 2, box.y + box.height / 2, parts_->now);
    release(box.x + box.width / 2, box.y + box.height / 2, parts_->now + held);
    return {};
}

Result<void> Window::type_text(std::string_view id, std::string_view text) {
    (void)TRY(touchable_box(id));
    parts_->kit->focus(id);
    parts_->events.input.emplace_back(TypingCommand{TypingCommand::Kind::insert, std::string(text)});
    return {};
}

Result<void> Window::draw_strokes(std::string_view id, const Signature& signature) {
    const Box box = TRY(touchable_box(id));
    const float mm = scene().pixels_per_mm;
    Milliseconds at = parts_->now;
    for (const auto& stroke : signature.strokes) {
        if (stroke.empty()) continue;
        press(box.x + stroke.front().x * mm, box.y + stroke.front().y * mm, at);
        for (const PointMm& point : stroke)
            move(box.x + point.x * mm, box.y + point.y * mm, at += tuning::kScriptedStep);
        release(box.x + stroke.back().x * mm, box.y + stroke.back().y * mm, at += tuning::kShortestContact);
    }
    return {};
}

Result<void> Window::screenshot(const std::filesystem::path& file) const {
    const auto width = static_cast<unsigned>(parts_->width());
    const auto height = static_cast<unsigned>(parts_->height());
    Bytes pixels(std::size_t{width} * height * 3);
    SDL_SetRenderTarget(parts_->renderer.get(), parts_->shown.get());
    const int read = SDL_RenderReadPixels(parts_->renderer.get(), nullptr, SDL_PIXELFORMAT_RGB24,
                                          pixels.data(), static_cast<int>(width) * 3);
    SDL_SetRenderTarget(parts_->renderer.get(), nullptr);
    if (read != 0) return sdl_fault("the picture cannot be read");
    return write_file(file, TRY(png_bytes(pixels, width, height, PixelKind::rgb)));
}

}  // namespace ardager::ui
