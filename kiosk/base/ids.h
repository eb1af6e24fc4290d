// The names of things as types: entry ids (UUIDv7), devices and receipt numbers.
#pragma once

#include <array>
#include <string>

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/time.h"

namespace ardager {

/// UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then randomness.
struct EntryId {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const EntryId&) const = default;  // NOLINT(modernize-use-nullptr), see digest.h
    [[nodiscard]] static EntryId make(Instant now, Random& random);
    /// Reads the 36-character form.
    [[nodiscard]] static Result<EntryId> parse(std::string_view text);
    [[nodiscard]] static Result<EntryId> from_bytes(ByteView bytes);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] ByteView view() const { return bytes; }
};

/// `KRG03` and `K1`; together `KRG03-K1`, the journal's name on the wire.
struct DeviceId {
    std::string branch;  // 2–8 of A–Z 0–9
    std::string device;  // 1–4 of A–Z 0–9
    auto operator<=>(const DeviceId&) const = default;  // NOLINT(modernize-use-nullptr), see digest.h
    [[nodiscard]] std::string text() const { return branch + "-" + device; }
    [[nodiscard]] static Result<DeviceId> make(std::string_view branch, std::string_view device);
    [[nodiscard]] static Result<DeviceId> parse(std::string_view text);
};

/// `KRG03-K1-261123-0014-7`: branch, device, local date, counter of the day, ISO 7064 MOD 37,36 check
/// character. Unique without a line, since a device counts only for itself.
struct ReceiptNumber {
    std::string text;
    auto operator<=>(const ReceiptNumber&) const = default;  // NOLINT(modernize-use-nullptr), see digest.h
    /// Shape: counter 1–9999 (wider prints with more digits).
    [[nodiscard]] static ReceiptNumber make(const DeviceId& device, Date date, unsigned counter);
    /// Errors: invalid_input on another form or a wrong check character. Spaces and lower case are accepted.
    [[nodiscard]] static Result<ReceiptNumber> parse(std::string_view text);
};

/// ISO/IEC 7064 MOD 37,36 over A–Z 0–9 (other characters are passed over).
[[nodiscard]] char check_character(std::string_view text);

}  // namespace ardager
