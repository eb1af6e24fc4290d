// Pages for the fake scanner, drawn with Pango and Cairo: nothing on them is a real person's. Pure; any
// thread.
#pragma once

#include "hw/scanner.h"

namespace ardager::hw {

/// What a citizen may lay on the glass; the last three are what a page check must notice.
enum class SamplePage { military_id, service_certificate, blank, dark, blurred };

/// Shape: A5 upright at 200 dpi, 1165 × 1654. The same page is the same bytes.
[[nodiscard]] ScannedPage draw_sample_page(SamplePage sample);

}  // namespace ardager::hw
