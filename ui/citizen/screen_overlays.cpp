#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_help(Kit& kit, const Text& text, const StaffView& view) {
    Intent intent;
    kit.begin_dialog("help", "help_close");
    kit.heading(text(Key::help_title));
    kit.body(text(Key::help_body));
    if (view.called)
        kit.notice(ui::Tone::ok, text(Key::staff_called), ui::Icon::support_agent);
    else if (kit.button("help_call", text(Key::call_staff), ui::ButtonStyle::primary,
                        ui::Icon::support_agent))
        intent = {.act = Act::call_staff};
    if (kit.button("help_close", text(Key::close))) intent = {.act = Act::close_overlay};
    kit.end_dialog();
    return intent;
}

Intent draw_language(Kit& kit, const Text& text) {
    Intent intent;
    kit.begin_dialog("language", "language_close");
    kit.heading(text(Key::language_title));
    for (const ui::Language language : ui::kLanguages) {
        const std::string code = ui::language_code(language);
        const auto style =
            language == text.language() ? ui::ButtonStyle::primary : ui::ButtonStyle::secondary;
        if (kit.button("language_" + code, text.in(language)(Key::language_name), style))
            intent = {.act = Act::set_language, .value = code};
    }
    if (kit.button("language_close", text(Key::close))) intent = {.act = Act::close_overlay};
    kit.end_dialog();
    return intent;
}

Intent draw_idle(Kit& kit, const Text& text, unsigned seconds) {
    Intent intent;
    kit.begin_dialog("idle", "idle_stay");
    kit.heading(text(Key::idle_title));
    kit.body(text(Key::idle_body, {ui::with_count(seconds)}));
    if (kit.button("idle_stay", text(Key::idle_stay), ui::ButtonStyle::primary)) intent = {.act = Act::stay};
    if (kit.button("idle_end", text(Key::done))) intent = {.act = Act::finish};
    kit.end_dialog();
    return intent;
}

Intent draw_resume(Kit& kit, const Text& text, unsigned seconds) {
    Intent intent;
    kit.begin_dialog("resume");
    kit.heading(text(Key::idle_title));
    kit.body(text(Key::resume_body));
    kit.body(text(Key::idle_body, {ui::with_count(seconds)}));
    if (kit.button("resume_stay", text(Key::resume_stay), ui::ButtonStyle::primary))
        intent = {.act = Act::stay};
    if (kit.button("resume_end", text(Key::resume_end))) intent = {.act = Act::finish};
    kit.end_dialog();
    return intent;
}

}  // namespace ardager::citizen
