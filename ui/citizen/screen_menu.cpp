#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

std::string queue_hint(const Text& text, const QueueView& queue) {
    if (!queue.people) return text(Key::menu_ticket_hint);
    if (*queue.people == 0) return text(Key::menu_ticket_nobody);
    const auto people = ui::with_count(*queue.people);
    if (!queue.minutes) return text(Key::menu_ticket_people, {people});
    return text(Key::menu_ticket_wait, {people, {"minutes", *queue.minutes}});
}

}  // namespace

Intent draw_menu(Kit& kit, const Text& text, const MenuView& view) {
    Intent intent;
    kit.title(text(Key::menu_title));
    const auto item = [&](const char* id, ui::Icon icon, Key title, const std::string& hint, Act act,
                          bool primary) {
        if (kit.choice(id, {icon, text(title), hint, primary})) intent = {.act = act};
    };
    if (view.accepting) {
        item("menu_apply", ui::Icon::military_tech, Key::menu_apply, text(Key::menu_apply_hint),
             Act::open_application, true);
    } else {
        kit.notice(ui::Tone::warning, text(Key::menu_closed), ui::Icon::info);
    }
    item("menu_status", ui::Icon::assignment_turned_in, Key::menu_status, text(Key::menu_status_hint),
         Act::open_status, false);
    item("menu_ticket", ui::Icon::confirmation_number, Key::menu_ticket, queue_hint(text, view.queue),
         Act::open_ticket, false);
    item("menu_home", ui::Icon::home, Key::menu_home, text(Key::menu_home_hint), Act::open_home_visit, false);
    item("menu_other", ui::Icon::menu_book, Key::menu_other, text(Key::menu_other_hint),
         Act::open_other_services, false);
    if (kit.footer_back("finish", text(Key::done), ui::Icon::close)) intent = {.act = Act::finish};
    return intent;
}

}  // namespace ardager::citizen
