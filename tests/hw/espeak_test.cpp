// espeak-ng itself: Kazakh, Russian and English become sound.
#include <cmath>

#include "hw/alsa/alsa_sink.h"
#include "hw/espeak/espeak.h"
#include "hw/fake/fake_audio_sink.h"
#include "hw/voice_thread.h"
#include "kiosk/base/text.h"

using namespace ardager;
using namespace ardager::hw;

namespace {

std::unique_ptr<Synthesizer> opened() {
    auto synthesizer = EspeakSynthesizer::open();
    if (!synthesizer) FAIL(synthesizer.error().detail);
    return std::move(*synthesizer);
}

std::vector<std::int16_t> speech(Synthesizer& synthesizer, const std::string& text, VoiceLanguage language) {
    std::vector<std::int16_t> all;
    const auto done = synthesizer.synthesize(text, language, [&](Samples samples) {
        all.insert(all.end(), samples.begin(), samples.end());
        return true;
    });
    REQUIRE(done);
    return all;
}

double root_mean_square(const std::vector<std::int16_t>& samples) {
    double sum = 0;
    for (const auto sample : samples) sum += static_cast<double>(sample) * sample;
    return std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, samples.size())));
}

struct Row {
    VoiceLanguage language;
    const char* text;
};
constexpr std::array<Row, 3> kSentences{
    {{VoiceLanguage::kk, "Ұлы Отан соғысының ардагері куәлігіне өтінішті осы жерде беруге болады."},
     {VoiceLanguage::ru, "Заявление на удостоверение ветерана Великой Отечественной войны подают здесь."},
     {VoiceLanguage::en, "You can apply for the certificate of a veteran of the Great Patriotic War here."}}};

}  // namespace

TEST_CASE("a sentence in each language is heard, as long as it takes to say it", "[hw][voice]") {
    const auto row = GENERATE(from_range(kSentences));
    CAPTURE(voice_code(row.language));
    const auto synthesizer = opened();
    REQUIRE(synthesizer->speaks(row.language));
    const auto samples = speech(*synthesizer, row.text, row.language);
    CHECK(root_mean_square(samples) > 500);  // of 32767: silence and hum stay far below
    const double seconds = static_cast<double>(samples.size()) / synthesizer->rate();
    const double characters_a_second = static_cast<double>(count_characters(row.text)) / seconds;
    CAPTURE(seconds, characters_a_second);
    CHECK(characters_a_second > 7);  // nothing is spelled letter by letter
    CHECK(characters_a_second < 20);
    const auto half =
        speech(*synthesizer, std::string(row.text).substr(0, std::string(row.text).find(' ')), row.language);
    CHECK(half.size() < samples.size() / 2);
}

TEST_CASE("Kazakh and Russian read the same letters differently", "[hw][voice]") {
    const auto synthesizer = opened();
    const std::string text = "Өтініш қабылданды";
    // The engine breathes a little differently each time: lengths within a language are near, not equal.
    const auto length = [&](VoiceLanguage language) {
        return static_cast<double>(speech(*synthesizer, text, language).size());
    };
    const double kazakh = length(VoiceLanguage::kk);
    CHECK(length(VoiceLanguage::kk) == Approx(kazakh).epsilon(0.03));
    CHECK_FALSE(length(VoiceLanguage::ru) == Approx(kazakh).epsilon(0.1));
}

TEST_CASE("speech ends at the piece that is refused", "[hw][voice]") {
    const auto synthesizer = opened();
    int pieces = 0;
    REQUIRE(synthesizer->synthesize(kSentences[0].text, VoiceLanguage::kk, [&](Samples samples) {
        CHECK(samples.size() < synthesizer->rate() / 5);  // short enough to be cut in time
        return ++pieces < 3;
    }));
    CHECK(pieces == 3);
    CHECK_FALSE(speech(*synthesizer, "Дайын", VoiceLanguage::kk).empty());
}

TEST_CASE("one espeak-ng at a time", "[hw][voice]") {
    auto first = opened();
    CHECK(EspeakSynthesizer::open().error().code == Code::conflict);
    first.reset();
    CHECK(EspeakSynthesizer::open());
}

TEST_CASE("the whole voice speaks Kazakh into a sound card", "[hw][voice]") {
    const auto card = std::make_shared<FakeAudioSink::Recording>();
    VoiceThread voice({EspeakSynthesizer::open, std::make_unique<FakeAudioSink>(card), {}});
    voice.say({{"", "Қолхатты принтерден алып, сақтап қойыңыз.", VoiceLanguage::kk}});
    REQUIRE(card->comes_to([](const auto& r) { return !r.is_open && r.samples.size() > 20'000; }));
    card->with([](const auto& r) { CHECK(root_mean_square(r.samples) > 250); });
}

TEST_CASE("a sound card that is not there is named", "[hw][voice]") {
    AlsaSink sink("no_such_card");
    const auto opened_card = sink.open(22'050);
    REQUIRE_FALSE(opened_card);
    CHECK(opened_card.error().code == Code::device);
    CHECK(opened_card.error().detail.find("no_such_card") != std::string::npos);
    CHECK_FALSE(sink.play(std::array<std::int16_t, 1>{0}));
    CHECK(sink.left().count() == 0);
}

TEST_CASE("ALSA's null card takes a sentence's worth of sound", "[hw][voice]") {
    AlsaSink sink("null");
    REQUIRE(sink.open(22'050));
    const std::vector<std::int16_t> second(22'050, 100);
    CHECK(sink.play(second));
    sink.close();
}
