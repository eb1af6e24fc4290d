// What stands around a page's content: header, arrows of a long page, utility bar. Only page.cpp draws it.
#pragma once

#include "ui/kit/kit_types.h"

namespace ardager::ui {

struct KitState;

void draw_header(KitState& state, const PageHeader& header);
/// Beside content that is higher than its window: an arrow up, one down and where one is. They scroll by most
/// of a window, for hands that cannot drag.
void draw_scroll_arrows(KitState& state, const UtilityLabels& labels);
/// The bar under the page, or the rail at its left; what was tapped.
[[nodiscard]] Utility draw_utilities(KitState& state, const UtilityLabels& labels);

}  // namespace ardager::ui
