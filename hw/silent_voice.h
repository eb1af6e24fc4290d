// The voice of a kiosk that must be silent (device.audio = "none"): it is never there. Any thread.
#pragma once

#include "hw/tuning.h"
#include "hw/voice.h"

namespace ardager::hw {

class SilentVoice final : public Voice {
public:
    void say(Utterance) override {}
    void stop() override {}
    void set_volume(unsigned) override {}
    [[nodiscard]] unsigned volume() const override { return kNormalVolume; }
    void end_session() override {}
    [[nodiscard]] VoiceState state() const override { return VoiceState::unavailable; }
};

}  // namespace ardager::hw
