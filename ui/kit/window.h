// One window: SDL, its renderer, fonts, the theme and the kit's state. The composition root opens it; the
// frame loop drives it. Time enters by wait() and begin_frame(), so a test decides what time it is.
//
//   while (!window.closed()) {
//       window.wait(idle_ms);                 // sleeps until input or wake()
//       if (view_changed) window.invalidate();
//       window.draw(now, [&](Kit& kit) { intent = draw_screen(kit, text, view); });
//   }
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "kiosk/base/time.h"
#include "ui/kit/key_focus.h"
#include "ui/kit/kit.h"

namespace ardager::ui {

struct WindowOptions {
    std::string title = "Ardager";
    int width_px = 1080;
    int height_px = 1920;
    float panel_width_mm = 337.5F;  // of the visible panel; with width_px it makes the size of everything
    bool full_screen = false;
    bool hidden = false;           // for SDL's dummy driver: the software renderer, no window on any display
    bool gpu = false;              // through the display's own driver; else SDL's software renderer
    bool motion = false;           // fades, glides and lingering presses; all end at rest
    std::filesystem::path themes;  // the folder with calm.toml, high_contrast.toml and dark.toml
};

class Window {
public:
    /// Errors: device (no video, no renderer, no font); not_found or invalid_input for a theme file.
    [[nodiscard]] static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Waits for input or wake(), at most this long; returns at once when a frame is due. Movements (a new
    /// page fades in, a flung page glides) end at rest, and the caret stands still: a kiosk at rest draws
    /// nothing. Input is stamped with
    /// SDL's clock of milliseconds since start, which only measures how long a contact lasted.
    void wait(Milliseconds at_most);
    /// Ends a wait(); any thread.
    void wake();
    /// Something the screen shows has changed: the next draw() draws.
    void invalidate();
    /// True when draw() has something to do.
    [[nodiscard]] bool needs_frame() const;

    /// Draws one frame when something changed; false (and `screen` not called) when nothing did. A page whose
    /// layout is not known yet is drawn and not presented, and needs_frame() stays true: call again.
    /// `now` is monotonic time; a scripted finger touches at it.
    bool draw(Milliseconds now, const std::function<void(Kit&)>& screen);
    /// draw() until nothing more is to be drawn at this moment.
    void settle(Milliseconds now, const std::function<void(Kit&)>& screen);
    /// The same without rendering a pixel: for checks that look at the scene of very many pages.
    void lay_out(Milliseconds now, const std::function<void(Kit&)>& screen);
    /// The two halves of draw(), for loops that do more between them.
    [[nodiscard]] Kit& begin_frame(Milliseconds now);
    void end_frame();

    [[nodiscard]] bool closed() const;
    [[nodiscard]] Kit& kit();
    [[nodiscard]] const Scene& scene() const;
    /// Pixels of papers and previews that are kept for drawing.
    [[nodiscard]] std::size_t picture_bytes() const;
    /// Frames presented since open().
    [[nodiscard]] std::uint64_t frames() const;
    /// Touches and keystrokes taken in since open(), also those that hit nothing: somebody is there.
    [[nodiscard]] std::uint64_t inputs() const;

    // --- A scripted finger: the same path as a real one
    // -----------------------------------------------------
    /// Presses the middle of the widget for `held`, scrolling it into sight first. Errors: not_found;
    /// conflict when it is disabled, covered or not touchable. Takes effect in the next draw().
    [[nodiscard]] Result<void> tap(std::string_view id, Milliseconds held = Milliseconds(120));
    /// Taps the field and then types as a keyboard would. Errors as tap().
    [[nodiscard]] Result<void> type_text(std::string_view id, std::string_view text);
    /// Signs the pad with some strokes in mm. Errors as tap().
    [[nodiscard]] Result<void> draw_strokes(std::string_view id, const Signature& signature);
    void press(float x, float y, Milliseconds at, std::int64_t contact = 0);
    void move(float x, float y, Milliseconds at, std::int64_t contact = 0);
    void release(float x, float y, Milliseconds at, std::int64_t contact = 0);
    /// A key of a keypad or keyboard; typed characters.
    void key(KeyCommand::Kind kind);
    void type(std::string_view text);
    void scroll(float by_px);

    /// The last presented frame's pixels. Error: device.
    [[nodiscard]] Result<Picture> pixels() const;
    /// Words and icons of the last frame, for checks of contrast.
    [[nodiscard]] const std::vector<DrawnText>& drawn_texts() const;
    /// The last presented frame. Error: disk.
    [[nodiscard]] Result<void> screenshot(const std::filesystem::path& file) const;

private:
    struct Parts;
    /// Where a scripted finger may touch the widget, after scrolling it into sight.
    Result<Box> touchable_box(std::string_view id);
    explicit Window(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace ardager::ui
