// Checks of what a person tells about themselves. Pure; every error is one FieldFault of the given field and
// never repeats what was typed.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/base/time.h"

namespace ardager {

/// One part of a name, tidied of stray spaces. Letters (Cyrillic with all Kazakh ones, Latin), hyphen,
/// apostrophe, space. Codes: empty, too_long (over 100 characters), utf8, characters, nul, bidi.
[[nodiscard]] Result<std::string> check_name(std::string_view text, const std::string& field);

/// `+77010000000`. Reads +7…, 7… and 8… with spaces, hyphens and brackets; mobile and landline.
/// Codes: empty, format, nul, bidi.
[[nodiscard]] Result<std::string> normalise_phone(std::string_view text, const std::string& field = "phone");

/// KATO, the classifier of places: 9 digits. Codes: empty, format.
[[nodiscard]] Result<std::string> check_kato(std::string_view text, const std::string& field = "kato");

/// Address as free text, tidied. Codes: empty, too_long (over 300 characters), utf8, control, nul, bidi.
[[nodiscard]] Result<std::string> check_address(std::string_view text, const std::string& field = "address");

/// Any other one-line text (a document's number): as check_address with a limit of its own.
[[nodiscard]] Result<std::string> check_line(std::string_view text, std::size_t limit,
                                             const std::string& field);

/// Codes: format, future (after `today`), too_early (before 1875).
[[nodiscard]] Result<Date> check_birth_date(std::string_view iso, Date today,
                                            const std::string& field = "birth_date");
[[nodiscard]] Result<Date> check_birth_date(Date date, Date today, const std::string& field = "birth_date");

}  // namespace ardager
