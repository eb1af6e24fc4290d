#include "hw/voice_thread.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>

#include "hw/clip.h"
#include "hw/driver_threads.h"
#include "kiosk/base/log.h"

namespace ardager::hw {

struct VoiceThread::State {
    explicit State(Parts given) : parts(std::move(given)) {}

    // On the voice's thread.
    void run();
    void look();
    void speak(const Utterance& utterance);
    [[nodiscard]] Result<void> speak_part(const SpokenPart& part);
    [[nodiscard]] Result<bool> play_clip(const SpokenPart& part);
    [[nodiscard]] Result<void> open_sink(unsigned rate);
    [[nodiscard]] Result<void> open_synthesizer();
    /// In short pieces; true when all of it was handed over, false when it was cut.
    [[nodiscard]] Result<bool> play(Samples samples);
    void let_sound_out();
    void trouble(const Error& error);

    /// A newer wish is there: whatever is being said ends.
    [[nodiscard]] bool is_cut() {
        const std::lock_guard lock(mutex);
        return stopping || wish != spoken_wish;
    }
    /// What was known before about the sound card.
    [[nodiscard]] VoiceState begin(bool speaking) {
        const std::lock_guard lock(mutex);
        return speaking ? std::exchange(state, VoiceState::speaking) : state;
    }
    void tell(VoiceState fresh) {
        const std::lock_guard lock(mutex);
        state = fresh;
    }
    void want(Utterance utterance) {
        wanted = std::move(utterance);
        ++wish;
        stirred.notify_all();
    }

    Parts parts;
    std::unique_ptr<Synthesizer> synthesizer;  // the voice's thread only, as the five below
    unsigned sink_rate = 0;                    // 0: closed
    std::uint64_t spoken_wish = 0;
    std::vector<std::int16_t> scaled;
    std::set<std::string> broken_clips;  // said once in the log
    std::string last_trouble;

