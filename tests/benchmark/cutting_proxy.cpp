#include "tests/benchmark/cutting_proxy.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace ardager::bench {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10;
constexpr int kEndMs = 30;    // what the gateway may take to close its side of a cut connection
constexpr int kLookMs = 100;  // how often the end of the program is looked for

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A reset instead of a farewell: what was on the way is lost, as on a line that broke.
void cut(int socket) {
    const linger now{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

/// The gateway's side ends plainly and first: what had reached its machine stays readable there, and a device
/// on a broken line learns of it last, by its time-outs.
void let_end(int gateway) {
    ::shutdown(gateway, SHUT_WR);
    char block[4096];
    for (pollfd wait{gateway, POLLIN, 0}; ::poll(&wait, 1, kEndMs) > 0;)
        if (::recv(gateway, block, sizeof block, 0) <= 0) return;
}

bool send_all(int socket, const char* data, std::size_t size) {
    while (size > 0) {
        const auto sent = ::send(socket, data, size, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

void send_at_once(int socket) {
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

}  // namespace

CuttingProxy::CuttingProxy(std::uint16_t to, std::uint64_t mean_bytes, std::uint64_t seed)
    : to_(to), mean_bytes_(mean_bytes), random_(seed) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("the proxy cannot listen");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { work(); });
}

CuttingProxy::~CuttingProxy() {
    ending_ = true;
    thread_.join();
    ::close(listener_);
}

void CuttingProxy::work() {
    while (!ending_) {
        pollfd wait{listener_, POLLIN, 0};
        if (::poll(&wait, 1, kLookMs) <= 0) continue;
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        serve(client);
        ::close(client);
    }
}

void CuttingProxy::serve(int client) {
    const int gateway = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(to_);
    std::uint64_t left = mean_bytes_ == 0 ? UINT64_MAX : 1 + random_.below(2 * mean_bytes_);
    send_at_once(client);
    send_at_once(gateway);
    if (::connect(gateway, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        while (!ending_ && forward(client, gateway, left)) {
        }
    if (left == 0) {
        ++cuts_;
        let_end(gateway);
        cut(client);
    }
    ::close(gateway);
}

bool CuttingProxy::forward(int client, int gateway, std::uint64_t& left) {
    pollfd waits[2]{{client, POLLIN, 0}, {gateway, POLLIN, 0}};
    if (::poll(waits, 2, kLookMs) < 0) return false;
    char block[kBlockBytes];
    if (waits[1].revents != 0) {
        const auto got = ::recv(gateway, block, sizeof block, 0);
        if (got <= 0 || !send_all(client, block, static_cast<std::size_t>(got))) return false;
    }
    if (waits[0].revents != 0) {
        const auto got = ::recv(client, block, std::min<std::uint64_t>(sizeof block, left), 0);
        if (got <= 0) return false;
        const auto size = static_cast<std::uint64_t>(got);
        client_bytes_ += size;
        left -= size;
        if (!send_all(gateway, block, size)) return false;
    }
    return left > 0;
}

}  // namespace ardager::bench
