#include "hw/voice.h"

#include <array>

namespace ardager::hw {

const char* voice_code(VoiceLanguage language) {
    constexpr std::array kCodes{"kk", "ru", "en"};
    return kCodes[static_cast<std::size_t>(language)];
}

}  // namespace ardager::hw
