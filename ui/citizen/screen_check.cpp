#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

namespace {

Intent draw_check_footer(Kit& kit, const Text& text, const CheckView& view) {
    if (view.keep_only) return draw_footer(kit, text, Key::check_keep, Act::submit, ui::Icon::event);
    if (view.needs_staff)
        return draw_footer(kit, text, Key::call_staff, Act::call_staff, ui::Icon::support_agent);
    return draw_footer(kit, text, Key::submit, Act::submit);
}

}  // namespace

Intent draw_check(Kit& kit, const Text& text, const CheckView& view) {
    Intent intent;
    draw_step(kit, text, view.asked.step);
    kit.title(text(view.asked.title));
    draw_errors(kit, text, view.errors);
    if (view.staff_called) kit.notice(ui::Tone::ok, text(Key::staff_called), ui::Icon::support_agent);
    if (view.birth_differs) kit.notice(ui::Tone::warning, text(Key::birth_differs), ui::Icon::info);
    for (const CheckView::Row& row : view.rows)
        if (kit.answer_row(std::string("change_") + field_id(row.field),
                           {text(row.label), row.value, text(Key::change)}))
            intent = {.act = Act::change, .field = row.field};
    if (view.keep_only) {
        // It is signed when it is handed in.
        kit.notice(ui::Tone::info, text(Key::check_keep_hint), ui::Icon::event);
        return first_of(intent, draw_check_footer(kit, text, view));
    }
    if (auto strokes = kit.signature("signature", text(view.signature_label), view.signature))
        intent = {.act = Act::sign, .field = Field::signature, .strokes = std::move(*strokes)};
    if (!view.signature.empty() && kit.link("signature_clear", text(Key::signature_clear)))
        intent = {.act = Act::sign, .field = Field::signature};
    return first_of(intent, draw_check_footer(kit, text, view));
}

Intent draw_busy(Kit& kit, const Text& text, const BusyView& view) {
    kit.gap(ui::Gap::large);
    kit.outcome(ui::Tone::info, ui::Icon::schedule);
    kit.title(text(view.sentence));
    return {};
}

}  // namespace ardager::citizen
