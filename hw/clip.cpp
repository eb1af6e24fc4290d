#include "hw/clip.h"

#include <cstring>

#include "hw/tuning.h"
#include "kiosk/base/files.h"

namespace ardager::hw {
namespace {

constexpr std::size_t kChunkHead = 8;
constexpr std::uint32_t kPcm = 1;

bool is_named(ByteView bytes, std::size_t at, std::string_view name) {
    return as_text(bytes.subspan(at, name.size())) == name;
}

/// Little-endian, as RIFF has it.
std::uint32_t number_at(ByteView bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value |= std::uint32_t{bytes[at + i]} << (8 * i);
    return value;
}

/// The content of the first chunk of this name; empty when there is none or it is cut off.
ByteView chunk(ByteView wav, std::string_view name) {
    for (std::size_t at = 12; at + kChunkHead <= wav.size();) {
        const std::size_t size = number_at(wav, at + 4, 4);
        if (size > wav.size() - at - kChunkHead) return {};
        if (is_named(wav, at, name)) return wav.subspan(at + kChunkHead, size);
        at += kChunkHead + size + size % 2;  // chunks begin at even places
    }
    return {};
}

/// A key becomes a file's name: nothing in it may lead out of the folder.
bool is_plain(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

}  // namespace

Result<Clip> parse_clip(ByteView wav) {
    const auto bad = [](const char* what) { return fail(Code::invalid_input, what); };
    if (wav.size() < 12 || !is_named(wav, 0, "RIFF") || !is_named(wav, 8, "WAVE"))
        return bad("not a WAV file");
    const ByteView format = chunk(wav, "fmt ");
    if (format.size() < 16) return bad("a WAV file without its format");
    if (number_at(format, 0, 2) != kPcm || number_at(format, 2, 2) != 1 || number_at(format, 14, 2) != 16)
        return bad("record it as PCM, 16 bits, one channel");
    Clip clip;
    clip.rate = number_at(format, 4, 4);
    if (clip.rate < kLowestClipRate || clip.rate > kHighestClipRate) return bad("record it at 8 to 48 kHz");
    const ByteView data = chunk(wav, "data");
    if (data.size() < 2) return bad("no sound, or cut off");
    clip.samples.resize(data.size() / 2);
    if (clip.samples.size() / clip.rate > static_cast<std::size_t>(kLongestClip.count()))
        return bad("longer than a minute");
    for (std::size_t i = 0; i < clip.samples.size(); ++i)
        clip.samples[i] = static_cast<std::int16_t>(number_at(data, 2 * i, 2));
    return clip;
}

Result<Clip> read_clip(const std::filesystem::path& folder, const SpokenPart& part) {
    if (!is_plain(part.clip)) return fail(Code::not_found, "no clip");
    const auto bytes =
        TRY(read_file(folder / voice_code(part.language) / (part.clip + ".wav"), kLargestClip));
    return parse_clip(bytes);
}

}  // namespace ardager::hw
