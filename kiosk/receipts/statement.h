// The signed statement in a receipt's QR: base45(zlib(COSE_Sign1)) after the prefix `ARD1:`, the encoding of
// the EU health certificates. Pure; any thread. Holds no personal data: only the digest of the application.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/digest.h"
#include "kiosk/base/ids.h"
#include "kiosk/base/signature.h"

namespace ardager::receipts {

enum class StatementKind { acceptance, refusal };
[[nodiscard]] const char* statement_kind_name(StatementKind kind);

/// What a receipt proves. FORMAT.md describes the bytes.
struct Statement {
    ReceiptNumber number;
    StatementKind kind = StatementKind::acceptance;
    Instant at;  // whole seconds are kept
    std::optional<Date> due;
    std::string branch;
    Digest application;  // SHA-256 of the sealed application's salted payload
    std::array<std::uint8_t, 16> journal_head{};
    std::uint64_t seq = 0;
    bool operator==(const Statement&) const = default;
};

/// The first 16 bytes of the journal's head, as a receipt carries it.
[[nodiscard]] std::array<std::uint8_t, 16> truncated_head(const Digest& head);

/// COSE_Sign1 (RFC 9052 §4.2) with ES256, key id in the protected header. Errors: the signer's.
[[nodiscard]] Result<std::string> sign_statement(const Statement& statement, const Signer& signer);

/// Reads and verifies offline. White space around the text is passed over. The error's first field fault has
/// the code `prefix`, `base45`, `zlib`, `cose`, `algorithm`, `content` (all invalid_input), `unknown_key`
/// (not_allowed; the message names the key id) or `signature` (forged).
[[nodiscard]] Result<Statement> verify_statement(std::string_view text,
                                                 const std::vector<const Verifier*>& trusted);

}  // namespace ardager::receipts
