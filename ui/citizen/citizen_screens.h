// The one entry to a citizen's screens: header, page, what lies over it, utility bar. Frame loop only.
#pragma once

#include "ui/citizen/flow.h"
#include "ui/kit/kit.h"
#include "ui/text/text.h"

namespace ardager::citizen {

/// Draws one frame and says what was asked for (Act::none when nothing was): hand it to
/// CitizenFlow::handle(). `text` may be in any language; the session's own is used. Changes nothing but the
/// kit.
[[nodiscard]] Intent draw_citizen(ui::Kit& kit, const ui::Text& text, const CitizenFlow& flow);

}  // namespace ardager::citizen
