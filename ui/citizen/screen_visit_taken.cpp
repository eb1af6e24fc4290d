#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_visit_taken(Kit& kit, const Text& text, const OutcomeView& view) {
    const Outcome& outcome = view.outcome;
    kit.outcome(ui::Tone::ok, ui::Icon::home);
    kit.title(text(Key::visit_taken_title));
    draw_slip_state(kit, text, view, Key::visit_taken_take);
    kit.number_card({.caption = text(Key::visit_number),
                     .number = outcome.number,
                     .spoken_number = Text::spelled(outcome.number),
                     .qr = {},
                     .lines = {{text(Key::visit_taken_call), true}, {text(Key::visit_taken_ready), false}}});
    kit.statement({ui::Tone::info, ui::Icon::call, text(Key::home_phones), text(Key::visit_taken_phones)});
    return draw_slip_footer(kit, text, view);
}

}  // namespace ardager::citizen
