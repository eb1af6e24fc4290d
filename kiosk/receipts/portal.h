// The portal's address as a QR code holds it: the same on paper and on the screen. Pure.
#pragma once

#include <string>
#include <string_view>

namespace ardager::receipts {

/// `www.egov.kz` → `HTTPS://WWW.EGOV.KZ`: in capitals a QR code stores it as tightly as digits, and hosts do
/// not tell case apart (RFC 3986 §6.2.2.1).
[[nodiscard]] std::string portal_address(std::string_view portal);

}  // namespace ardager::receipts
