#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_place(Kit& kit, const Text& text, const PlaceView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    if (view.chosen.empty())
        kit.lead(text(view.asked.lead));
    else
        kit.lead(ui::OwnWords{text(Key::place_chosen, {{"name", view.chosen}}), text(Key::place_aloud)});
    draw_errors(kit, text, view.errors);
    const std::size_t half = (view.places.size() + 1) / 2;
    kit.begin_columns(2);
    for (std::size_t i = 0; i < view.places.size(); ++i) {
        if (i == half) kit.next_column();
        const Option& place = view.places[i];
        if (kit.choice("place_" + place.id,
                       {.title = place.title, .chevron = place.opens, .selected = place.selected}))
            intent = chosen(place.id);
    }
    if (view.places.size() <= half) kit.next_column();
    kit.end_columns();
    if (view.has_more &&
        kit.button("place_more", text(Key::place_more), ui::ButtonStyle::secondary, ui::Icon::arrow_forward))
        intent = chosen("more");
    if (view.can_go_up &&
        kit.button("place_up", text(Key::place_up), ui::ButtonStyle::secondary, ui::Icon::arrow_upward))
        intent = chosen("up");
    return first_of(intent, draw_footer(kit, text));
}

Intent draw_pickup(Kit& kit, const Text& text, const PickupView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(Key::pickup_title));
    draw_errors(kit, text, view.errors);
    for (const Option& branch : view.branches)
        if (kit.choice("branch_" + branch.id, {.icon = ui::Icon::home,
                                               .title = branch.title,
                                               .chevron = false,
                                               .selected = branch.selected}))
            intent = chosen(branch.id);
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen
