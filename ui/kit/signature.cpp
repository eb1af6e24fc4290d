// A signature's strokes as a picture for the application's form.
#include <cmath>

#include "ui/kit/kit_tuning.h"
#include "ui/kit/kit_types.h"
#include "ui/kit/png_bytes.h"

namespace ardager::ui {
namespace {

/// Darkens a round dot with a soft edge of one pixel.
void stamp(Bytes& pixels, int width, int height, float x, float y, float radius) {
    const int reach = static_cast<int>(std::ceil(radius + 1));
    const int left = static_cast<int>(x) - reach;
    const int top = static_cast<int>(y) - reach;
    for (int py = std::max(0, top); py <= std::min(height - 1, top + 2 * reach); ++py) {
        for (int px = std::max(0, left); px <= std::min(width - 1, left + 2 * reach); ++px) {
            const float distance =
                std::hypot(static_cast<float>(px) + 0.5F - x, static_cast<float>(py) + 0.5F - y);
            const float cover = std::clamp(radius + 0.5F - distance, 0.0F, 1.0F);
            std::uint8_t& pixel = pixels[static_cast<std::size_t>(py) * static_cast<std::size_t>(width) +
                                         static_cast<std::size_t>(px)];
            pixel = std::min(pixel, static_cast<std::uint8_t>(std::lround(255 * (1 - cover))));
        }
    }
}

}  // namespace

Result<Bytes> signature_png(const Signature& signature, unsigned dots_per_inch) {
    if (signature.empty() || signature.width_mm <= 0 || signature.height_mm <= 0 || dots_per_inch < 50 ||
        dots_per_inch > 600) {
        return fail(Code::invalid_input,
                    "a signature needs strokes, a pad's size and 50 to 600 dots per inch");
    }
    const float scale = static_cast<float>(dots_per_inch) / 25.4F;
    const int width = static_cast<int>(std::ceil(std::min(signature.width_mm, 1000.0F) * scale));
    const int height = static_cast<int>(std::ceil(std::min(signature.height_mm, 1000.0F) * scale));
    Bytes pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255);
    const float radius = tuning::kPenMm / 2 * scale;
    for (const auto& stroke : signature.strokes) {
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const PointMm from = stroke[i == 0 ? 0 : i - 1];
            const PointMm to = stroke[i];
            const float length = std::hypot(to.x - from.x, to.y - from.y) * scale;
            const int steps = std::max(1, static_cast<int>(length / std::max(0.5F, radius * 0.5F)));
            for (int step = 0; step <= steps; ++step) {
                const float share = static_cast<float>(step) / static_cast<float>(steps);
                stamp(pixels, width, height, (from.x + (to.x - from.x) * share) * scale,
                      (from.y + (to.y - from.y) * share) * scale, radius);
            }
        }
    }
    return png_bytes(pixels, static_cast<unsigned>(width), static_cast<unsigned>(height), PixelKind::grey,
                     dots_per_inch);
}

}  // namespace ardager::ui
