// The voice that is heard: recorded clips where there are some, synthesized speech otherwise, on a thread of
// its own that alone touches the synthesizer and the sink. say() and stop() leave a wish and return; the
// thread looks at it between pieces of kAudioPiece. A sink or synthesizer that hangs keeps only this thread.
// Calls: the frame loop; state() and volume(): any thread.
#pragma once

#include <filesystem>
#include <memory>

#include "hw/synthesizer.h"
#include "hw/tuning.h"

namespace ardager::hw {

class VoiceThread final : public Voice {
public:
    struct Parts {
        /// Called on the voice's thread, again later while it fails: data files and cards may take their
        /// time.
        std::function<Result<std::unique_ptr<Synthesizer>>()> open_synthesizer;
        std::unique_ptr<AudioSink> sink;
        std::filesystem::path clips = {};  // assets/clips
        std::chrono::milliseconds stop_patience = kVoiceStopPatience;
    };
    explicit VoiceThread(Parts parts);
    /// Cuts the speech and gives the thread the patience to end; else leaves it behind.
    ~VoiceThread() override;
    VoiceThread(const VoiceThread&) = delete;
    VoiceThread& operator=(const VoiceThread&) = delete;

    void say(Utterance utterance) override;
    void stop() override;
    void set_volume(unsigned step) override;
    [[nodiscard]] unsigned volume() const override;
    void end_session() override;
    [[nodiscard]] VoiceState state() const override;

private:
    struct State;
    std::shared_ptr<State> state_;  // shared with the thread: a hung driver outlives this object
};

}  // namespace ardager::hw
