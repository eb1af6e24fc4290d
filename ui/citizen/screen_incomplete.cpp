#include "ui/citizen/screen_parts.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {

Intent draw_incomplete(Kit& kit, const Text& text, const IncompleteView& view) {
    Intent intent;
    const auto way = [&](const char* id, ui::Icon icon, Key title, std::string hint, Act act) {
        if (kit.choice(id, {.icon = icon, .title = text(title), .hint = std::move(hint)}))
            intent = {.act = act};
    };
    kit.outcome(ui::Tone::danger, ui::Icon::folder_off);
    kit.title(text(Key::incomplete_title));
    kit.lead(text(Key::incomplete_lead));
    kit.statement({ui::Tone::danger, ui::Icon::description, text(Key::incomplete_document),
                   text(Key::document_certificate_hint)});
    draw_errors(kit, text, view.errors);
    if (view.staff_called) kit.notice(ui::Tone::ok, text(Key::staff_called), ui::Icon::support_agent);
    if (!view.needs_staff) {
        kit.heading(text(Key::incomplete_what));
        way("incomplete_scan", ui::Icon::document_scanner, Key::incomplete_scan, {}, Act::scan);
        way("incomplete_later", ui::Icon::event, Key::incomplete_later,
            text(Key::incomplete_later_hint, {ui::with_count(kDraftDays)}), Act::bring_later);
        way("incomplete_refusal", ui::Icon::receipt_long, Key::incomplete_refusal,
            text(Key::incomplete_refusal_hint), Act::take_refusal);
    }
    const bool back = kit.footer_back("back", text(Key::back));
    const bool staff = kit.footer_main("call_staff", text(Key::call_staff), ui::Icon::support_agent,
                                       ui::ButtonStyle::secondary);
    if (back) return first_of(intent, {.act = Act::back});
    return first_of(intent, {.act = staff ? Act::call_staff : Act::none});
}

}  // namespace ardager::citizen
