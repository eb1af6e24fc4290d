#include "hw/espeak/espeak.h"

#include <espeak-ng/speak_lib.h>

#include <atomic>

#include "hw/tuning.h"

namespace ardager::hw {
namespace {

std::atomic<bool> exists{false};

/// Once for the process: espeak-ng 1.51 waits for ever when it is terminated a second time. Its data stay,
/// two MB.
Result<unsigned> begin() {
    static const int kRate = espeak_Initialize(
        AUDIO_OUTPUT_SYNCHRONOUS, static_cast<int>(kAudioPiece.count()), nullptr, espeakINITIALIZE_DONT_EXIT);
    if (kRate <= 0) return fail(Code::device, "espeak-ng finds no data: install espeak-ng-data");
    return static_cast<unsigned>(kRate);
}

/// espeak-ng asks with each piece whether to go on: 0 goes on, 1 ends. The events carry our Take.
int on_piece(short* samples, int count, espeak_EVENT* events) {
    if (samples == nullptr || count <= 0) return 0;
    const auto* take = static_cast<const Synthesizer::Take*>(events->user_data);
    return (*take)({samples, static_cast<std::size_t>(count)}) ? 0 : 1;
}

}  // namespace

Result<std::unique_ptr<Synthesizer>> EspeakSynthesizer::open() {
    if (exists.exchange(true)) return fail(Code::conflict, "espeak-ng is in use in this process");
    const auto rate = begin();
    if (!rate) {
        exists = false;
        return fail(rate.error());
    }
    espeak_SetSynthCallback(on_piece);
    return std::unique_ptr<Synthesizer>(new EspeakSynthesizer(*rate));
}

EspeakSynthesizer::~EspeakSynthesizer() {
    exists = false;
}

bool EspeakSynthesizer::speaks(VoiceLanguage language) const {
    return espeak_SetVoiceByName(voice_code(language)) == EE_OK;
}

Result<void> EspeakSynthesizer::synthesize(const std::string& text, VoiceLanguage language,
                                           const Take& take) {
    if (!speaks(language))
        return fail(Code::device, std::string("espeak-ng has no voice for ") + voice_code(language));
    espeak_SetParameter(espeakRATE, kSpeechWordsPerMinute, 0);
    const auto done = espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8,
                                   nullptr, const_cast<Take*>(&take));
    if (done != EE_OK) return fail(Code::device, "espeak-ng ended with " + std::to_string(done));
    return {};
}

}  // namespace ardager::hw
