// Recorded speech: reads a clip that an employee put into assets/clips/<language>/<key>.wav. Only what every
// recorder writes: RIFF WAVE, PCM, 16 bits, one channel. Read by hand and strictly: the libraries that read
// it bring eight codecs into a process that holds personal data. Any thread.
#pragma once

#include <filesystem>
#include <vector>

#include "hw/voice.h"
#include "kiosk/base/bytes.h"

namespace ardager::hw {

struct Clip {
    unsigned rate = 0;  // Hz
    std::vector<std::int16_t> samples;
};

/// Error: invalid_input unless the bytes are such a file, whole, 8 to 48 kHz, at most kLongestClip.
[[nodiscard]] Result<Clip> parse_clip(ByteView wav);
/// Errors: not_found; else as parse_clip.
[[nodiscard]] Result<Clip> read_clip(const std::filesystem::path& folder, const SpokenPart& part);

}  // namespace ardager::hw
