// What goes between the kiosk and its camera program: a wish in, frames out until somebody ends it, or a
// trouble. Shapes: the wish is one line of JSON; each message begins with a head of kHeadBytes, then come a
// frame's pixels or a trouble's words. Both ends of one build; no format to keep stable.
#pragma once

#include <array>

#include "hw/camera.h"
#include "hw/tuning.h"

namespace ardager::hw::gstreamer {

struct CameraWish {
    std::string source;  // GStreamer elements that give raw video: `v4l2src device=/dev/video0`
    unsigned frames_per_second = kCameraFramesPerSecond;
    unsigned most_width = kMostCameraWidth;
    unsigned most_height = kMostCameraHeight;
};

/// What went wrong: the state for the board and the sentence for staff.
struct Trouble {
    CameraState state = CameraState::fault;
    std::string detail;
};

enum class Kind : std::uint32_t { frame = 0x41524446, trouble = 0x41524454 };  // `ARDF`, `ARDT`

inline constexpr std::size_t kHeadBytes = 12;
/// Three numbers, big-endian: the kind; width and height, or state and length of the words.
struct Head {
    Kind kind = Kind::frame;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
};
using HeadBytes = std::array<std::uint8_t, kHeadBytes>;

[[nodiscard]] std::string encode_wish(const CameraWish& wish);
/// Error: invalid_input.
[[nodiscard]] Result<CameraWish> decode_wish(std::string_view text);
[[nodiscard]] Bytes encode_head(const Head& head);
/// Error: invalid_input for what is no head, a frame that is empty or larger than kMostCameraWidth ×
/// kMostCameraHeight, or words longer than kMostWishBytes.
[[nodiscard]] Result<Head> decode_head(const HeadBytes& bytes);

}  // namespace ardager::hw::gstreamer
