#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_home_visit(Kit& kit, const Text& text, const HomeVisitView& view) {
    kit.title(text(Key::menu_home));
    kit.lead(text(Key::home_lead));
    kit.statement({ui::Tone::info, ui::Icon::call, text(Key::home_phones), text(Key::home_call)});
    if (!view.accepting) {
        kit.notice(ui::Tone::warning, text(Key::home_closed), ui::Icon::info);
        return draw_footer(kit, text, Key::done, Act::finish, ui::Icon::none);
    }
    kit.heading(text(Key::consent_title));
    kit.body(text(Key::home_consent));
    kit.notice(ui::Tone::info, text(Key::consent_otherwise), ui::Icon::info);
    return draw_footer(kit, text, Key::consent_agree, Act::agree);
}

}  // namespace ardager::citizen
