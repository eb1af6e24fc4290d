// The answers of the gateway, each with its protocol header. Pure; any thread.
#pragma once

#include "sync/wire/http.h"
#include "sync/wire/messages.h"

namespace ardager::gateway {

/// No body.
[[nodiscard]] wire::HttpResponse empty_answer(int status);
/// application/json; `body` is JSON text.
[[nodiscard]] wire::HttpResponse json_answer(int status, std::string body);
/// A wire::Refusal. Shape: `code` from wire::refusal; `detail` without personal data.
[[nodiscard]] wire::HttpResponse refuse(int status, const char* code, std::string detail,
                                        std::optional<std::uint64_t> expected_seq = std::nullopt);
/// 503 with Retry-After: nothing was promised, come again.
[[nodiscard]] wire::HttpResponse busy(std::string detail);
/// What an error of the store, the vault or the signer becomes on the line; the log gets its detail.
[[nodiscard]] wire::HttpResponse from_error(const Error& error, std::string_view area);

}  // namespace ardager::gateway
