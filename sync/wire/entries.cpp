#include <charconv>

#include "sync/wire/line_reader.h"
#include "sync/wire/messages.h"
#include "sync/wire/tuning.h"

namespace ardager::wire {
namespace {

/// Header, digests and keys of a line; the payload comes on top.
constexpr std::size_t kLineOverheadBytes = 560;

template <class Number>
void put_number(std::string& out, Number value) {
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    out.append(digits, end);
}

void put_digest(std::string& out, const char* key, const Digest& digest) {
    constexpr char kHex[] = "0123456789abcdef";
    char text[64];
    for (std::size_t i = 0; i < 32; ++i) {
        text[2 * i] = kHex[digest.bytes[i] >> 4];
        text[2 * i + 1] = kHex[digest.bytes[i] & 15U];
    }
    out.append(key).append(text, 64).append("\"");
}

void put_entry(std::string& out, const WireEntry& item) {
    const Entry& entry = item.entry;
    out += "{\"seq\":";
    put_number(out, entry.seq);
    out.append(",\"id\":\"").append(entry.id.text()).append("\",\"type\":");
    put_text(out, entry.type);
    out += ",\"at_ms\":";
    put_number(out, entry.at.time_since_epoch().count());
    out += ",\"clock\":{\"boot_id\":";
    put_text(out, entry.clock.boot_id);
    out += ",\"monotonic_ms\":";
    put_number(out, entry.clock.monotonic_ms);
    out += ",\"offset_ms\":";
    if (entry.clock.offset)
        put_number(out, entry.clock.offset->count());
    else
        out += "null";
    out.append(",\"quality\":\"").append(clock_quality_name(entry.clock.quality));
    put_digest(out, "\"},\"prev\":\"", entry.prev);
    put_digest(out, ",\"payload_sha256\":\"", entry.payload_sha256);
    put_digest(out, ",\"hash\":\"", entry.hash);
    out += ",\"payload\":";
    put_text(out, item.payload);
    out += "}\n";
}

bool read_id(LineReader& line, EntryId& out) {
    std::string text;
    if (!line.text(text)) return false;
    const auto id = EntryId::parse(text);
    if (!id || id->text() != text) return false;
    out = *id;
    return true;
}

bool read_clock(LineReader& line, ClockMark& out) {
    if (!line.literal("{\"boot_id\":") || !line.text(out.boot_id) || out.boot_id.size() > kMostBootIdBytes)
        return false;
    if (!line.literal(",\"monotonic_ms\":") || !line.whole(out.monotonic_ms)) return false;
    if (!line.literal(",\"offset_ms\":")) return false;
    if (!line.literal("null")) {
        std::int64_t offset = 0;
        if (!line.signed_whole(offset)) return false;
        out.offset = Milliseconds(offset);
    }
    std::string name;
    if (!line.literal(",\"quality\":") || !line.text(name)) return false;
    const auto quality = parse_clock_quality(name);
    if (!quality) return false;
    out.quality = *quality;
    return line.literal("}");
}

/// The key that could not be read, or null when the whole line was.
const char* read_entry(LineReader& line, WireEntry& item) {
    Entry& entry = item.entry;
    if (!line.literal("{\"seq\":") || !line.whole(entry.seq) || entry.seq == 0) return "seq";
    if (!line.literal(",\"id\":") || !read_id(line, entry.id)) return "id";
    if (!line.literal(",\"type\":") || !line.text(entry.type) || entry.type.empty()) return "type";
    if (entry.type.size() > kMostTypeBytes) return "type";
    std::int64_t at = 0;
    if (!line.literal(",\"at_ms\":") || !line.signed_whole(at)) return "at_ms";
    entry.at = Instant(Milliseconds(at));
    if (!line.literal(",\"clock\":") || !read_clock(line, entry.clock)) return "clock";
    if (!line.literal(",\"prev\":") || !line.digest(entry.prev)) return "prev";
    if (!line.literal(",\"payload_sha256\":") || !line.digest(entry.payload_sha256)) return "payload_sha256";
    if (!line.literal(",\"hash\":") || !line.digest(entry.hash)) return "hash";
    if (!line.literal(",\"payload\":") || !line.text(item.payload)) return "payload";
    return line.literal("}") && line.at_end() ? nullptr : "the line's end";
}

}  // namespace

std::string encode_entries(const std::vector<WireEntry>& entries) {
    std::size_t size = 0;
    for (const auto& item : entries)
        size += kLineOverheadBytes + item.payload.size() + item.payload.size() / 4;
    std::string out;
    out.reserve(size);
    for (const auto& item : entries) put_entry(out, item);
    return out;
}

Result<std::vector<WireEntry>> decode_entries(std::string_view ndjson) {
    std::vector<WireEntry> entries;
    while (!ndjson.empty()) {
        const std::string number = std::to_string(entries.size() + 1);
        const std::size_t end = ndjson.find('\n');
        if (end == std::string_view::npos)
            return fail(Code::invalid_input, "line " + number + ": no line feed at its end");
        LineReader line(ndjson.substr(0, end));
        if (const char* wrong = read_entry(line, entries.emplace_back()))
            return fail(Code::invalid_input, "line " + number + ", byte " + std::to_string(line.place()) +
                                                 ": " + wrong +
                                                 " is missing, out of order or not as FORMAT.md says");
        ndjson.remove_prefix(end + 1);
    }
    return entries;
}

}  // namespace ardager::wire
