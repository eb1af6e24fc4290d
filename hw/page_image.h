// Pages as pictures: JPEG for the record, a small grey picture for the screen. Whether a page is blurred is
// told from the full page (kiosk/rules/page_quality.h), never from the small one.
// Pure; any thread. The only user of libjpeg.
#pragma once

#include "hw/scanner.h"
#include "hw/tuning.h"

namespace ardager::hw {

/// Shape: height × width, 8 bits, 0 black to 255 white, rows from the top, no padding.
struct GreyImage {
    unsigned width = 0;
    unsigned height = 0;
    Bytes pixels;
};

/// Baseline JPEG (ITU-T T.81), 4:2:0, with the page's resolution; no other metadata.
/// Errors: invalid_input when the page's bytes do not fit its sizes or it is larger than kMaxPagePixels.
[[nodiscard]] Result<Bytes> encode_jpeg(const ScannedPage& page, int quality = kJpegQuality);
/// Any JPEG that libjpeg reads, as RGB. Errors: invalid_input when it is none, is cut off or is larger
/// than kMaxPagePixels (found before memory is taken).
[[nodiscard]] Result<ScannedPage> decode_jpeg(ByteView jpeg);
/// Averages whole boxes of pixels (ITU-R BT.601 luma) so that the long side is at most `side` pixels; a page
/// that is already smaller keeps its size. Error: as encode_jpeg.
[[nodiscard]] Result<GreyImage> thumbnail(const ScannedPage& page, unsigned side = kThumbnailSide);

}  // namespace ardager::hw
