#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_identity(Kit& kit, const Text& text, const IdentityView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    if (view.for_draft)
        kit.lead(text(Key::identity_draft));
    else
        kit.lead(text(view.asked.lead));
    draw_errors(kit, text, view.errors);
    if (auto digits = kit.digits_field(
            "iin", view.iin, {.spoken = text(Key::iin), .error = error_at(text, view.errors, Field::iin)}))
        intent = typed(Field::iin, std::move(*digits));
    if (view.reader_ready) kit.notice(ui::Tone::warning, text(Key::identity_reader), ui::Icon::credit_card);
    draw_keypad(kit, text);
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen
