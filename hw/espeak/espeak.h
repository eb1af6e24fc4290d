// Speech from espeak-ng: Kazakh, Russian and English without a network. espeak-ng keeps one state for the
// whole process, so at most one of these exists at a time; it belongs to the voice's thread. Plays nothing
// itself.
#pragma once

#include <memory>

#include "hw/synthesizer.h"

namespace ardager::hw {

class EspeakSynthesizer final : public Synthesizer {
public:
    /// Error: device when espeak-ng's data (espeak-ng-data) cannot be read; conflict when one exists already.
    [[nodiscard]] static Result<std::unique_ptr<Synthesizer>> open();
    ~EspeakSynthesizer() override;
    EspeakSynthesizer(const EspeakSynthesizer&) = delete;
    EspeakSynthesizer& operator=(const EspeakSynthesizer&) = delete;

    [[nodiscard]] unsigned rate() const override { return rate_; }
    [[nodiscard]] bool speaks(VoiceLanguage language) const override;
    Result<void> synthesize(const std::string& text, VoiceLanguage language, const Take& take) override;

private:
    explicit EspeakSynthesizer(unsigned rate) : rate_(rate) {}
    unsigned rate_;
};

}  // namespace ardager::hw
