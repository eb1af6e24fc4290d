#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_menu(Kit& kit, const Text& text, const MenuView& view) {
    Intent intent;
    kit.title(text(Key::menu_title));
    const auto item = [&](const char* id, ui::Icon icon, Key title, Key hint, Act act, bool primary) {
        if (kit.choice(id, {icon, text(title), text(hint), primary})) intent = {.act = act};
    };
    if (view.accepting) {
        item("menu_apply", ui::Icon::military_tech, Key::menu_apply, Key::menu_apply_hint,
             Act::open_application, true);
    } else {
        kit.notice(ui::Tone::warning, text(Key::menu_closed), ui::Icon::info);
    }
    item("menu_status", ui::Icon::assignment_turned_in, Key::menu_status, Key::menu_status_hint,
         Act::open_status, false);
    item("menu_home", ui::Icon::home, Key::menu_home, Key::menu_home_hint, Act::open_home_visit, false);
    item("menu_other", ui::Icon::menu_book, Key::menu_other, Key::menu_other_hint, Act::open_other_services,
         false);
    if (kit.footer_back("finish", text(Key::done), ui::Icon::close)) intent = {.act = Act::finish};
    return intent;
}

}  // namespace ardager::citizen
