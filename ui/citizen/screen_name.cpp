#include "ui/citizen/screen_parts.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

Intent draw_name(Kit& kit, const Text& text, const NameView& view) {
    Intent intent;
    const auto field = [&](Field which, Key label, const std::string& value, std::string note = {}) {
        if (auto changed = kit.text_field(field_id(which), text(label), value,
                                          {.note = std::move(note),
                                           .error = error_at(text, view.errors, which),
                                           .most_characters = kNameCharacters}))
            intent = typed(which, std::move(*changed));
    };
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    if (!view.latin_name.empty())
        kit.notice(
            ui::Tone::info,
            ui::OwnWords{text(Key::name_latin, {{"name", view.latin_name}}), text(Key::name_latin_aloud)},
            ui::Icon::credit_card);
    draw_errors(kit, text, view.errors);
    field(Field::surname, Key::surname, view.surname);
    field(Field::given_name, Key::given_name, view.given_name);
    field(Field::patronymic, Key::patronymic, view.patronymic, text(Key::if_any));
    intent = first_of(intent, draw_keyboard(kit, text));
    return first_of(intent, draw_footer(kit, text));
}

Intent draw_birth_date(Kit& kit, const Text& text, const BirthView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(text(Key::birth_lead));
    draw_errors(kit, text, view.errors);
    if (auto digits = kit.digits_field("birth_date", view.typed,
                                       {.spoken = text(Key::check_birth),
                                        .error = error_at(text, view.errors, Field::birth_date),
                                        .groups = {2, 2, 4}}))
        intent = typed(Field::birth_date, std::move(*digits));
    draw_keypad(kit, text);
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen
