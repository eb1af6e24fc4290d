#include "ui/citizen/screen_parts.h"

namespace ardager::citizen {

Intent draw_consent(Kit& kit, const Text& text) {
    draw_step(kit, text, Step::consent);
    kit.title(text(Key::consent_title));
    kit.lead(text(Key::consent_lead));
    kit.notice(ui::Tone::info, text(Key::consent_otherwise), ui::Icon::info);
    return draw_footer(kit, text, Key::consent_agree, Act::agree);
}

}  // namespace ardager::citizen
