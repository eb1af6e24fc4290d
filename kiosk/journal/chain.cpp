#include "kiosk/journal/chain.h"

namespace ardager {
namespace {

tl::unexpected<Error> damaged(const Entry& entry, const char* what) {
    return fail(Code::record_damaged, "entry " + std::to_string(entry.seq) + ": " + what);
}

std::uint64_t unsigned_ms(std::int64_t value) {
    return static_cast<std::uint64_t>(value);
}

}  // namespace

Digest entry_hash(const DeviceId& device, const Entry& entry) {
    Bytes header = to_bytes("ardager-entry-v1\n");
    put_sized(header, as_bytes(device.text()));
    put_u64(header, entry.seq);
    header.insert(header.end(), entry.id.bytes.begin(), entry.id.bytes.end());
    put_sized(header, as_bytes(entry.type));
    put_u64(header, unsigned_ms(entry.at.time_since_epoch().count()));
    put_sized(header, as_bytes(entry.clock.boot_id));
    put_u64(header, entry.clock.monotonic_ms);
    header.push_back(entry.clock.offset ? 1 : 0);
    put_u64(header, entry.clock.offset ? unsigned_ms(entry.clock.offset->count()) : 0);
    put_sized(header, as_bytes(clock_quality_name(entry.clock.quality)));
    header.insert(header.end(), entry.prev.bytes.begin(), entry.prev.bytes.end());
    header.insert(header.end(), entry.payload_sha256.bytes.begin(), entry.payload_sha256.bytes.end());
    return sha256(header);
}

Result<void> check_header(const DeviceId& device, const Head& head, const Entry& entry) {
    if (entry.seq != head.seq + 1)
        return damaged(entry, ("stands where entry " + std::to_string(head.seq + 1) + " belongs").c_str());
    if (entry.prev != head.hash) return damaged(entry, "does not follow the entry before it");
    if (entry_hash(device, entry) != entry.hash)
        return damaged(entry, "stored hash differs from the computed one");
    return {};
}

Result<void> check_link(const DeviceId& device, const Head& head, const Entry& entry, ByteView payload) {
    TRY(check_header(device, head, entry));
    if (sha256(payload) != entry.payload_sha256) return damaged(entry, "payload differs from its digest");
    return {};
}

}  // namespace ardager
