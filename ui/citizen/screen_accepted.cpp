#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

void draw_print_state(Kit& kit, const Text& text, const OutcomeView& view, Key take) {
    const PrintState print = view.outcome.print;
    if (print == PrintState::failed || view.printer_waits)
        kit.notice(ui::Tone::warning, text(view.printer_waits ? Key::print_waits : Key::print_failed),
                   ui::Icon::print);
    else
        kit.lead(text(print == PrintState::printed ? take : Key::accepted_printing));
}

/// Reprint and Finish with the seconds that are left.
Intent draw_outcome_footer(Kit& kit, const Text& text, const OutcomeView& view) {
    Intent intent;
    if (view.outcome.print != PrintState::none &&
        kit.footer_back("reprint", text(Key::reprint), ui::Icon::print))
        intent = {.act = Act::reprint};
    if (kit.footer_main("main", text(Key::done_in, {ui::with_count(view.seconds)}), ui::Icon::none))
        intent = {.act = Act::finish};
    return intent;
}

}  // namespace

Intent draw_accepted(Kit& kit, const Text& text, const OutcomeView& view) {
    const Outcome& outcome = view.outcome;
    kit.outcome(ui::Tone::ok, ui::Icon::check);
    kit.title(text(Key::accepted_title));
    draw_print_state(kit, text, view, Key::accepted_take);
    ui::NumberCard card{.caption = text(Key::receipt_number),
                        .number = outcome.number,
                        .spoken_number = Text::spelled(outcome.number),
                        .qr = outcome.qr ? *outcome.qr : ui::QrModules{},
                        .lines = {}};
    if (outcome.date)
        card.lines.push_back({text(Key::accepted_due, {{"date", paper_date(*outcome.date)}}), true, true});
    card.lines.push_back({text(Key::accepted_terms), false, true});
    card.lines.push_back({text(Key::contact_centre), true, true});
    kit.number_card(card);
    if (!view.online) kit.notice(ui::Tone::warning, text(Key::accepted_offline), ui::Icon::cloud_off);
    return draw_outcome_footer(kit, text, view);
}

Intent draw_refused(Kit& kit, const Text& text, const OutcomeView& view) {
    kit.outcome(ui::Tone::info, ui::Icon::receipt_long);
    kit.title(text(Key::refused_title));
    draw_print_state(kit, text, view, Key::refused_take);
    kit.number_card(
        {.caption = text(Key::receipt_number),
         .number = view.outcome.number,
         .spoken_number = Text::spelled(view.outcome.number),
         .qr = {},
         .lines = {{text(Key::refused_again), false, true}, {text(Key::contact_centre), true, true}}});
    return draw_outcome_footer(kit, text, view);
}

Intent draw_draft_kept(Kit& kit, const Text& text, const OutcomeView& view) {
    kit.outcome(ui::Tone::ok, ui::Icon::event);
    kit.title(text(Key::draft_title));
    kit.lead(text(Key::draft_lead));
    ui::NumberCard card{.caption = text(Key::draft_number),
                        .number = view.outcome.number,
                        .spoken_number = Text::spelled(view.outcome.number),
                        .qr = {},
                        .lines = {}};
    if (view.outcome.date)
        card.lines.push_back(
            {text(Key::draft_until, {{"date", paper_date(*view.outcome.date)}}), true, true});
    kit.number_card(card);
    return draw_outcome_footer(kit, text, view);
}

}  // namespace ardager::citizen
