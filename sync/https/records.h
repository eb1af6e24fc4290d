// The size of TLS records, which OpenSSL decides and libcurl has no option for.
#pragma once

namespace ardager::https {

/// `context` is the SSL_CTX of a connection to come. False: OpenSSL refuses, the connection must not be made.
[[nodiscard]] bool keep_records_small(void* context);

}  // namespace ardager::https
