// Base45 (RFC 9285): bytes in the 45 characters that a QR code stores most tightly. Pure.
#pragma once

#include "kiosk/base/bytes.h"

namespace ardager::receipts {

[[nodiscard]] std::string to_base45(ByteView bytes);
/// Error: invalid_input on another character, an impossible length or a group above its range.
[[nodiscard]] Result<Bytes> from_base45(std::string_view text);

}  // namespace ardager::receipts
