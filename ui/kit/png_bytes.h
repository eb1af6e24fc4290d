// Pixels to PNG bytes through libpng. Pure; any thread.
#pragma once

#include "kiosk/base/bytes.h"

namespace ardager::ui {

enum class PixelKind { grey = 1, rgb = 3 };

/// Shape: height × width × 1 or 3 bytes, rows from the top, no padding. `dots_per_inch` 0 leaves the size
/// out. Error: internal when libpng refuses (a shape that does not match).
[[nodiscard]] Result<Bytes> png_bytes(ByteView pixels, unsigned width, unsigned height, PixelKind kind,
                                      unsigned dots_per_inch = 0);

}  // namespace ardager::ui
