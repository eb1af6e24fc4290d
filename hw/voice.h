// Speaks to a person at the kiosk. hw/voice_thread speaks with espeak-ng or recorded clips; hw/fake serves
// tests and the dev world. Owned by the composition root, called by the frame loop only. No call ever waits:
// not for the synthesizer, not for a sound card, not for one that hangs. What may be said through which
// output is decided before (ui/guide); nothing that is said is logged or kept.
#pragma once

#include <string>
#include <vector>

namespace ardager::hw {

enum class VoiceLanguage { kk, ru, en };
/// `kk`, `ru`, `en`: the name of the synthesizer's voice and of the clips' folder.
[[nodiscard]] const char* voice_code(VoiceLanguage language);

/// One sentence in one language. A recorded clip of this key is played instead of the synthesized text.
struct SpokenPart {
    std::string clip;  // empty: no clip can stand for this text
    std::string text;
    VoiceLanguage language = VoiceLanguage::kk;
    bool operator==(const SpokenPart&) const = default;
};
using Utterance = std::vector<SpokenPart>;

/// What a person hears, not what the driver said. `unavailable` until a later say() or session finds sound.
enum class VoiceState { silent, speaking, unavailable };

class Voice {
public:
    virtual ~Voice() = default;
    /// Cuts what is being said and says this instead. An empty utterance only cuts.
    virtual void say(Utterance utterance) = 0;
    virtual void stop() = 0;
    /// kNormalVolume … kLoudestVolume; anything else becomes the nearest of them.
    virtual void set_volume(unsigned step) = 0;
    [[nodiscard]] virtual unsigned volume() const = 0;
    /// Silent at once, and normal volume for the next person.
    virtual void end_session() = 0;
    [[nodiscard]] virtual VoiceState state() const = 0;
};

}  // namespace ardager::hw
