#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_applicant(Kit& kit, const Text& text, const ApplicantView& view) {
    Intent intent;
    draw_step(kit, text, Step::consent);
    kit.title(text(Key::applicant_title));
    if (kit.choice("applicant_self", {.icon = ui::Icon::person,
                                      .title = text(Key::applicant_self),
                                      .chevron = false,
                                      .selected = !view.for_another}))
        intent = chosen("self");
    if (kit.choice("applicant_another", {.icon = ui::Icon::group,
                                         .title = text(Key::applicant_another),
                                         .hint = text(Key::applicant_another_hint),
                                         .chevron = false,
                                         .selected = view.for_another}))
        intent = chosen("another");
    return first_of(intent, draw_footer(kit, text));
}

Intent draw_representative(Kit& kit, const Text& text, const StaffView& view) {
    kit.outcome(ui::Tone::info, ui::Icon::support_agent);
    kit.title(text(Key::representative_title));
    kit.lead(text(Key::representative_lead));
    kit.statement({ui::Tone::info, ui::Icon::description, text(Key::representative_paper),
                   text(Key::representative_paper_hint)});
    if (view.called) kit.notice(ui::Tone::ok, text(Key::staff_called), ui::Icon::support_agent);
    return draw_footer(kit, text, Key::call_staff, Act::call_staff, ui::Icon::support_agent);
}

}  // namespace ardager::citizen
