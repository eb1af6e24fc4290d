#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_identity_confirm(Kit& kit, const Text& text, const ConfirmView& view) {
    draw_step(kit, text, view.asked.step);
    kit.title(text(Key::confirm_title));
    kit.lead(text(Key::confirm_lead));
    kit.number_card({.caption = text(view.caption),
                     .number = view.grouped_iin,
                     .spoken_number = Text::spelled(view.grouped_iin),
                     .qr = {},
                     .lines = {{text(Key::confirm_birth, {{"date", view.birth_date}}), true}}});
    if (view.birth_note) kit.notice(ui::Tone::info, text(*view.birth_note), ui::Icon::info);
    const bool wrong = kit.footer_back("back", text(Key::confirm_no));
    const bool right = kit.footer_main("main", text(Key::confirm_yes));
    if (wrong) return {.act = Act::back};
    return {.act = right ? Act::next : Act::none};
}

}  // namespace ardager::citizen
