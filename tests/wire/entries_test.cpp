#include <catch2/catch.hpp>

#include "sync/wire/messages.h"

using namespace ardager;
using wire::WireEntry;

namespace {

Digest digest_of(std::uint8_t fill) {
    Digest digest;
    digest.bytes.fill(fill);
    return digest;
}

WireEntry example() {
    WireEntry item;
    item.entry.seq = 118;
    item.entry.id = *EntryId::parse("019abcde-0000-7000-8000-000000000001");
    item.entry.type = "application.accepted";
    item.entry.at = Instant(Milliseconds(1763874900000));
    item.entry.clock = {"1b4e28ba-2fa1-11d2-883f-0016d3cca427", 81234, Milliseconds(-120),
                        ClockQuality::synchronised};
    item.entry.prev = digest_of(0x01);
    item.entry.payload_sha256 = digest_of(0xab);
    item.entry.hash = digest_of(0xff);
    item.payload = "{\"name\":\"Сынақ\"}";
    return item;
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

const std::string kGoldenLine =
    R"({"seq":118,"id":"019abcde-0000-7000-8000-000000000001","type":"application.accepted",)"
    R"("at_ms":1763874900000,)"
    R"("clock":{"boot_id":"1b4e28ba-2fa1-11d2-883f-0016d3cca427",)"
    R"("monotonic_ms":81234,"offset_ms":-120,)"
    R"("quality":"synchronised"},"prev":")" +
    repeat("01", 32) + R"(","payload_sha256":")" + repeat("ab", 32) + R"(","hash":")" + repeat("ff", 32) +
    R"(","payload":"{\"name\":\"Сынақ\"}"})" + "\n";

/// Text of characters that JSON, UTF-8 and shells find hard.
std::string odd_text(Random& random, std::size_t characters) {
    static const std::vector<std::string> kPieces{
        "\"",           "\\",      "\n",   "\r", "\t", "\b",          "\f",           std::string(1, '\0'),
        "\x01",         "\x1f",    "\x7f", "/",  "Ә",  "ұ",           "\xE2\x80\xA8", "\xF0\x9F\x98\x80",
        "\xEF\xBF\xBF", "\\u0041", "a",    "{",  "}",  "\xE2\x80\xAE"};
    std::string out;
    for (std::size_t i = 0; i < characters; ++i) out += kPieces[random.below(kPieces.size())];
    return out;
}

WireEntry odd_entry(Random& random, std::uint64_t seq) {
    WireEntry item = example();
    item.entry.seq = seq;
    item.entry.id =
        EntryId::make(Instant(Milliseconds(static_cast<std::int64_t>(random.below(1ULL << 45)))), random);
    item.entry.type = odd_text(random, 1 + random.below(10));
    item.entry.at = Instant(Milliseconds(static_cast<std::int64_t>(random.next_u64())));
    item.entry.clock.boot_id = odd_text(random, random.below(9));
    item.entry.clock.monotonic_ms = random.next_u64() >> 1;
    if (random.below(2) == 0)
        item.entry.clock.offset.reset();
    else
        item.entry.clock.offset = Milliseconds(static_cast<std::int64_t>(random.next_u64()));
    item.entry.clock.quality = static_cast<ClockQuality>(random.below(3));
    random.fill(item.entry.prev.bytes);
    random.fill(item.entry.hash.bytes);
    item.payload = odd_text(random, random.below(400));
    return item;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("one entry has the bytes that FORMAT.md shows", "[wire]") {
    CHECK(wire::encode_entries({example()}) == kGoldenLine);
}

TEST_CASE("entries with odd bytes come back as they were", "[wire]") {
    const auto seed = GENERATE(range(1, 60));
    CAPTURE(seed);
    SeededRandom random(static_cast<std::uint64_t>(seed));
    std::vector<WireEntry> entries;
    for (std::uint64_t i = 0; i < random.below(20); ++i) entries.push_back(odd_entry(random, 1 + i));
    const auto read = wire::decode_entries(wire::encode_entries(entries));
    REQUIRE(read);
    REQUIRE(read->size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK((*read)[i].entry == entries[i].entry);
        CHECK((*read)[i].payload == entries[i].payload);
    }
}

TEST_CASE("an accepted line has exactly one spelling", "[wire]") {
    const auto seed = GENERATE(range(1, 40));
    CAPTURE(seed);
    SeededRandom random(static_cast<std::uint64_t>(seed));
    const std::string clean = wire::encode_entries({odd_entry(random, 7), odd_entry(random, 8)});
    for (int i = 0; i < 300; ++i) {
        std::string hostile = clean;
        for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes)
            hostile[random.below(hostile.size())] = static_cast<char>(random.below(256));
        const auto read = wire::decode_entries(hostile);
        if (read) CHECK(wire::encode_entries(*read) == hostile);
    }
}

TEST_CASE("a batch cut at any byte is an error unless the cut is between lines", "[wire]") {
    const std::string two = kGoldenLine + replaced(kGoldenLine, "118", "119");
    for (std::size_t size = 1; size < two.size(); ++size) {
        CAPTURE(size);
        const auto read = wire::decode_entries(std::string_view(two).substr(0, size));
        if (size == kGoldenLine.size())
            CHECK(read);
        else
            CHECK_FALSE(read);
    }
}

TEST_CASE("a line that FORMAT.md does not describe is refused with its number", "[wire]") {
    struct Row {
        const char* what;
        const char* find;
        const char* put;
    };
    const auto row = GENERATE(
        Row{"unknown key", "\"type\"", "\"kind\""}, Row{"a key twice", "\"type\"", "\"seq\":118,\"type\""},
        Row{"a missing key", "\"at_ms\":1763874900000,", ""}, Row{"white space", "{\"seq\"", "{ \"seq\""},
        Row{"other order", "\"seq\":118,\"id\"", "\"id\""}, Row{"sequence zero", "118", "0"},
        Row{"leading zero", "118", "0118"}, Row{"negative sequence", "118", "-118"},
        Row{"fraction", "118", "118.0"}, Row{"beyond 63 bits", "118", "9223372036854775808"},
        Row{"beyond 64 bits", "118", "99999999999999999999999"}, Row{"negative zero", "-120", "-0"},
        Row{"upper-case hex", "abab", "ABAB"}, Row{"no quality", "synchronised", "good"},
        Row{"upper-case id", "019abcde", "019ABCDE"}, Row{"another escape", "name", "\\u006eame"},
        Row{"a short escape spelt long", "name", "\\u000a"}, Row{"broken UTF-8", "name", "\xC3\x28"},
        Row{"an overlong NUL", "name", "\xC0\x80"}, Row{"a surrogate", "name", "\xED\xA0\x80"},
        Row{"a raw control character", "name", "\x01"}, Row{"an empty type", "application.accepted", ""},
        Row{"a long boot id", "1b4e28ba", "1b4e28ba0"}, Row{"bytes after the object", "}\n", "} \n"},
        Row{"carriage return", "}\n", "}\r\n"});
    CAPTURE(row.what);
    const auto read = wire::decode_entries(kGoldenLine + replaced(kGoldenLine, row.find, row.put));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::invalid_input);
    CHECK(read.error().detail.starts_with("line 2"));
}

TEST_CASE("a refused line's error holds nothing of its payload", "[wire]") {
    const auto read = wire::decode_entries(replaced(kGoldenLine, "Сынақ", "Сынақ\x02"));
    REQUIRE_FALSE(read);
    CHECK(read.error().detail.find("Сынақ") == std::string::npos);
}
