// JSON as this project takes it: strict UTF-8, no duplicate keys, bounded depth. nlohmann's value type.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace ardager {

using Json = nlohmann::json;

/// Errors: invalid_input with line and column (malformed, bad UTF-8, deeper than 32); invalid_field
/// `duplicate` naming the key that stands twice in one object.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

/// One line, keys sorted, UTF-8 as it is: the same value always gives the same bytes.
[[nodiscard]] std::string dump_json(const Json& value);

/// Typed members of our own messages. Errors: invalid_input naming the key that is missing or has another
/// type.
[[nodiscard]] Result<std::string> json_text(const Json& object, const char* key);
[[nodiscard]] Result<std::uint64_t> json_u64(const Json& object, const char* key);
[[nodiscard]] Result<std::int64_t> json_i64(const Json& object, const char* key);
[[nodiscard]] Result<bool> json_bool(const Json& object, const char* key);

}  // namespace ardager
