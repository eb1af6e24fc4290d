#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_other_services(Kit& kit, const Text& text, const ServicesView& view) {
    Intent intent;
    kit.title(text(Key::menu_other));
    kit.lead(text(Key::other_lead));
    for (const ServicesView::Row& service : view.services)
        if (kit.choice("service_" + service.id, {ui::Icon::fact_check, service.title, service.hint}))
            intent = {.act = Act::open_guide, .value = service.id};
    if (!view.information.empty()) kit.heading(text(Key::other_information));
    for (const ServicesView::Row& page : view.information)
        if (kit.choice("information_" + page.id, {ui::Icon::info, page.title, page.hint}))
            intent = {.act = Act::open_information, .value = page.id};
    if (kit.footer_back("back", text(Key::back))) intent = {.act = Act::back};
    return intent;
}

}  // namespace ardager::citizen
