// SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104): what names content and what chains entries.
#pragma once

#include <array>
#include <memory>

#include "kiosk/base/bytes.h"

namespace ardager {

/// 32 bytes of SHA-256. All zero means "none": the `prev` of the first entry.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    // clang-tidy takes the comparison's own 0 for a pointer.
    auto operator<=>(const Digest&) const = default;  // NOLINT(modernize-use-nullptr)
    [[nodiscard]] std::string hex() const { return to_hex(bytes); }
    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] static Result<Digest> from_hex(std::string_view text);
    /// Error: invalid_input unless exactly 32 bytes.
    [[nodiscard]] static Result<Digest> from_bytes(ByteView bytes);
};

[[nodiscard]] Digest sha256(ByteView bytes);
[[nodiscard]] Digest hmac_sha256(ByteView key, ByteView bytes);

/// SHA-256 over pieces, for files that never stand in memory whole.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void update(ByteView bytes);
    /// Ends the computation; call once.
    [[nodiscard]] Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ardager
