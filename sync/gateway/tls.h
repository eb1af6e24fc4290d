// The server's TLS: 1.3 only, a client certificate of our issuer required, nothing resumed. An expired but
// otherwise trusted client certificate is let through and marked, so that the answer can say so. OpenSSL
// only; any thread.
#pragma once

#include <openssl/ssl.h>

#include <filesystem>

#include "sync/gateway/service.h"

namespace ardager::gateway {

struct TlsFiles {
    std::filesystem::path certificate;  // PEM, chain allowed
    std::filesystem::path key;          // PEM
    std::filesystem::path ca;           // PEM, issuers of client certificates
};

/// The caller owns the context. Error: not_allowed, naming the file and OpenSSL's reason.
[[nodiscard]] Result<SSL_CTX*> make_server_context(const TlsFiles& files);

/// Who is on the other end of an established connection; `expired` is as of this call.
/// Error: not_allowed when there is no certificate.
[[nodiscard]] Result<Peer> peer_of(const SSL* connection);

/// SHA-256 over the DER of the first certificate of a PEM text, hex: what the allow-list knows. Error:
/// invalid_input.
[[nodiscard]] Result<std::string> certificate_fingerprint(std::string_view certificate_pem);

}  // namespace ardager::gateway