    std::mutex mutex;  // guards all below
    std::condition_variable stirred;
    bool stopping = false;
    bool ended = false;
    bool look_again = true;
    std::uint64_t wish = 0;
    Utterance wanted;
    unsigned volume = kNormalVolume;
    VoiceState state = VoiceState::silent;
};

void VoiceThread::State::run() {
    std::unique_lock lock(mutex);
    while (!stopping) {
        if (wish != spoken_wish) {
            spoken_wish = wish;
            const Utterance utterance = std::exchange(wanted, {});
            lock.unlock();
            speak(utterance);
            lock.lock();
        } else if (std::exchange(look_again, false)) {
            lock.unlock();
            look();
            lock.lock();
        } else {
            stirred.wait(lock, [&] { return stopping || look_again || wish != spoken_wish; });
        }
    }
    lock.unlock();
    synthesizer.reset();
    if (sink_rate != 0) parts.sink->close();
    lock.lock();
    ended = true;
    stirred.notify_all();
}

/// Whether anybody could be spoken to: asked at the start and between sessions.
void VoiceThread::State::look() {
    auto opened = open_synthesizer();
    if (opened) opened = open_sink(synthesizer->rate());
    parts.sink->close();
    sink_rate = 0;
    if (!opened) return trouble(opened.error());
    tell(VoiceState::silent);
}

void VoiceThread::State::trouble(const Error& error) {
    // Once for each trouble: a kiosk without a sound card would otherwise fill the log.
    if (std::exchange(last_trouble, error.detail) != error.detail)
        log(LogLevel::warning, "voice", std::string(code_name(error.code)) + ": " + error.detail);
    tell(VoiceState::unavailable);
}

Result<void> VoiceThread::State::open_synthesizer() {
    if (synthesizer) return {};
    synthesizer = TRY(parts.open_synthesizer());
    return {};
}

Result<void> VoiceThread::State::open_sink(unsigned rate) {
    if (sink_rate == rate) return {};
    let_sound_out();
    if (sink_rate != 0) parts.sink->close();
    sink_rate = 0;
    TRY(parts.sink->open(rate));
    sink_rate = rate;
    return {};
}

void VoiceThread::State::speak(const Utterance& utterance) {
    const VoiceState before = begin(!utterance.empty());
    Result<void> spoken;
    const std::size_t most = std::min(utterance.size(), kMostSpokenParts);
    for (std::size_t i = 0; i < most && spoken && !is_cut(); ++i) spoken = speak_part(utterance[i]);
    if (spoken) let_sound_out();
    const bool sounded = sink_rate != 0;
    if (sounded) parts.sink->close();
    sink_rate = 0;
    if (!spoken) return trouble(spoken.error());
    // Cut before its first sound, it tells nothing about the sound card.
    tell(sounded || before != VoiceState::unavailable ? VoiceState::silent : before);
}

Result<void> VoiceThread::State::speak_part(const SpokenPart& part) {
    bool whole = TRY(play_clip(part));
    if (!whole && !is_cut()) {
        if (part.text.empty() || part.text.size() > kLongestSpokenText) return {};
        TRY(open_synthesizer());
        TRY(open_sink(synthesizer->rate()));
        Result<bool> played = true;
        TRY(synthesizer->synthesize(part.text, part.language, [&](Samples samples) {
            played = play(samples);
            return played && *played;
        }));
        whole = TRY(std::move(played));
    }
    if (!whole) return {};
    const std::vector<std::int16_t> pause(sink_rate * static_cast<std::size_t>(kSentencePause.count()) /
                                          1000);
    TRY(play(pause));
    return {};
}

/// False when the text has to be synthesized, or the clip was cut.
Result<bool> VoiceThread::State::play_clip(const SpokenPart& part) {
    const auto clip = read_clip(parts.clips, part);
    if (!clip) {
        const auto name = std::string(voice_code(part.language)) + "/" + part.clip + ".wav";
        if (clip.error().code != Code::not_found && broken_clips.insert(name).second)
            log(LogLevel::warning, "voice", "clip " + name + ": " + clip.error().detail);
        return false;
    }
    TRY(open_sink(clip->rate));
    return play(clip->samples);
}

Result<bool> VoiceThread::State::play(Samples samples) {
    const std::size_t piece = sink_rate * static_cast<std::size_t>(kAudioPiece.count()) / 1000;
    for (std::size_t at = 0; at < samples.size(); at += piece) {
        float gain = 0;
        {
            const std::lock_guard lock(mutex);
            if (stopping || wish != spoken_wish) return false;
            gain = kVolumeGains[volume - kNormalVolume];
        }
        const Samples part = samples.subspan(at, std::min(piece, samples.size() - at));
        scaled.resize(part.size());
        std::transform(part.begin(), part.end(), scaled.begin(), [&](std::int16_t sample) {
            return static_cast<std::int16_t>(static_cast<float>(sample) * gain);
        });
        TRY(parts.sink->play(scaled));
    }
    return true;
}

/// Until the sink has played what it holds or something else is wanted.
void VoiceThread::State::let_sound_out() {
    if (sink_rate == 0) return;
    const auto left = std::min(parts.sink->left(), kAudioPatience);
    std::unique_lock lock(mutex);
    stirred.wait_for(lock, left, [&] { return stopping || wish != spoken_wish; });
}

VoiceThread::VoiceThread(Parts parts) : state_(std::make_shared<State>(std::move(parts))) {
    start_driver_thread([state = state_] { state->run(); });
}

VoiceThread::~VoiceThread() {
    std::unique_lock lock(state_->mutex);
    state_->stopping = true;
    state_->stirred.notify_all();
    state_->stirred.wait_for(lock, state_->parts.stop_patience, [&] { return state_->ended; });
}

void VoiceThread::say(Utterance utterance) {
    const std::lock_guard lock(state_->mutex);
    state_->want(std::move(utterance));
}

void VoiceThread::stop() {
    say({});
}

void VoiceThread::set_volume(unsigned step) {
    const std::lock_guard lock(state_->mutex);
    state_->volume = std::clamp(step, kNormalVolume, kLoudestVolume);
}

unsigned VoiceThread::volume() const {
    const std::lock_guard lock(state_->mutex);
    return state_->volume;
}

void VoiceThread::end_session() {
    const std::lock_guard lock(state_->mutex);
    state_->want({});
    state_->volume = kNormalVolume;
    state_->look_again = state_->state == VoiceState::unavailable;
    state_->stirred.notify_all();
}

VoiceState VoiceThread::state() const {
    const std::lock_guard lock(state_->mutex);
    return state_->state;
}

}  // namespace ardager::hw
