// A voice nobody hears: keeps what was said, for tests and the dev world. Any thread.
#pragma once

#include <algorithm>
#include <mutex>

#include "hw/tuning.h"
#include "hw/voice.h"

namespace ardager::hw {

class FakeVoice final : public Voice {
public:
    void say(Utterance utterance) override {
        const std::lock_guard lock(mutex_);
        now_ = utterance;
        if (!utterance.empty()) said_.push_back(std::move(utterance));
        if (said_.size() > kKept) said_.erase(said_.begin());
    }
    void stop() override { say({}); }
    void set_volume(unsigned step) override {
        const std::lock_guard lock(mutex_);
        volume_ = std::clamp(step, kNormalVolume, kLoudestVolume);
    }
    [[nodiscard]] unsigned volume() const override {
        const std::lock_guard lock(mutex_);
        return volume_;
    }
    void end_session() override {
        stop();
        set_volume(kNormalVolume);
    }
    [[nodiscard]] VoiceState state() const override {
        const std::lock_guard lock(mutex_);
        if (missing_) return VoiceState::unavailable;
        return now_.empty() ? VoiceState::silent : VoiceState::speaking;
    }

    /// No sound card.
    void set_missing(bool missing) {
        const std::lock_guard lock(mutex_);
        missing_ = missing;
    }
    /// What sounds now: until it is replaced or stopped.
    [[nodiscard]] Utterance now() const {
        const std::lock_guard lock(mutex_);
        return now_;
    }
    /// The last utterances, oldest first.
    [[nodiscard]] std::vector<Utterance> said() const {
        const std::lock_guard lock(mutex_);
        return said_;
    }

private:
    static constexpr std::size_t kKept = 200;
    mutable std::mutex mutex_;
    std::vector<Utterance> said_;
    Utterance now_;
    unsigned volume_ = kNormalVolume;
    bool missing_ = false;
};

}  // namespace ardager::hw
