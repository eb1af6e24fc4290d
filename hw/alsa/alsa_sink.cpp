#include "hw/alsa/alsa_sink.h"

#include <alsa/asoundlib.h>

#include "hw/tuning.h"

namespace ardager::hw {
namespace {

constexpr unsigned kMicroseconds = 1000;

/// ALSA tells standard error about each card that is not there; our caller says it once, in words for staff.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}

tl::unexpected<Error> trouble(const std::string& device, long code) {
    return fail(Code::device, "sound through ALSA's " + device + ": " + snd_strerror(static_cast<int>(code)));
}

}  // namespace

struct AlsaSink::Pcm {
    ~Pcm() {
        snd_pcm_drop(handle);
        snd_pcm_close(handle);
    }
    snd_pcm_t* handle = nullptr;
    unsigned rate = 0;
};

AlsaSink::AlsaSink(std::string device) : device_(std::move(device)) {
    snd_lib_error_set_handler(say_nothing);
}

AlsaSink::~AlsaSink() = default;

Result<void> AlsaSink::open(unsigned rate) {
    pcm_.reset();
    snd_pcm_t* handle = nullptr;
    const int opened = snd_pcm_open(&handle, device_.c_str(), SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
    if (opened < 0) return trouble(device_, opened);
    auto pcm = std::make_unique<Pcm>();
    pcm->handle = handle;
    pcm->rate = rate;
    const int set = snd_pcm_set_params(handle, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, rate, 1,
                                       static_cast<unsigned>(kAudioBuffer.count()) * kMicroseconds);
    if (set < 0) return trouble(device_, set);
    pcm_ = std::move(pcm);
    return {};
}

Result<void> AlsaSink::play(Samples samples) {
    if (!pcm_) return fail(Code::device, "sound through ALSA's " + device_ + ": not open");
    while (!samples.empty()) {
        const auto written = snd_pcm_writei(pcm_->handle, samples.data(), samples.size());
        if (written > 0) {
            samples = samples.subspan(static_cast<std::size_t>(written));
        } else if (written == -EAGAIN || written == 0) {
            const int ready = snd_pcm_wait(pcm_->handle, static_cast<int>(kAudioPatience.count()));
            if (ready == 0) return fail(Code::device, "sound through ALSA's " + device_ + " has stopped");
            if (ready < 0 && snd_pcm_recover(pcm_->handle, ready, 1) < 0) return trouble(device_, ready);
        } else if (snd_pcm_recover(pcm_->handle, static_cast<int>(written), 1) < 0) {
            return trouble(device_, written);
        }
    }
    return {};
}

std::chrono::milliseconds AlsaSink::left() const {
    snd_pcm_sframes_t frames = 0;
    if (!pcm_) return {};
    // A last piece shorter than the device's start threshold would otherwise never begin.
    if (snd_pcm_state(pcm_->handle) == SND_PCM_STATE_PREPARED) snd_pcm_start(pcm_->handle);
    if (snd_pcm_delay(pcm_->handle, &frames) < 0 || frames <= 0) return {};
    return std::chrono::milliseconds(frames * 1000 / static_cast<snd_pcm_sframes_t>(pcm_->rate) + 1);
}

void AlsaSink::close() {
    pcm_.reset();
}

}  // namespace ardager::hw
