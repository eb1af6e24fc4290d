#include "ui/citizen/screen_parts.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

Intent draw_phone(Kit& kit, const Text& text, const PhoneView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(text(view.asked.lead));
    draw_errors(kit, text, view.errors);
    if (auto digits = kit.digits_field("phone", view.digits,
                                       {.spoken = text(Key::phone),
                                        .error = error_at(text, view.errors, Field::phone),
                                        .groups = {3, 3, 2, 2},
                                        .prefix = "+7"}))
        intent = typed(Field::phone, std::move(*digits));
    draw_keypad(kit, text);
    return first_of(intent, draw_footer(kit, text));
}

Intent draw_address(Kit& kit, const Text& text, const AddressView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(ui::OwnWords{view.place, text(Key::place_aloud)});
    draw_errors(kit, text, view.errors);
    if (auto changed = kit.text_field(
            "address", text(Key::address), view.text,
            {.error = error_at(text, view.errors, Field::address), .most_characters = kAddressCharacters}))
        intent = typed(Field::address, std::move(*changed));
    intent = first_of(intent, draw_keyboard(kit, text));
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen
