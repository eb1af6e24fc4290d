// What the kit remembers between frames and shares between its widgets: flow, scene, touch, focus, typing,
// measured heights. Only ui/kit's own files include it. Owned by the frame loop.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/kit/canvas.h"
#include "ui/kit/kit_tuning.h"
#include "ui/kit/kit_types.h"
#include "ui/kit/touch.h"
#include "ui/kit/typing.h"

namespace ardager::ui {

/// Where the next widget goes: a column of some width that grows downwards. Pixels.
struct Flow {
    float x = 0, width = 0, y = 0;
    float gap_after = -1;  // of the widget above; negative at the top
};

/// Columns under way: where they began and how deep the deepest is.
struct ColumnSet {
    Flow outer;
    unsigned count = 1, index = 0;
    float deepest = 0;
};

/// A card or dialog under way.
struct Frame {
    Flow outer;
    Box box;
    std::string key;  // of its measured height
};

struct SignatureEdit {
    Signature drawn;
    Signature seen;  // the view's value that `drawn` follows
    bool stroke_open = false;
    bool finished = false;
};

struct CachedPicture {
    std::uint64_t version = 0;
    SDL_Texture* texture = nullptr;
};

enum class Layer { page = 0, dialog = 1, dock = 2 };

struct KitState {
    KitState(SDL_Renderer* sdl_renderer, std::unique_ptr<Glyphs> own_glyphs, Theme calm_theme,
             Theme high_theme, Box window_box, float pixels_per_mm);
    ~KitState();
    KitState(const KitState&) = delete;
    KitState& operator=(const KitState&) = delete;

    // --- One frame, kit_state.cpp ---
    void begin_frame(ImDrawList* draw_list);
    /// False when a height was not known: the frame must not be shown and another must follow.
    [[nodiscard]] bool end_frame();
    void handle(const TouchEvent& event);
    void handle(const TypingCommand& command);
    /// Moves the content; true when it moved.
    bool scroll_by(float pixels);
    /// Scrolls a widget of the last frame into sight; true when it moved.
    bool reveal(std::string_view id);

    // --- For widgets, kit_state.cpp ---
    SceneItem& record(Role role, std::string_view id, std::string_view label, std::string_view spoken,
                      const Box& box, bool touchable = false, bool enabled = true);
    /// True once after the widget was tapped.
    [[nodiscard]] bool take_tap(std::string_view id);
    [[nodiscard]] bool is_pressed(std::string_view id) const { return touch.captured() == id && !id.empty(); }
    /// The next box of the flow; the space to the widget above is the larger of both wishes. Pixels.
    Box take(float height, float before, float after);
    Box take(float height) { return take(height, px(tuning::kGap), px(tuning::kGap)); }
    /// The height that was measured under this key in the last frame, 0 when none.
    [[nodiscard]] float measured(const std::string& key) const;
    void measure(const std::string& key, float value);
    void select_layer(Layer new_layer);

    [[nodiscard]] float px(float mm) const { return canvas.px(mm); }
    [[nodiscard]] float scale() const { return tuning::kTextScales[static_cast<std::size_t>(text_size)]; }
    [[nodiscard]] float frame_scale() const { return std::min(scale(), tuning::kMostFrameScale); }
    [[nodiscard]] Font font(Weight weight, float em_mm) const { return canvas.font(weight, em_mm, scale()); }
    [[nodiscard]] Font frame_font(Weight weight, float em_mm) const {
        return canvas.font(weight, em_mm, frame_scale());
    }
    [[nodiscard]] SDL_Texture* texture_of(const Picture& picture);

    SDL_Renderer* renderer;
    std::unique_ptr<Glyphs> glyphs;
    Canvas canvas;
    Theme calm, high;
    Box window;
    ImDrawList* list = nullptr;

    TextSize text_size = TextSize::normal;
    Contrast contrast = Contrast::calm;

    Scene scene;  // of the last frame
    Scene next;   // being drawn
    Touch touch;
    std::optional<std::string> tapped;
    Milliseconds now{0};

    std::string page_id;
    bool page_open = false;
    bool welcoming = false;  // welcome() was called: lead() is larger
    float scroll = 0, content_height = 0;
    bool in_content = false;
    float keyboard_height = 0;  // of the keyboard drawn in this frame
    float footer_left = 0;      // where the next footer button begins; 0 before the first
    Layer layer = Layer::page;
    Flow flow;
    std::vector<ColumnSet> columns;
    std::vector<Frame> frames;
    unsigned card_count = 0;
    std::map<std::string, float> heights;
    bool unsettled = false;
    int unsettled_frames = 0;

    Typing typing;
    std::map<std::string, SignatureEdit> signatures;
    std::vector<CachedPicture> pictures;
    bool dock_open = false;
    bool focus_moved = false;  // since the last settled frame
};

/// Draws outside the page's scrolling content for the time of one widget.
class OutsideContent {
public:
    explicit OutsideContent(KitState& state);
    ~OutsideContent();
    OutsideContent(const OutsideContent&) = delete;
    OutsideContent& operator=(const OutsideContent&) = delete;

private:
    KitState& state_;
    bool was_;
};

// --- Shared pieces of widgets, widget_parts.cpp. Sizes in pixels. ---

struct Paragraph {
    TextLines text;
    float height = 0, line_height = 0;
};
[[nodiscard]] Paragraph lay_out(KitState& state, const Font& font, std::string_view words, float width,
                                float leading);
void draw_paragraph(KitState& state, const Paragraph& paragraph, const Font& font, Colour colour, float x,
                    float y, float width, Align align = Align::left);

struct ToneColours {
    Colour strong, words, soft;
};
[[nodiscard]] ToneColours tone_colours(Tone tone);
[[nodiscard]] Icon tone_icon(Tone tone);

struct ButtonLook {
    ButtonStyle style = ButtonStyle::secondary;
    Icon before = Icon::none, after = Icon::none;
    float text_mm = tuning::kButtonText;
    bool enabled = true;
    bool frame = false;  // part of the page's frame: its words grow less
};
/// The item carries something of the person: a loudspeaker says only `aloud` of it.
void carry(SceneItem& item, Carries kind, std::string_view value, std::string_view aloud);
/// Records and draws a button in a given box; true when tapped.
[[nodiscard]] bool button_in(KitState& state, std::string_view id, std::string_view label, const Box& box,
                             const ButtonLook& look);
/// Draws a chip with its left edge at x, its middle at y; returns its width.
float chip_at(KitState& state, const Chip& chip, float x, float middle, float height_mm, bool draw = true);

}  // namespace ardager::ui
