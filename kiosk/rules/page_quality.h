// Is a scanned page legible? Pure on grey pixels; decoding belongs to whoever holds the picture.
#pragma once

#include "kiosk/base/bytes.h"

namespace ardager {

/// Grey pixels. Shape: height × width, 8 bits, rows from the top, no padding.
struct GreyPage {
    unsigned width = 0;
    unsigned height = 0;
    ByteView pixels;
};

enum class PageQuality { ok, blank, dark, blurred };
/// `ok`, `blank`, `dark`, `blurred`
[[nodiscard]] const char* page_quality_name(PageQuality quality);

/// What the verdict rests on, after averaging down to at most kAnalysisWidth columns.
struct PageMeasures {
    double mean = 0;       // 0 black … 255 white
    double contrast = 0;   // standard deviation of brightness
    double sharpness = 0;  // of edges, 0 smeared or none … 1 clean steps (tuning.h)
    double ink = 0;        // share of pixels clearly darker than the paper, 0 … 1
};

/// Error: invalid_input when the shape does not match the pixels or the page is smaller than 32 × 32.
[[nodiscard]] Result<PageMeasures> measure_page(const GreyPage& page);
[[nodiscard]] PageQuality judge_page(const PageMeasures& measures);
/// measure_page() and judge_page() in one.
[[nodiscard]] Result<PageQuality> page_quality(const GreyPage& page);

/// Grey from RGB (ITU-R BT.601 luma). Shape: 3 bytes a pixel in, 1 out.
[[nodiscard]] Bytes grey_from_rgb(ByteView rgb);

}  // namespace ardager
