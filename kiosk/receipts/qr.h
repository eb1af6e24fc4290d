// QR codes: modules for drawing (libqrencode) and reading from a PNG (libpng, zbar). Any thread.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/base/bytes.h"

namespace ardager::receipts {

/// A square of modules without the quiet zone; dark[row * side + column].
struct QrModules {
    int side = 0;
    std::vector<bool> dark;
};

/// Alphanumeric mode, error correction M (15 %). Error: invalid_input when the text is empty, holds other
/// characters than 0–9 A–Z space $%*+-./: or is longer than kMaximumQrCharacters.
[[nodiscard]] Result<QrModules> make_qr(std::string_view text);

/// The text of the QR code in a PNG image; with several, the first that is ours. Errors: invalid_input (no
/// PNG, or larger than the limits of tuning.h), not_found (no QR code seen).
[[nodiscard]] Result<std::string> read_qr_png(ByteView png);
[[nodiscard]] Result<std::string> read_qr_png(const std::filesystem::path& path);
/// The same from 8-bit grey pixels, width × height of them.
[[nodiscard]] Result<std::string> read_qr_grey(ByteView grey, int width, int height);

}  // namespace ardager::receipts
