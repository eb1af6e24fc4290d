#include "tests/gateway/tls_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace ardager::gateway {
namespace {

int connect_to(std::uint16_t port) {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // A test that waits for an answer which never comes ends by itself.
    const timeval limit{30, 0};
    ::setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return made;
    ::close(made);
    return -1;
}

/// Reads the head; the body's length is told by Content-Length or is none.
wire::HttpResponse read_head(const std::string& head, std::size_t& body_size) {
    wire::HttpResponse response;
    std::istringstream lines(head);
    std::string line;
    std::getline(lines, line);
    response.status = std::stoi(line.substr(9, 3));
    while (std::getline(lines, line) && line != "\r") {
        const auto colon = line.find(':');
        response.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2, line.size() - colon - 3));
    }
    const std::string length = wire::header(response.headers, "Content-Length");
    body_size = length.empty() ? 0 : std::stoul(length);
    return response;
}

}  // namespace

TlsClient::TlsClient(const ClientOptions& options)
    : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), tls_(nullptr, SSL_free) {
    std::signal(SIGPIPE, SIG_IGN);
    SSL_CTX_set_max_proto_version(context_.get(), options.highest_version);
    SSL_CTX_load_verify_locations(context_.get(), (options.pki / "ca.cert.pem").c_str(), nullptr);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_session_cache_mode(context_.get(), SSL_SESS_CACHE_CLIENT);
    SSL_CTX_sess_set_new_cb(context_.get(), count_ticket);
    if (!options.name.empty()) {
        SSL_CTX_use_certificate_file(context_.get(), (options.pki / (options.name + ".cert.pem")).c_str(),
                                     SSL_FILETYPE_PEM);
        SSL_CTX_use_PrivateKey_file(context_.get(), (options.pki / (options.name + ".key.pem")).c_str(),
                                    SSL_FILETYPE_PEM);
    }
    socket_ = connect_to(options.port);
    tls_.reset(SSL_new(context_.get()));
    SSL_set_app_data(tls_.get(), this);
    SSL_set_fd(tls_.get(), socket_);
    SSL_set_tlsext_host_name(tls_.get(), "localhost");
    connected_ = socket_ >= 0 && options.handshakes && SSL_connect(tls_.get()) == 1;
}

TlsClient::~TlsClient() {
    cuts();
}

int TlsClient::count_ticket(SSL* connection, SSL_SESSION*) {
    ++static_cast<TlsClient*>(SSL_get_app_data(connection))->tickets_;
    return 0;
}

void TlsClient::ends_its_side() {
    ::shutdown(socket_, SHUT_WR);
}

void TlsClient::cuts() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

bool TlsClient::is_let_go() {
    char byte = 0;
    const auto size = ::recv(socket_, &byte, 1, 0);
    return size == 0 || (size < 0 && errno == ECONNRESET);
}

bool TlsClient::sends(const std::string& bytes) {
    std::size_t sent = 0;
    return connected_ && SSL_write_ex(tls_.get(), bytes.data(), bytes.size(), &sent) == 1;
}

std::optional<wire::HttpResponse> TlsClient::receives() {
    std::string bytes;
    std::array<char, 4096> part{};
    std::optional<wire::HttpResponse> response;
    std::size_t body_size = 0;
    while (!response || response->body.size() < body_size) {
        std::size_t size = 0;
        if (!connected_ || SSL_read_ex(tls_.get(), part.data(), part.size(), &size) != 1) return std::nullopt;
        if (response) {
            response->body.append(part.data(), size);
            continue;
        }
        bytes.append(part.data(), size);
        const auto end = bytes.find("\r\n\r\n");
        if (end == std::string::npos) continue;
        response = read_head(bytes.substr(0, end + 4), body_size);
        response->body = bytes.substr(end + 4);
    }
    return response;
}

std::optional<wire::HttpResponse> TlsClient::asks(const std::string& method, const std::string& target,
                                                  const wire::Headers& headers, const std::string& body) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) text.append(name).append(": ").append(value).append("\r\n");
    if (!body.empty() || method == "POST" || method == "PATCH")
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    if (!sends(text + "\r\n" + body)) return std::nullopt;
    return receives();
}

}  // namespace ardager::gateway
