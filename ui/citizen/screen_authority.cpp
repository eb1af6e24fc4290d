#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_authority(Kit& kit, const Text& text, const AuthorityView& view) {
    Intent intent;
    const auto paper = [&](const char* id, ui::Icon icon, Key title) {
        if (kit.choice(
                std::string("authority_") + id,
                {.icon = icon, .title = text(title), .chevron = false, .selected = view.authority == id}))
            intent = chosen(id);
    };
    draw_step(kit, text, view.step);
    kit.title(text(Key::authority_title));
    kit.lead(text(Key::authority_lead));
    draw_errors(kit, text, view.errors);
    paper("power_of_attorney", ui::Icon::description, Key::authority_attorney);
    paper("guardianship", ui::Icon::group, Key::authority_guardianship);
    paper("other", ui::Icon::receipt_long, Key::authority_other);
    if (kit.button("no_authority", text(Key::document_none), ui::ButtonStyle::secondary, ui::Icon::help))
        intent = {.act = Act::no_document};
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen
