// The signing seam: ES256 (ECDSA P-256 with SHA-256, RFC 7518 §3.4), a signature being r‖s, 64 bytes.
// kiosk/vault implements it with keys in files; later with a PKCS#11 token.
#pragma once

#include <array>
#include <memory>

#include "kiosk/base/bytes.h"

namespace ardager {

using Signature = std::array<std::uint8_t, 64>;
/// First 8 bytes of SHA-256 over the certificate's DER: names the key without naming the person.
using KeyId = std::array<std::uint8_t, 8>;

class Signer {
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual KeyId key_id() const = 0;
    /// Error: device when the key cannot be used now.
    [[nodiscard]] virtual Result<Signature> sign(ByteView message) const = 0;
};

class Verifier {
public:
    virtual ~Verifier() = default;
    [[nodiscard]] virtual KeyId key_id() const = 0;
    [[nodiscard]] virtual bool verify(ByteView message, const Signature& signature) const = 0;
};

}  // namespace ardager
