// A sound card that only remembers: the PCM it was given, and switches for one that is missing, breaks or
// hangs. What it remembers is shared, so that a test still reads it when the voice is gone. Any thread.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "hw/audio_sink.h"

namespace ardager::hw {

class FakeAudioSink final : public AudioSink {
public:
    struct Recording {
        mutable std::mutex mutex;
        mutable std::condition_variable changed;
        std::vector<std::int16_t> samples;
        std::vector<unsigned> rates;  // of each open()
        bool is_open = false;
        bool missing = false;    // open() fails
        bool broken = false;     // play() fails
        bool hanging = false;    // play() does not come back
        bool is_inside = false;  // somebody waits in play()

        /// Changes or reads the recording under its lock.
        template <class Do>
        auto with(const Do& act) {
            const std::lock_guard lock(mutex);
            changed.notify_all();
            return act(*this);
        }
        /// Waits until it is so; false after a time in which a working voice has long done it.
        template <class Is>
        [[nodiscard]] bool comes_to(const Is& is) {
            std::unique_lock lock(mutex);
            return changed.wait_for(lock, std::chrono::seconds(20), [&] { return is(*this); });
        }
    };
    explicit FakeAudioSink(std::shared_ptr<Recording> recording) : recording_(std::move(recording)) {}

    Result<void> open(unsigned rate) override {
        return recording_->with([&](Recording& r) -> Result<void> {
            if (r.missing) return fail(Code::device, "no sound card");
            r.rates.push_back(rate);
            r.is_open = true;
            return {};
        });
    }
    Result<void> play(Samples samples) override {
        std::unique_lock lock(recording_->mutex);
        recording_->is_inside = true;
        recording_->changed.notify_all();
        recording_->changed.wait(lock, [&] { return !recording_->hanging; });
        recording_->is_inside = false;
        if (recording_->broken) return fail(Code::device, "the sound card was pulled out");
        recording_->samples.insert(recording_->samples.end(), samples.begin(), samples.end());
        recording_->changed.notify_all();
        return {};
    }
    [[nodiscard]] std::chrono::milliseconds left() const override { return {}; }
    void close() override {
        recording_->with([](Recording& r) { r.is_open = false; });
    }

private:
    std::shared_ptr<Recording> recording_;
};

}  // namespace ardager::hw
