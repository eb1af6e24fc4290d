#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_visit_check(Kit& kit, const Text& text, const CheckView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    draw_errors(kit, text, view.errors);
    if (view.staff_called) kit.notice(ui::Tone::ok, text(Key::staff_called), ui::Icon::support_agent);
    for (const CheckView::Row& row : view.rows)
        if (kit.answer_row(std::string("change_") + field_id(row.field),
                           {text(row.label), row.value, text(Key::change)}))
            intent = {.act = Act::change, .field = row.field};
    if (view.needs_staff)
        return first_of(intent,
                        draw_footer(kit, text, Key::call_staff, Act::call_staff, ui::Icon::support_agent));
    return first_of(intent, draw_footer(kit, text, Key::visit_send, Act::submit));
}

}  // namespace ardager::citizen
