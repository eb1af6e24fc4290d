// Sound through ALSA's `default` device: a sound card, or whatever sound server an administrator put behind
// that name. Never waits longer than kAudioPatience. The voice's thread only.
#pragma once

#include <memory>

#include "hw/audio_sink.h"

namespace ardager::hw {

class AlsaSink final : public AudioSink {
public:
    explicit AlsaSink(std::string device = "default");
    ~AlsaSink() override;
    AlsaSink(const AlsaSink&) = delete;
    AlsaSink& operator=(const AlsaSink&) = delete;

    Result<void> open(unsigned rate) override;
    Result<void> play(Samples samples) override;
    [[nodiscard]] std::chrono::milliseconds left() const override;
    void close() override;

private:
    struct Pcm;
    std::string device_;
    std::unique_ptr<Pcm> pcm_;
};

}  // namespace ardager::hw
