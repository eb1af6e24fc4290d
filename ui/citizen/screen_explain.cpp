#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_other_services(Kit& kit, const Text& text) {
    kit.outcome(ui::Tone::info, ui::Icon::menu_book);
    kit.title(text(Key::menu_other));
    kit.lead(text(Key::other_lead));
    kit.statement(
        {ui::Tone::info, ui::Icon::fact_check, text(Key::other_register), text(Key::other_register_hint)});
    kit.statement({ui::Tone::info, ui::Icon::edit, text(Key::other_records), text(Key::other_records_hint)});
    return draw_footer(kit, text, Key::done, Act::finish, ui::Icon::none);
}

}  // namespace ardager::citizen
