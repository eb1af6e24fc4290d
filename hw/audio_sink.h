// Where PCM goes: a sound card (hw/alsa) or a recording (hw/fake). Owned and called by the voice's thread
// only, which survives a sink that never returns; nobody else waits for it.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>

#include "kiosk/base/result.h"

namespace ardager::hw {

/// Mono, 16 bits, in the machine's byte order.
using Samples = std::span<const std::int16_t>;

class AudioSink {
public:
    virtual ~AudioSink() = default;
    /// Takes the output for sound of this rate in Hz; opening anew with another rate is allowed. Error:
    /// device.
    virtual Result<void> open(unsigned rate) = 0;
    /// Hands over a short piece; waits while earlier pieces fill the buffer. Error: device.
    virtual Result<void> play(Samples samples) = 0;
    /// How long what was handed over will still sound.
    [[nodiscard]] virtual std::chrono::milliseconds left() const = 0;
    /// Silent at once; gives the output back, so that a kiosk at rest keeps no sound card busy.
    virtual void close() = 0;
};

}  // namespace ardager::hw
