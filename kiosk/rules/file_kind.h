// What an attachment's bytes really are: by signature and plausible structure, never by its name. Pure.
// Does not decode pictures and runs nothing that stands in a PDF.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/base/bytes.h"

namespace ardager {

enum class FileKind { jpeg, png, pdf };
/// `image/jpeg`, `image/png`, `application/pdf`
[[nodiscard]] const char* media_type(FileKind kind);

/// Ask before reading a file. Codes: empty, too_large (over kAttachmentLimit, 20 MiB).
[[nodiscard]] Result<void> check_file_size(std::uint64_t size, const std::string& field);

/// Error: invalid_field with code empty, too_large, unknown_type (neither name nor content is known),
/// truncated (begins well, but is cut off or damaged), not_what_it_says (name and content differ).
[[nodiscard]] Result<FileKind> check_file(ByteView bytes, std::string_view file_name,
                                          const std::string& field);

}  // namespace ardager
