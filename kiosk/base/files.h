// Small files: bounded reads and writes that are whole or not there. Not for the record (SQLite keeps that).
#pragma once

#include <filesystem>

#include "kiosk/base/bytes.h"

namespace ardager {

/// Errors: not_found; invalid_input when larger than `limit_bytes` or no regular file; disk.
[[nodiscard]] Result<Bytes> read_file(const std::filesystem::path& path, std::size_t limit_bytes);
/// Writes beside, flushes, renames, flushes the folder. `mode` such as 0600. Errors: disk; the old file
/// stays.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, ByteView bytes,
                                      unsigned mode = 0644);

/// Where the running program lies: the kiosk's programs lie together.
[[nodiscard]] std::filesystem::path program_folder();

/// Makes the folder and those above it; a new one is its owner's only (0700), one that is there keeps its
/// mode. Error: disk.
[[nodiscard]] Result<void> make_private_folder(const std::filesystem::path& path);

}  // namespace ardager
