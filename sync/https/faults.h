// Which LineFault a failed exchange was. Pure; private to this folder.
#pragma once

#include <string_view>

#include "sync/wire/http.h"

namespace ardager::https {

/// `curl_code`: a CURLcode. `verify_result`: OpenSSL's X509_V_… of the gateway's certificate. `detail`:
/// libcurl's error buffer, which holds the alert that the gateway sent (RFC 8446 §6.2).
[[nodiscard]] wire::LineFault classify(int curl_code, long verify_result, std::string_view detail);

}  // namespace ardager::https
