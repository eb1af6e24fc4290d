#include "loopback_server.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ardager {
namespace {

int call_revoked(int, X509_STORE_CTX* context) {
    X509_STORE_CTX_set_error(context, X509_V_ERR_CERT_REVOKED);
    return 0;
}

std::size_t body_size(const std::string& head) {
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoull(head.substr(at + 16));
}

}  // namespace

std::string http_answer(int status, const std::string& body, const std::string& more_headers) {
    return "HTTP/1.1 " + std::to_string(status) + " Test\r\nArdager-Protocol: 1\r\n" + more_headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

LoopbackServer::LoopbackServer(ServerWish wish)
    : wish_(std::move(wish)), context_(SSL_CTX_new(TLS_server_method())) {
    SSL_CTX_use_certificate(context_, wish_.shown.certificate);
    SSL_CTX_use_PrivateKey(context_, wish_.shown.key);
    SSL_CTX_set_max_proto_version(context_, wish_.most_version);
    const unsigned char session[] = "test";
    SSL_CTX_set_session_id_context(context_, session, sizeof session - 1);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context_), wish_.clients->certificate);
    SSL_CTX_set_verify(context_, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
                       wish_.revokes ? call_revoked : nullptr);
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(listener_, 8) == 0);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { work(); });
}

LoopbackServer::~LoopbackServer() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    if (const int socket = current_; socket >= 0) ::shutdown(socket, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
    SSL_CTX_free(context_);
}

void LoopbackServer::look_at_record(int written, int, int type, const void* bytes, std::size_t size, SSL*,
                                    void* self) {
    if (written != 0 || type != SSL3_RT_HEADER || size != 5) return;
    const auto* header = static_cast<const unsigned char*>(bytes);
    auto& largest = static_cast<LoopbackServer*>(self)->largest_record_;
    largest = std::max<int>(largest, header[3] << 8 | header[4]);
}

void LoopbackServer::work() {
    while (!stopping_) {
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0) return;
        current_ = socket;
        ++connections_;
        if (!stopping_) serve(socket);
        current_ = -1;
        ::close(socket);
    }
}

template <class Read, class Write>
void LoopbackServer::talk(Read read, Write write) {
    std::string pending;
    char buffer[16384];
    for (;;) {
        const auto head = pending.find("\r\n\r\n");
        if (head != std::string::npos &&
            pending.size() >= head + 4 + body_size(pending.substr(0, head + 2))) {
            const std::size_t whole = head + 4 + body_size(pending.substr(0, head + 2));
            const std::string answer =
                wish_.answer ? wish_.answer(pending.substr(0, whole)) : http_answer(200, "ok");
            pending.erase(0, whole);
            if (answer.empty()) return;
            if (answer != "wait" && (write(answer) <= 0 || answer.ends_with("(cut)"))) return;
            continue;
        }
        const auto got = read(buffer, sizeof buffer);
        if (got <= 0) return;
        pending.append(buffer, static_cast<std::size_t>(got));
    }
}

void LoopbackServer::serve(int socket) {
    if (wish_.plain) {
        const std::string page = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
        (void)!::write(socket, page.data(), page.size());
        char rest[4096];
        while (::read(socket, rest, sizeof rest) > 0) {
        }
        return;
    }
    SSL* tls = SSL_new(context_);
    SSL_set_fd(tls, socket);
    largest_record_ = 0;
    SSL_set_msg_callback(tls, &LoopbackServer::look_at_record);
    SSL_set_msg_callback_arg(tls, this);
    if (SSL_accept(tls) == 1) {
        resumed_ += SSL_session_reused(tls);
        talk([&](char* out, std::size_t size) { return SSL_read(tls, out, static_cast<int>(size)); },
             [&](const std::string& text) {
                 return SSL_write(tls, text.data(), static_cast<int>(text.size()));
             });
    } else {
        // The alert is on its way; reading to the end lets it arrive before the connection is reset.
        ::shutdown(socket, SHUT_WR);
        char rest[4096];
        while (::read(socket, rest, sizeof rest) > 0) {
        }
    }
    SSL_free(tls);
}

}  // namespace ardager
