// What the kit remembers between frames and shares between its widgets: flow, scene, touch, focus, typing,
// measured heights. Only ui/kit's own files include it. Owned by the frame loop.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/kit/canvas.h"
#include "ui/kit/key_focus.h"
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
    bool stacked = false;  // too narrow to stand side by side
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
    std::size_t bytes = 0;
};

enum class Layer { page = 0, dialog = 1, dock = 2 };

struct KitState {
    KitState(SDL_Renderer* sdl_renderer, std::unique_ptr<Glyphs> own_glyphs,
             const std::array<Theme, kContrasts>& all_themes, Box window_box, float pixels_per_mm);
    ~KitState();
    KitState(const KitState&) = delete;
    KitState& operator=(const KitState&) = delete;

    // --- One frame, kit_state.cpp ---
    void begin_frame(ImDrawList* draw_list, Milliseconds at);
    /// False when a height was not known: the frame must not be shown and another must follow.
    [[nodiscard]] bool end_frame();
    void handle(const TouchEvent& event);
    void handle(const TypingCommand& command);
    void handle(const KeyCommand& command);  // kit_keys.cpp
    /// Moves the content; true when it moved.
    bool scroll_by(float pixels);
    /// Scrolls a widget of the last frame into sight; true when it moved.
    bool reveal(std::string_view id);

    /// When something must be drawn although nothing else has changed: a movement, a press that was shown
    /// long enough. Nothing at rest.
    [[nodiscard]] std::optional<Milliseconds> next_motion() const;
    void glide();
    void hold_target();

    // --- The page's frame, layout.cpp. Pixels. ---
    [[nodiscard]] float header_height() const;
    /// Under the keyboard of a low window every line counts: the header gives way, but for its emblem.
    [[nodiscard]] bool header_gives_way() const;
    [[nodiscard]] float footer_height() const;
    [[nodiscard]] float utility_height() const;  // 0 on wide windows: there it is a rail
    [[nodiscard]] float rail_width() const;
    [[nodiscard]] float margin() const;
    /// Between header, rail, footer and a keyboard beside the page.
    [[nodiscard]] Box content_area() const;
    /// Begins the flow of a page's content.
    void open_content();
    /// On a wide window what answers the question stands right of it: from here on the flow is that column.
    void enter_side();
    /// Where that column is, whole.
    [[nodiscard]] Box side_box() const;
    /// The lowest point of both columns.
    [[nodiscard]] float content_bottom() const;
    /// True when the touch keyboard stands beside the question, not under it.
    [[nodiscard]] bool keyboard_beside() const;

    // --- Keys, kit_keys.cpp ---
    void focus_item(const std::string& id);
    void keep_focus();       // after a frame: the focused widget may have gone
    void draw_focus_ring();  // around what is not a field

    // --- For widgets, kit_state.cpp ---
    SceneItem& record(Role role, std::string_view id, std::string_view label, std::string_view spoken,
                      const Box& box, bool touchable = false, bool enabled = true);
    /// True once after the widget was tapped.
    [[nodiscard]] bool take_tap(std::string_view id);
    [[nodiscard]] bool is_pressed(std::string_view id) const {
        return !id.empty() && (touch.captured() == id || lingering == id);
    }
    /// The next box of the flow; the space to the widget above is the larger of both wishes. Pixels.
    Box take(float height, float before, float after);
    Box take(float height) { return take(height, px(tuning::kGap), px(tuning::kGap)); }
    /// The height that was measured under this key in the last frame, 0 when none.
    [[nodiscard]] float measured(const std::string& key) const;
    void measure(const std::string& key, float value);
    void select_layer(Layer new_layer);

    /// Millimetres of the design, which a low window draws smaller.
    [[nodiscard]] float px(float mm) const { return canvas.px(mm); }
    /// Millimetres on the glass.
    [[nodiscard]] float glass(float mm) const { return mm * scene.pixels_per_mm; }
    [[nodiscard]] float scale() const { return tuning::kTextScales[static_cast<std::size_t>(text_size)]; }
    [[nodiscard]] float frame_scale() const { return std::min(scale(), tuning::kMostFrameScale); }
    [[nodiscard]] Font font(Weight weight, float em_mm) const { return canvas.font(weight, em_mm, scale()); }
    [[nodiscard]] Font frame_font(Weight weight, float em_mm) const {
        return canvas.font(weight, em_mm, frame_scale());
    }
    [[nodiscard]] SDL_Texture* texture_of(const Picture& picture);
    void drop_pictures();
    [[nodiscard]] std::size_t picture_bytes() const;

    SDL_Renderer* renderer;
    std::unique_ptr<Glyphs> glyphs;
    Canvas canvas;
    std::array<Theme, kContrasts> themes;
    Box window;
    bool wide = false;    // broader than high: question left, answer right
    bool motion = false;  // fades, glides and lingering presses
    ImDrawList* list = nullptr;

    TextSize text_size = TextSize::normal;
    Contrast contrast = Contrast::calm;

    Scene scene;  // of the last frame
    Scene next;   // being drawn
    Touch touch;
    std::optional<std::string> tapped;
    Milliseconds now{0};

    // Keys: the focused widget, and whether it shows. A touch hides it, a key brings it back.
    std::string cursor;
    bool by_keys = false;
    std::string pen;                 // the signature pad that the arrows draw on
    std::string back_id, escape_id;  // what the Back key taps: on the page, in its dialog
    std::string summary_first;       // the first line of the error summary of this frame
    bool summary_shown = false;      // in the last frame
    bool summary_pulled = false;     // the page was moved to it when it appeared

    // Movement.
    std::string lingering;  // the widget that still looks pressed
    Milliseconds linger_until{0};
    float glide_px_per_s = 0;
    Milliseconds glide_at{0};
    bool page_changed = false;  // since the last frame that was shown
    float held_px = 0;          // content pushed back so that the target under a finger stays where it is

    std::string page_id;
    bool page_open = false;
    bool welcoming = false;  // welcome() was called: lead() is larger
    float scroll = 0, content_height = 0;
    bool in_content = false;
    float keyboard_height = 0;  // of the keyboard drawn in this frame
    float keyboard_width = 0;   // when it stands beside the page
    bool side_entered = false;
    float main_bottom = 0;  // of the question's column, once the answer's has begun
    float footer_left = 0;  // where the next footer button begins; 0 before the first
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
    bool focus_moved = false;    // since the last settled frame
    bool moved_by_hand = false;  // the page was scrolled since: it stays where a person put it
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
/// The same with a font that shrinks until no single word is wider than the line.
[[nodiscard]] Paragraph lay_out_whole(KitState& state, Font& font, std::string_view words, float width,
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
