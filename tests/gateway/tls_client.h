// A small HTTPS client of the tests' own, on blocking sockets and OpenSSL: it can misbehave where libcurl
// would not.
#pragma once

#include <openssl/ssl.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "sync/wire/http.h"

namespace ardager::gateway {

struct ClientOptions {
    std::uint16_t port = 0;
    std::filesystem::path pki;
    std::string name;  // NAME.cert.pem and NAME.key.pem; empty: shows none
    int highest_version = TLS1_3_VERSION;
    bool handshakes = true;  // otherwise it connects and says nothing
};

class TlsClient {
public:
    explicit TlsClient(const ClientOptions& options);
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    /// Under TLS 1.3 a refused certificate shows up only at the first read.
    [[nodiscard]] bool connected() const { return connected_; }
    /// False when the other side has closed.
    bool sends(const std::string& bytes);
    /// The next answer; nothing when the line ended instead.
    std::optional<wire::HttpResponse> receives();
    std::optional<wire::HttpResponse> asks(const std::string& method, const std::string& target,
                                           const wire::Headers& headers = {}, const std::string& body = {});
    /// Waits, saying nothing, until the other side closes.
    [[nodiscard]] bool is_let_go();
    /// Cuts the line without a word.
    void cuts();
    /// Ends its own side without a word and stays, as the remains of a line that broke on the way.
    void ends_its_side();
    [[nodiscard]] bool got_a_ticket() const { return tickets_ > 0; }

private:
    static int count_ticket(SSL* connection, SSL_SESSION* session);
    int socket_ = -1;
    bool connected_ = false;
    int tickets_ = 0;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_;
};

}  // namespace ardager::gateway
