// HTTPS around the service: sockets, TLS, limits and time-outs. Two threads of its own: one for the network,
// one for the store, which alone calls the service. Embeddable (the kiosk's development mode does). Keeps no
// state that a restart would miss.
#pragma once

#include <memory>
#include <string>

#include "sync/gateway/service.h"
#include "sync/gateway/tls.h"
#include "sync/gateway/tuning.h"

namespace ardager::gateway {

struct ServerOptions {
    std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6
    std::uint16_t port = 0;             // 0: any free one, see port()
    TlsFiles files;
    ServerLimits limits;
};

class Server {
public:
    /// Listens when it returns. The service outlives the server and is called by its store thread only.
    /// Errors: invalid_input (address), line (the port is taken), not_allowed (certificate, key, issuers).
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options,
                                                               Service& service);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Ends all connections; what was begun in the store is finished first. Any thread but the server's;
    /// once.
    void stop();
    /// Wakes long polls. The service's own decisions do it by themselves. Any thread.
    void notify_feed();
    /// The service's answer without a socket, on the store thread; blocks. For a program that embeds the
    /// gateway.
    [[nodiscard]] wire::HttpResponse call(const wire::HttpRequest& request, const Peer& peer);

private:
    class Network;
    explicit Server(std::unique_ptr<Network> network);
    std::unique_ptr<Network> network_;
};

}  // namespace ardager::gateway
