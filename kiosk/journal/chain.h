// The entry header and its hash: what device and gateway must compute alike. Pure; see FORMAT.md.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/digest.h"
#include "kiosk/base/ids.h"

namespace ardager {

struct Entry {
    std::uint64_t seq = 0;  // counts from 1 without gaps
    EntryId id;
    std::string type;  // `application.accepted`
    Instant at{};
    ClockMark clock;
    Digest prev;            // hash of entry seq-1; zero for the first
    Digest payload_sha256;  // of the payload's bytes before sealing, its salt included
    Digest hash;            // of all of the above and the device
    bool operator==(const Entry&) const = default;
};

/// Head of a journal: the last entry's sequence and hash; {0, zero} when empty.
struct Head {
    std::uint64_t seq = 0;
    Digest hash;
    bool operator==(const Head&) const = default;
};

/// SHA-256 over the header's canonical bytes (FORMAT.md), the `hash` field left out.
[[nodiscard]] Digest entry_hash(const DeviceId& device, const Entry& entry);

/// Checks that the header of `entry` follows `head` and that its hash is right; the payload is not looked at.
/// Error: record_damaged, as check_link().
[[nodiscard]] Result<void> check_header(const DeviceId& device, const Head& head, const Entry& entry);

/// Checks that `entry` follows `head`, that its payload and its hash are right.
/// Error: record_damaged, `entry 118: stored hash differs from the computed one`.
[[nodiscard]] Result<void> check_link(const DeviceId& device, const Head& head, const Entry& entry,
                                      ByteView payload);

}  // namespace ardager
