#include "hw/camera_preview.h"

#include <algorithm>

namespace ardager::hw {

GreyImage mirrored_preview(const CameraFrame& frame, unsigned side) {
    if (frame.width == 0 || frame.height == 0 || frame.grey.size() != std::size_t{frame.width} * frame.height)
        return {};
    const unsigned longer = std::max(frame.width, frame.height);
    const unsigned box = std::max(1U, (longer + side - 1) / std::max(1U, side));
    GreyImage image{std::max(1U, frame.width / box), std::max(1U, frame.height / box), {}};
    const unsigned box_width = std::min(box, frame.width);
    const unsigned box_height = std::min(box, frame.height);
    image.pixels.reserve(std::size_t{image.width} * image.height);
    for (unsigned row = 0; row < image.height; ++row) {
        for (unsigned column = image.width; column-- > 0;) {
            unsigned sum = 0;
            for (unsigned y = 0; y < box_height; ++y) {
                const auto* first =
                    frame.grey.data() + std::size_t{row * box + y} * frame.width + std::size_t{column} * box;
                for (unsigned x = 0; x < box_width; ++x) sum += first[x];
            }
            image.pixels.push_back(static_cast<std::uint8_t>(sum / (box_width * box_height)));
        }
    }
    return image;
}

}  // namespace ardager::hw
