#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_ticket_purpose(Kit& kit, const Text& text, const TicketPurposeView& view) {
    Intent intent;
    kit.title(text(Key::ticket_purpose_title));
    draw_errors(kit, text, view.errors);
    if (view.needs_staff || !view.accepting) {
        if (view.errors.empty()) kit.notice(ui::Tone::warning, text(Key::error_ticket), ui::Icon::info);
    } else {
        kit.lead(text(Key::ticket_purpose_lead));
        if (kit.choice("ticket_certificate",
                       {.icon = ui::Icon::military_tech, .title = text(Key::ticket_certificate)}))
            intent = chosen("veteran-certificate");
        if (kit.choice("ticket_question", {.icon = ui::Icon::help, .title = text(Key::ticket_question)}))
            intent = chosen("question");
    }
    if (kit.footer_back("back", text(Key::back))) return first_of(intent, {.act = Act::back});
    return intent;
}

}  // namespace ardager::citizen
