// CBOR (RFC 8949, deterministic encoding) and COSE_Sign1 (RFC 9052 §4.2) as far as a statement needs them.
// Only user of libcbor. Pure; any thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/receipts/statement.h"

namespace ardager::receipts {

/// The parts of a COSE_Sign1 whose unprotected header is empty.
struct SignedMessage {
    Bytes protected_header;
    Bytes payload;
    Bytes signature;
};

[[nodiscard]] Bytes encode_signed(const SignedMessage& message);
/// Error: invalid_input unless the bytes are exactly what encode_signed() gives, so that no bit is without
/// meaning.
[[nodiscard]] Result<SignedMessage> decode_signed(ByteView bytes);

/// What the signature covers: Sig_structure, RFC 9052 §4.4, without external data.
[[nodiscard]] Bytes signature_input(const SignedMessage& message);

struct ProtectedHeader {
    std::int64_t algorithm = 0;
    Bytes key_id;
};
inline constexpr std::int64_t kEs256 = -7;  // RFC 9053 §2.1
[[nodiscard]] Bytes encode_header(const KeyId& key);
[[nodiscard]] Result<ProtectedHeader> decode_header(ByteView bytes);

/// The payload map; keys 1–8 as FORMAT.md has them.
[[nodiscard]] Bytes encode_statement(const Statement& statement);
/// Error: invalid_input naming the key that is missing, unknown or of another type.
[[nodiscard]] Result<Statement> decode_statement(ByteView bytes);

}  // namespace ardager::receipts
