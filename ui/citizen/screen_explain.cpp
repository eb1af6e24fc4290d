#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_home_visit(Kit& kit, const Text& text) {
    kit.outcome(ui::Tone::info, ui::Icon::home);
    kit.title(text(Key::menu_home));
    kit.lead(text(Key::home_lead));
    kit.statement({ui::Tone::info, ui::Icon::call, text(Key::home_phones), text(Key::home_call)});
    return draw_footer(kit, text, Key::done, Act::finish, ui::Icon::none);
}

}  // namespace ardager::citizen
