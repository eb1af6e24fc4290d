// The camera's small picture for the screen. Pure; any thread.
#pragma once

#include "hw/camera.h"
#include "hw/page_image.h"

namespace ardager::hw {

/// Left and right changed, as in a mirror; whole boxes of pixels averaged so that the long side is at most
/// `side` pixels. An empty picture for a frame whose bytes do not fit its sizes.
[[nodiscard]] GreyImage mirrored_preview(const CameraFrame& frame, unsigned side = kCameraPreviewSide);

}  // namespace ardager::hw
