// The whole vocabulary of a screen. A screen is `Intent draw(Kit&, const Text&, const View&)`: it names
// widgets in reading order and the kit places them, draws them, records them in the scene and says what was
// tapped. Owned by the frame loop; one thread. Never blocks, never reads a clock, never loads a file while
// drawing.
//
// Ids are ASCII, unique on a page and stable between frames; tests and the scripted day tap by them.
// Widgets that return bool say true in exactly one frame per tap.
#pragma once

#include <optional>

#include "ui/kit/kit_types.h"
#include "ui/kit/scene.h"

namespace ardager::ui {

class KitState;

class Kit {
public:
    explicit Kit(KitState& state) : state_(state) {}

    // --- The page
    // -------------------------------------------------------------------------------------------
    /// Opens a page with its header; another `id` than in the last frame starts at its top with nothing
    /// focused.
    void begin_page(std::string_view id, const PageHeader& header);
    /// Draws the utility bar and closes the page.
    [[nodiscard]] Utility end_page(const UtilityLabels& labels);

    /// Buttons that stay at the page's foot: `footer_back` is as wide as its words and stands left,
    /// `footer_main` takes the rest. Call in this order, at most once each.
    [[nodiscard]] bool footer_back(std::string_view id, std::string_view label, Icon icon = Icon::arrow_back);
    [[nodiscard]] bool footer_main(std::string_view id, std::string_view label,
                                   Icon after = Icon::arrow_forward, ButtonStyle style = ButtonStyle::primary,
                                   bool enabled = true);

    // --- Words
    // ----------------------------------------------------------------------------------------------
    void welcome(std::string_view text);  // the start page's large words, under emblem()
    void title(std::string_view text);
    void heading(std::string_view text);
    void lead(std::string_view text);
    void lead(const OwnWords& words);
    void body(std::string_view text);
    void body(const OwnWords& words);
    void gap(Gap gap);
    /// "2/7 · label" and its bar.
    void progress(unsigned step, unsigned of, std::string_view label);
    /// The service's mark on the start page.
    void emblem(Icon icon);
    /// The round mark above an outcome's title.
    void outcome(Tone tone, Icon icon);
    void notice(Tone tone, std::string_view text, Icon icon = Icon::none);
    void notice(Tone tone, const OwnWords& words, Icon icon = Icon::none);
    void chip(const Chip& chip);
    void statement(const Statement& statement);

    // --- Things to tap
    // --------------------------------------------------------------------------------------
    /// Full width.
    [[nodiscard]] bool button(std::string_view id, std::string_view label,
                              ButtonStyle style = ButtonStyle::secondary, Icon icon = Icon::none,
                              bool enabled = true);
    [[nodiscard]] bool start_button(std::string_view id, std::string_view label, bool primary);
    [[nodiscard]] bool choice(std::string_view id, const Choice& choice);
    [[nodiscard]] bool link(std::string_view id, std::string_view label);
    /// A line of a list; lines that follow each other are parted by hairlines. A long list scrolls with its
    /// page.
    [[nodiscard]] bool list_row(std::string_view id, const ListRow& row);
    /// True when tapped; the screen asks for the other value.
    [[nodiscard]] bool toggle(std::string_view id, std::string_view label, bool on);

    // --- Typing
    // ---------------------------------------------------------------------------------------------
    /// The new text in the frame in which it changed. While focused the kit holds what is typed, so a view
    /// that follows some frames later loses nothing; a view that brings another text (a card was read) wins.
    [[nodiscard]] std::optional<std::string> text_field(std::string_view id, std::string_view label,
                                                        std::string_view value,
                                                        const FieldOptions& options = {});
    /// Digits only, shown in groups. Takes the focus when nothing has it.
    [[nodiscard]] std::optional<std::string> digits_field(std::string_view id, std::string_view value,
                                                          const DigitsOptions& options = {});
    /// Types into the focused field. Keys: `key_0` … `key_9`, `key_erase`, `key_clear`.
    void keypad(const KeypadLabels& labels);
    /// Docked above the footer; types into the focused field. Keys: `key_ә`, `key_shift`, `key_erase`,
    /// `key_numbers`, `key_layout`, `key_space`, `key_hyphen`, `key_done`. True when done was tapped.
    [[nodiscard]] bool keyboard(const KeyboardLabels& labels);
    void set_keyboard_layout(KeyboardLayout layout);
    void focus(std::string_view field_id);

    // --- Documents, answers, signing
    // ------------------------------------------------------------------------
    [[nodiscard]] bool scan_tile(std::string_view id, const ScanTile& tile);
    /// True when the change link was tapped; `id` is the link's.
    [[nodiscard]] bool answer_row(std::string_view id, const AnswerRow& row);
    /// The strokes in the frame in which a stroke ended. An empty `value` wipes the pad.
    [[nodiscard]] std::optional<Signature> signature(std::string_view id, std::string_view label,
                                                     const Signature& value);
    /// The summary of what is wrong; the tapped line's field id. Focuses that field.
    std::optional<std::string> error_summary(std::string_view title, const std::vector<FaultLine>& faults);
    void number_card(const NumberCard& card);
    void picture(std::string_view id, std::string_view spoken, const std::shared_ptr<const Picture>& picture);
    /// Rows of equal columns; the first row may be a heading. `id` names the table.
    void table(std::string_view id, const std::vector<std::vector<std::string>>& rows);
    /// Bars of figures; what is over the limit is in red and tells its figure.
    void chart(std::string_view id, const Chart& chart);

    // --- Arranging
    // ------------------------------------------------------------------------------------------
    /// Side by side: begin_columns(2), content, next_column(), content, end_columns().
    void begin_columns(unsigned count);
    void next_column();
    void end_columns();
    /// A white card around what is drawn between.
    void begin_card();
    void end_card();
    /// A question over the page; everything under it is out of reach. The Back key taps `escape_id`.
    void begin_dialog(std::string_view id, std::string_view escape_id = {});
    void end_dialog();

    // --- The dev dock
    // ---------------------------------------------------------------------------------------
    /// A drawer at the window's right side over the page, after end_page(). Inside: dock_heading, dock_label,
    /// dock_button, dock_toggle. False when closed: draw nothing then.
    [[nodiscard]] bool begin_dock(std::string_view id, std::string_view title,
                                  const DockOptions& options = {});
    void dock_heading(std::string_view text);
    void dock_label(std::string_view label, std::string_view value);
    [[nodiscard]] bool dock_button(std::string_view id, std::string_view label);
    [[nodiscard]] bool dock_toggle(std::string_view id, std::string_view label, bool on);
    void end_dock();

    // --- The session's wishes
    // -------------------------------------------------------------------------------
    void set_text_size(TextSize size);
    [[nodiscard]] TextSize text_size() const;
    void set_contrast(Contrast contrast);
    [[nodiscard]] Contrast contrast() const;
    /// Normal size, calm colours, nothing focused, nothing typed or drawn kept. At each session's end.
    void forget_session();
    [[nodiscard]] const Scene& scene() const;

private:
    KitState& state_;
};

}  // namespace ardager::ui
