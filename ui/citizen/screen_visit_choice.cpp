#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_visit_choice(Kit& kit, const Text& text, const VisitChoiceView& view) {
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(text(view.asked.lead));
    draw_errors(kit, text, view.errors);
    const Intent intent = draw_options(kit, "visit_", view.options);
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen
