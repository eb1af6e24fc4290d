// How a window's shape and size become a layout. Pure.
#pragma once

#include "ui/kit/scene.h"

namespace ardager::ui {

/// Broader than high: the question stands left and its answers right.
[[nodiscard]] bool is_wide(const Box& window);
/// By how much a wide window draws everything smaller than on the tall panel of the design, so that its
/// frame leaves room for the page. Touch targets keep their least size on the glass.
[[nodiscard]] float layout_scale(const Box& window, float pixels_per_mm);

}  // namespace ardager::ui
