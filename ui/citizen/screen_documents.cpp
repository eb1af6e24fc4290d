#include "ui/citizen/screen_parts.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

Intent draw_document_kind(Kit& kit, const Text& text, const DocumentKindView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(text(view.asked.lead));
    draw_errors(kit, text, view.errors);
    if (kit.choice("kind_military_id", {.icon = ui::Icon::badge,
                                        .title = text(Key::document_military_id),
                                        .chevron = false,
                                        .selected = view.kind == "military_id"}))
        intent = chosen("military_id");
    if (kit.choice("kind_certificate", {.icon = ui::Icon::description,
                                        .title = text(Key::document_certificate),
                                        .hint = text(Key::document_certificate_hint),
                                        .chevron = false,
                                        .selected = view.kind == "service_certificate"}))
        intent = chosen("service_certificate");
    if (kit.button("no_document", text(Key::document_none), ui::ButtonStyle::secondary, ui::Icon::help))
        intent = {.act = Act::no_document};
    return first_of(intent, draw_footer(kit, text));
}

Intent draw_document_number(Kit& kit, const Text& text, const DocumentNumberView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    kit.lead(text(view.asked.lead));
    draw_errors(kit, text, view.errors);
    if (auto changed = kit.text_field("document_number", text(Key::number), view.number,
                                      {.note = text(Key::if_any),
                                       .error = error_at(text, view.errors, Field::document_number),
                                       .most_characters = kDocumentNumberCharacters}))
        intent = typed(Field::document_number, std::move(*changed));
    intent = first_of(intent, draw_keyboard(kit, text));
    return first_of(intent, draw_footer(kit, text));
}

}  // namespace ardager::citizen
