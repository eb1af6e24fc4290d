#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {
namespace {

/// People and minutes are two sentences, as on the slip: each stands also without the other.
void add_wait(ui::NumberCard& card, const Text& text, const Outcome& outcome) {
    const unsigned people = outcome.people_before.value_or(0);
    card.lines.push_back(
        {people == 0 ? text(Key::ticket_first) : text(Key::ticket_before, {ui::with_count(people)}), true});
    if (outcome.minutes && people > 0)
        card.lines.push_back({text(Key::ticket_minutes, {ui::with_count(*outcome.minutes)}), true});
}

}  // namespace

Intent draw_ticket(Kit& kit, const Text& text, const OutcomeView& view) {
    const Outcome& outcome = view.outcome;
    kit.title(text(Key::ticket_title));
    draw_slip_state(kit, text, view, Key::ticket_take);
    ui::NumberCard card{.caption = text(Key::ticket_number),
                        .number = outcome.number,
                        .spoken_number = Text::spelled(outcome.number),
                        .qr = {},
                        .lines = {},
                        .large = true};
    add_wait(card, text, outcome);
    kit.number_card(card);
    kit.notice(ui::Tone::info, text(Key::ticket_call), ui::Icon::campaign);
    kit.notice(ui::Tone::info, text(Key::ticket_limit), ui::Icon::schedule);
    return draw_slip_footer(kit, text, view);
}

}  // namespace ardager::citizen
