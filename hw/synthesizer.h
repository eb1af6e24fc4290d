// Makes speech of text. hw/espeak is the real one. Owned and called by the voice's thread only.
#pragma once

#include <functional>
#include <string>

#include "hw/audio_sink.h"
#include "hw/voice.h"

namespace ardager::hw {

class Synthesizer {
public:
    virtual ~Synthesizer() = default;
    /// Takes a piece; false ends the synthesis.
    using Take = std::function<bool(Samples)>;

    /// Hz of what synthesize() makes.
    [[nodiscard]] virtual unsigned rate() const = 0;
    [[nodiscard]] virtual bool speaks(VoiceLanguage language) const = 0;
    /// Hands the speech to `take` in pieces as they are made. Errors: device (no such voice, the engine
    /// failed).
    virtual Result<void> synthesize(const std::string& text, VoiceLanguage language, const Take& take) = 0;
};

}  // namespace ardager::hw
