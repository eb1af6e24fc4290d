// What a scene must be like for every reader: nothing cut, nothing overlapping, targets for old fingers, a
// spoken text for everything, words that stand out from what is really behind them.
#pragma once

#include "ui/kit/window.h"

namespace ardager::citizen {

/// What is wrong with a page's layout, one line each; empty when nothing is.
[[nodiscard]] std::string layout_faults(const ui::Scene& scene, const ui::Box& window);
/// Words of the last frame that are wider than the place they were given.
[[nodiscard]] std::string spilled_words(const ui::Window& window);
/// Words of the last frame that do not stand out from the pixels around them by this much (icons: 3 to 1,
/// WCAG 2.2, 1.4.11).
[[nodiscard]] std::string contrast_faults(const ui::Window& window, double least);

}  // namespace ardager::citizen
