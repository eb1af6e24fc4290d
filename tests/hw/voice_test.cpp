// The voice's thread between a synthesizer and a sound card, and espeak-ng itself.
#include <cmath>

#include "hw/alsa/alsa_sink.h"
#include "hw/clip.h"
#include "hw/espeak/espeak.h"
#include "hw/fake/fake_audio_sink.h"
#include "hw/voice_thread.h"
#include "kiosk/base/files.h"
#include "temporary_folder.h"

using namespace ardager;
using namespace ardager::hw;

namespace {

constexpr std::int16_t kLoud = 20'000;

/// Says a text as 10 ms of loud samples a character; a text of "∞" never ends by itself.
class Drone final : public Synthesizer {
public:
    [[nodiscard]] unsigned rate() const override { return 8'000; }
    [[nodiscard]] bool speaks(VoiceLanguage) const override { return true; }
    Result<void> synthesize(const std::string& text, VoiceLanguage, const Take& take) override {
        const std::vector<std::int16_t> piece(80, kLoud);
        for (std::size_t i = 0; text == "∞" || i < text.size(); ++i)
            if (!take(piece)) break;
        return {};
    }
};

using Recording = FakeAudioSink::Recording;

/// A voice whose sound card is a recording.
struct Bench {
    explicit Bench(std::filesystem::path clips = {}) {
        voice = std::make_unique<VoiceThread>(VoiceThread::Parts{
            []() -> Result<std::unique_ptr<Synthesizer>> { return std::make_unique<Drone>(); },
            std::make_unique<FakeAudioSink>(card), std::move(clips), std::chrono::milliseconds(50)});
    }
    void says(const std::string& text, const std::string& clip = {}) {
        voice->say({{clip, text, VoiceLanguage::kk}});
    }
    /// Sound of at least so many samples has reached the card.
    [[nodiscard]] bool hears(std::size_t samples) {
        return card->comes_to([&](const Recording& r) { return r.samples.size() >= samples; });
    }
    [[nodiscard]] bool falls_silent() {
        return card->comes_to([&](const Recording& r) { return !r.is_open && r.samples.size() > 0; });
    }
    [[nodiscard]] std::int16_t loudest() {
        return card->with([](Recording& r) {
            return r.samples.empty() ? std::int16_t{0}
                                     : *std::max_element(r.samples.begin(), r.samples.end());
        });
    }
    std::shared_ptr<Recording> card = std::make_shared<Recording>();
    std::unique_ptr<VoiceThread> voice;
};

/// The voice's thread tells nobody about its state: looked at again and again, as the frame loop does.
bool comes_to(const Voice& voice, VoiceState wanted) {
    for (int turn = 0; turn < 10'000'000; ++turn) {
        if (voice.state() == wanted) return true;
        std::this_thread::yield();
    }
    return false;
}

void put(Bytes& bytes, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void put(Bytes& bytes, std::string_view text) {
    bytes.insert(bytes.end(), text.begin(), text.end());
}

struct Wav {
    std::uint32_t format = 1, channels = 1, rate = 16'000, bits = 16, samples = 160;
    [[nodiscard]] Bytes bytes() const {
        Bytes wav;
        put(wav, "RIFF");
        put(wav, 36 + 2 * samples, 4);
        put(wav, "WAVEfmt ");
        put(wav, 16, 4);
        put(wav, format, 2);
        put(wav, channels, 2);
        put(wav, rate, 4);
        put(wav, rate * channels * bits / 8, 4);
        put(wav, channels * bits / 8, 2);
        put(wav, bits, 2);
        put(wav, "LIST");  // what recorders like to add
        put(wav, 3, 4);
        put(wav, "abc");
        wav.push_back(0);
        put(wav, "data");
        put(wav, 2 * samples, 4);
        for (std::uint32_t i = 0; i < samples; ++i) put(wav, 1000, 2);
        return wav;
    }
};

void keep(const std::filesystem::path& folder, const char* name, const Bytes& bytes) {
    std::filesystem::create_directories(folder / "kk");
    REQUIRE(write_file(folder / "kk" / name, bytes));
}

}  // namespace

TEST_CASE("a sentence reaches the sound card, which is then given back", "[hw][voice]") {
    Bench bench;
    bench.says("Қош келдіңіз");
    REQUIRE(bench.falls_silent());
    CHECK(bench.card->with([](Recording& r) { return r.rates.back(); }) == 8'000);
    CHECK(bench.loudest() > 0);
}

TEST_CASE("what is said next cuts what is being said", "[hw][voice]") {
    Bench bench;
    bench.says("∞");
    REQUIRE(bench.hears(1'000));
    CHECK(bench.voice->state() == VoiceState::speaking);
    bench.says("a");
    CHECK(bench.falls_silent());  // the endless one has ended
}

TEST_CASE("stop and the end of a session silence the voice", "[hw][voice]") {
    const bool session = GENERATE(false, true);
    Bench bench;
    bench.says("∞");
    REQUIRE(bench.hears(1'000));
    if (session)
        bench.voice->end_session();
    else
        bench.voice->stop();
    CHECK(bench.falls_silent());
}

TEST_CASE("a sound card that hangs keeps nobody waiting", "[hw][voice]") {
    Bench bench;
    bench.card->with([](Recording& r) { r.hanging = true; });
    bench.says("a");
    REQUIRE(bench.card->comes_to([](const Recording& r) { return r.is_inside; }));
    // Each returns while the card does not; a call that waited would never come back.
    bench.says("b");
    bench.voice->stop();
    bench.voice->end_session();
    bench.voice->set_volume(kLoudestVolume);
    CHECK(bench.voice->state() == VoiceState::speaking);
    bench.voice.reset();  // leaves the thread behind after its patience
    CHECK(bench.card->with([](Recording& r) { return r.is_inside; }));
    bench.card->with([](Recording& r) { r.hanging = false; });
    CHECK(bench.card->comes_to([](const Recording& r) { return !r.is_open; }));
}

TEST_CASE("without a sound card the voice is unavailable, and looks again between sessions", "[hw][voice]") {
    const auto card = std::make_shared<Recording>();
    card->missing = true;
    VoiceThread voice({[]() -> Result<std::unique_ptr<Synthesizer>> { return std::make_unique<Drone>(); },
                       std::make_unique<FakeAudioSink>(card),
                       {}});
    REQUIRE(comes_to(voice, VoiceState::unavailable));
    for (int turn = 0; turn < 100; ++turn) {
        voice.say({{"", "a", VoiceLanguage::ru}});
        voice.stop();  // before or after the card was asked for: it stays missing
    }
    REQUIRE(comes_to(voice, VoiceState::unavailable));
    card->with([](Recording& r) { r.missing = false; });
    voice.end_session();
    CHECK(comes_to(voice, VoiceState::silent));
    CHECK(card->with([](Recording& r) { return !r.is_open && r.samples.empty(); }));
}

TEST_CASE("volume stays within its steps and is normal for the next person", "[hw][voice]") {
    struct Row {
        unsigned asked, set;
    };
    const auto row =
        GENERATE(values<Row>({{0, kNormalVolume}, {1, 1}, {2, 2}, {3, kLoudestVolume}, {99, 2}}));
    Bench bench;
    bench.voice->set_volume(row.asked);
    CHECK(bench.voice->volume() == row.set);
    bench.says("a");
    REQUIRE(bench.falls_silent());
    CHECK(bench.loudest() == static_cast<std::int16_t>(kLoud * kVolumeGains[row.set - kNormalVolume]));
    bench.voice->end_session();
    CHECK(bench.voice->volume() == kNormalVolume);
}

TEST_CASE("a recorded clip of the key is played instead of the synthesizer", "[hw][voice]") {
    const TemporaryFolder folder;
    keep(folder.path(), "voice_on.wav", Wav{}.bytes());
    Bench bench(folder.path());
    bench.says("a", "voice_on");
    REQUIRE(bench.falls_silent());
    CHECK(bench.card->with(
              [](Recording& r) { return std::count(r.rates.begin(), r.rates.end(), 16'000U); }) == 1);
    CHECK(bench.loudest() == 500);
}

TEST_CASE("a missing or broken clip leaves the sentence to the synthesizer", "[hw][voice]") {
    const TemporaryFolder folder;
    keep(folder.path(), "voice_off.wav", {'R', 'I', 'F', 'F'});
    Bench bench(folder.path());
    const auto* key = GENERATE("voice_off", "voice_louder", "../kk/voice_off", "");
    bench.says("a", key);
    REQUIRE(bench.falls_silent());
    CHECK(bench.loudest() == kLoud / 2);
}

TEST_CASE("a clip is PCM, 16 bits, one channel, and whole", "[hw][voice]") {
    struct Row {
        const char* what;
        Wav wav;
        bool good;
    };
    const auto row = GENERATE(values<Row>({{"as asked", {}, true},
                                           {"a telephone's rate", {1, 1, 8'000}, true},
                                           {"compressed", {7}, false},
                                           {"stereo", {1, 2}, false},
                                           {"24 bits", {1, 1, 16'000, 24}, false},
                                           {"too fast", {1, 1, 96'000}, false},
                                           {"no rate", {1, 1, 0}, false},
                                           {"over a minute", {1, 1, 8'000, 16, 8'000 * 61}, false},
                                           {"empty", {1, 1, 16'000, 16, 0}, false}}));
    CAPTURE(row.what);
    const auto clip = parse_clip(row.wav.bytes());
    CHECK(clip.has_value() == row.good);
    if (clip) CHECK(clip->samples == std::vector<std::int16_t>(160, 1000));
}

TEST_CASE("a clip that is cut off anywhere is refused", "[hw][voice]") {
    const Bytes whole = Wav{}.bytes();
    for (std::size_t size = 0; size < whole.size(); ++size)
        REQUIRE_FALSE(parse_clip(ByteView(whole).first(size)));
}
