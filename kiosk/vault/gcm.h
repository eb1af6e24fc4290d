// AES-256-GCM (NIST SP 800-38D) over one buffer, with a cipher context per thread. Inside kiosk/vault only.
#pragma once

#include <span>

#include "kiosk/base/bytes.h"

namespace ardager::gcm {

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kNonceBytes = 12;
inline constexpr std::size_t kTagBytes = 16;

struct Input {
    ByteView key;    // 32 bytes
    ByteView nonce;  // 12 bytes, never twice under one key
    ByteView bound;  // authenticated, not encrypted
};

/// Writes ciphertext and tag. Shape: out is plain + 16 bytes.
void encrypt(const Input& input, ByteView plain, std::span<std::uint8_t> out);
/// Writes the plain bytes; false when anything differs, and then `out` is wiped. Shape: out is sealed - 16
/// bytes.
[[nodiscard]] bool decrypt(const Input& input, ByteView sealed, std::span<std::uint8_t> out);

}  // namespace ardager::gcm
