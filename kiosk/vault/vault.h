// Seals and opens personal data (AES-256-GCM, envelope keys) and names it blindly (HMAC). Thread-safe.
// The only user of OpenSSL's ciphers. Keys never leave; memory that held them is wiped.
#pragma once

#include <memory>
#include <string>

#include "kiosk/base/digest.h"
#include "kiosk/base/random.h"

namespace ardager {

/// Binds sealed bytes to their place: the same bytes elsewhere do not open.
struct SealPlace {
    std::string_view record;  // entry id, draft id, attachment digest and piece
    std::string_view field;   // "payload", "draft", "piece", …
};

/// Where the vault's key comes from. Files now; PKCS#11 and TPM stand behind the same call later.
class KeySource {
public:
    virtual ~KeySource() = default;
    /// 32 bytes. Errors: not_found; not_allowed (file readable by others); device (token away).
    [[nodiscard]] virtual Result<Bytes> load() = 0;
};

class Vault {
public:
    virtual ~Vault() = default;
    /// Shape: version, key id, wrapped data key, nonce, ciphertext, tag; see FORMAT.md.
    [[nodiscard]] virtual Result<Bytes> seal(const SealPlace& place, ByteView plain) = 0;
    /// Error: record_damaged when a byte, the place or the key differs.
    [[nodiscard]] virtual Result<Bytes> open(const SealPlace& place, ByteView sealed) const = 0;
    /// Keyed name of a value (an IIN) for search; useless without the key.
    [[nodiscard]] virtual Digest blind(std::string_view label, std::string_view value) const = 0;
};

/// Derives its keys from the source's 32 bytes by HKDF-SHA-256 (RFC 5869).
[[nodiscard]] Result<std::unique_ptr<Vault>> open_vault(KeySource& source, Random& random);

}  // namespace ardager
