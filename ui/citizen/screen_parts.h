// Parts that several pages share: the step, the summary of errors, the footer. Frame loop only.
#pragma once

#include "ui/citizen/screens.h"

namespace ardager::citizen {

/// The steps shown as "2/7"; the seventh is the receipt.
enum class Step : unsigned { consent = 1, identity, applicant, contact, documents, check };

void draw_step(Kit& kit, const Text& text, Step step);
void draw_step(Kit& kit, const Text& text, const StepView& step);
/// What a slip's page says about the paper: it comes, it is there, it did not come.
void draw_slip_state(Kit& kit, const Text& text, const OutcomeView& view, Key take);
/// A slip once more, as long as it was not yet asked for, and Finish with the seconds that are left.
[[nodiscard]] Intent draw_slip_footer(Kit& kit, const Text& text, const OutcomeView& view);
/// One choice of several, each with its own id; nothing is chosen yet when none is selected.
[[nodiscard]] Intent draw_options(Kit& kit, const std::string& prefix, const std::vector<Option>& options);
/// The field's id in the scene: `iin`, `surname`, …
[[nodiscard]] const char* field_id(Field field);
/// The summary above the fields, in the same words as at each of them; nothing without errors.
void draw_errors(Kit& kit, const Text& text, const Errors& errors);
/// The sentence for one field, empty when it is right.
[[nodiscard]] std::string error_at(const Text& text, const Errors& errors, Field field);
/// Back and Continue.
[[nodiscard]] Intent draw_footer(Kit& kit, const Text& text);
/// Back and a main button with other words and meaning.
[[nodiscard]] Intent draw_footer(Kit& kit, const Text& text, Key main_label, Act main_act,
                                 ui::Icon icon = ui::Icon::arrow_forward);
[[nodiscard]] Intent typed(Field field, std::string value);
[[nodiscard]] Intent chosen(std::string id);
/// The letters' keyboard above the footer. Done is Continue.
[[nodiscard]] Intent draw_keyboard(Kit& kit, const Text& text);
void draw_keypad(Kit& kit, const Text& text);

/// A choice of a menu, or a card in its place that says why it is not offered.
struct MenuChoice {
    const char* id;
    ui::Icon icon;
    Key title;
    std::string hint;
    Act act;
    bool primary = false;
};
[[nodiscard]] Intent draw_offer(Kit& kit, const Text& text, const Offer& offer, const MenuChoice& choice);

/// A later intent only when there is no earlier one.
[[nodiscard]] inline Intent first_of(Intent earlier, Intent later) {
    return earlier.act != Act::none ? std::move(earlier) : std::move(later);
}

}  // namespace ardager::citizen
