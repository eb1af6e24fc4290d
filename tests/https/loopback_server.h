// A TLS server on a loopback port that serves one connection after the other the way a test says.
#pragma once

#include <openssl/ssl.h>

#include <atomic>
#include <thread>

#include "certificates.h"

namespace ardager {

struct ServerWish {
    Certificate shown;           // the server's own
    const Certificate* clients;  // who may issue the clients' certificates
    int most_version = TLS1_3_VERSION;
    bool plain = false;    // no TLS at all
    bool revokes = false;  // refuses every client certificate as revoked, in the handshake
    /// Raw bytes for each request; empty closes the connection, "wait" never answers.
    std::function<std::string(const std::string& request)> answer;
};

class LoopbackServer {
public:
    explicit LoopbackServer(ServerWish wish);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] int connections() const { return connections_; }
    [[nodiscard]] int resumed() const { return resumed_; }
    /// Of the clients' TLS records on the newest connection, as they stand on the line.
    [[nodiscard]] int largest_record_bytes() const { return largest_record_; }

private:
    static void look_at_record(int written, int, int type, const void* bytes, std::size_t size, SSL* tls,
                               void* self);
    void work();
    void serve(int socket);
    template <class Read, class Write>
    void talk(Read read, Write write);
    ServerWish wish_;
    SSL_CTX* context_;
    int listener_;
    int port_ = 0;
    std::atomic<int> current_{-1};
    std::atomic<bool> stopping_{false};
    std::atomic<int> connections_{0};
    std::atomic<int> resumed_{0};
    std::atomic<int> largest_record_{0};
    std::thread thread_;
};

/// `HTTP/1.1 200 OK` with a length and our protocol's header.
std::string http_answer(int status, const std::string& body, const std::string& more_headers = {});

}  // namespace ardager
