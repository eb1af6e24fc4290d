// ES256 keys in PEM files (RFC 7468), behind the seam of base/signature.h. Objects are immutable: any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "kiosk/base/signature.h"
#include "kiosk/base/time.h"

namespace ardager {

/// Reads a P-256 private key and its certificate.
/// Errors: not_found; disk; not_allowed (the key is readable by others, no P-256 key, or not the
/// certificate's).
[[nodiscard]] Result<std::unique_ptr<Signer>> load_signer(const std::filesystem::path& key_pem,
                                                          const std::filesystem::path& certificate_pem);

/// Takes the first certificate's key as it is; who issued it is not asked.
/// Errors: invalid_input (no PEM certificate); not_allowed (no P-256 key).
[[nodiscard]] Result<std::unique_ptr<Verifier>> load_verifier(std::string_view certificate_pem);

/// As load_verifier, once the certificate stands under one of `ca_pem` and is valid at `now` (RFC 5280 §6);
/// further certificates of `certificate_pem` may complete the path. Error: also not_allowed, naming the
/// reason.
[[nodiscard]] Result<std::unique_ptr<Verifier>> load_trusted_verifier(std::string_view certificate_pem,
                                                                      std::string_view ca_pem, Instant now);

/// Error: invalid_input.
[[nodiscard]] Result<KeyId> certificate_key_id(std::string_view certificate_pem);

}  // namespace ardager
