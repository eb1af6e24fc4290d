// Checks on text that people or other machines gave us. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ardager {

/// True when the text is well-formed UTF-8 (RFC 3629: shortest form, no surrogates, ≤ U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);
/// Code points in well-formed UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);
/// What may not stand in a name, address or number: `nul`, `control` or `bidi` (override, embedding, isolate
/// and mark characters, which make a text read otherwise than it is stored). Empty when the text is clean.
[[nodiscard]] std::optional<std::string> unsafe_character(std::string_view text);
/// Removes white space at both ends and folds each inner run to one space.
[[nodiscard]] std::string tidy_spaces(std::string_view text);
/// Next code point of well-formed UTF-8; advances `at`.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t character);

}  // namespace ardager
