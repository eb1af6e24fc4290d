#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

std::string apply_hint(const Text& text, const MenuView& view) {
    if (!view.keep_only) return text(Key::menu_apply_hint);
    return text(view.why_keep) + " · " + text(Key::menu_prepare);
}

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
    const auto item = [&](const Offer& offer, const MenuChoice& choice) {
        intent = first_of(intent, draw_offer(kit, text, offer, choice));
    };
    item(view.apply, {"menu_apply", ui::Icon::military_tech, Key::menu_apply, apply_hint(text, view),
                      Act::open_application, true});
    item(view.status, {"menu_status", ui::Icon::assignment_turned_in, Key::menu_status,
                       text(Key::menu_status_hint), Act::open_status});
    item(view.ticket, {"menu_ticket", ui::Icon::confirmation_number, Key::menu_ticket,
                       queue_hint(text, view.queue), Act::open_ticket});
    item(view.visit,
         {"menu_home", ui::Icon::home, Key::menu_home, text(Key::menu_home_hint), Act::open_home_visit});
    item({}, {"menu_other", ui::Icon::menu_book, Key::menu_other, text(Key::menu_other_hint),
              Act::open_other_services});
    // Below the choices: a notice that comes or goes moves none of them.
    if (view.guard) kit.notice(ui::Tone::warning, text(*view.guard), ui::Icon::info);
    if (kit.footer_back("finish", text(Key::done), ui::Icon::close)) intent = {.act = Act::finish};
    return intent;
}

}  // namespace ardager::citizen
