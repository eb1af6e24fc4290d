#include "tests/journal/record_fixture.h"

using namespace ardager;

namespace {

Entry sample_entry() {
    Entry entry;
    entry.seq = 118;
    for (std::size_t i = 0; i < entry.id.bytes.size(); ++i) entry.id.bytes[i] = static_cast<std::uint8_t>(i);
    entry.type = "application.accepted";
    entry.at = Instant(Milliseconds(1795410000123));
    entry.clock = {"boot", 4711, Milliseconds(-250), ClockQuality::synchronised};
    entry.prev.bytes.fill(0xAA);
    entry.payload_sha256 = sha256(as_bytes("{}"));
    return entry;
}

}  // namespace

TEST_CASE("the entry hash is the one that FORMAT.md's example gives", "[chain]") {
    Entry entry = sample_entry();
    const DeviceId device = good(DeviceId::parse("KRG03-K1"));
    CHECK(entry_hash(device, entry).hex() ==
          "40151819e6b65bc678bcdc7ae9877bd2a37f1a79e17c277758fbc637bb5e37db");
    entry.clock.offset.reset();
    CHECK(entry_hash(device, entry).hex() ==
          "d35ed301685e7ec02e677457d46bc2670bd0f3d20005348d3e5c9dc05bcd5e59");
}

TEST_CASE("each field of a header changes its hash", "[chain]") {
    const DeviceId device = good(DeviceId::parse("KRG03-K1"));
    const std::vector<std::pair<std::string, std::function<void(Entry&)>>> rows = {
        {"seq", [](Entry& e) { ++e.seq; }},
        {"id", [](Entry& e) { e.id.bytes[15] ^= 1U; }},
        {"type", [](Entry& e) { e.type = "application.withdrawn"; }},
        {"at", [](Entry& e) { e.at += Milliseconds(1); }},
        {"boot", [](Entry& e) { e.clock.boot_id += "x"; }},
        {"monotonic", [](Entry& e) { ++e.clock.monotonic_ms; }},
        {"offset", [](Entry& e) { e.clock.offset.reset(); }},
        {"quality", [](Entry& e) { e.clock.quality = ClockQuality::suspect; }},
        {"prev", [](Entry& e) { e.prev.bytes[0] ^= 1U; }},
        {"payload", [](Entry& e) { e.payload_sha256.bytes[31] ^= 1U; }},
    };
    for (const auto& [name, change] : rows) {
        INFO(name);
        Entry entry = sample_entry();
        const Digest before = entry_hash(device, entry);
        change(entry);
        CHECK(entry_hash(device, entry) != before);
    }
    CHECK(entry_hash(good(DeviceId::parse("KRG03-K2")), sample_entry()) !=
          entry_hash(device, sample_entry()));
}

TEST_CASE("a link says which entry is wrong and how", "[chain]") {
    const DeviceId device = good(DeviceId::parse("KRG03-K1"));
    Entry entry = sample_entry();
    entry.hash = entry_hash(device, entry);
    const Head head{117, entry.prev};
    CHECK(check_link(device, head, entry, as_bytes("{}")).has_value());
    CHECK(why(check_link(device, head, entry, as_bytes("{ }"))) ==
          "record_damaged: entry 118: payload differs from its digest");
    CHECK(why(check_link(device, {116, entry.prev}, entry, as_bytes("{}"))) ==
          "record_damaged: entry 118: stands where entry 117 belongs");
    CHECK(why(check_link(device, {117, {}}, entry, as_bytes("{}"))) ==
          "record_damaged: entry 118: does not follow the entry before it");
    entry.hash.bytes[0] ^= 1U;
    CHECK(why(check_link(device, head, entry, as_bytes("{}"))) ==
          "record_damaged: entry 118: stored hash differs from the computed one");
}
