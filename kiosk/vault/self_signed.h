// Makes the key that signs a device's receipts and the certificate that verifies them, once, at `init`.
// The key never signs anything else, so that a receipt's key and the line's key are renewed apart.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/random.h"
#include "kiosk/base/time.h"

namespace ardager {

/// Writes a new P-256 key (PEM, mode 0600) and its self-signed certificate (PEM, X.509 v3, subject CN
/// `name`). Errors: conflict when a file is there already; disk.
[[nodiscard]] Result<void> create_signing_key(const std::filesystem::path& key,
                                              const std::filesystem::path& certificate,
                                              const std::string& name, Instant now);

}  // namespace ardager
