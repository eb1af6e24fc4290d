// A line that breaks: a TCP proxy on loopback between a client and a gateway. Cuts a connection after a
// seeded number of the client's bytes. One connection at a time, as a kiosk has one; a thread of its own.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

#include "kiosk/base/random.h"

namespace ardager::bench {

class CuttingProxy {
public:
    /// Each connection lives for 1 to 2 × `mean_bytes` of the client's bytes, uniformly; 0: none is cut.
    CuttingProxy(std::uint16_t to, std::uint64_t mean_bytes, std::uint64_t seed);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;
    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// The client's bytes, with all of TLS and HTTP, and the connections that were cut.
    [[nodiscard]] std::uint64_t client_bytes() const { return client_bytes_; }
    [[nodiscard]] std::uint64_t cuts() const { return cuts_; }

private:
    void work();
    void serve(int client);
    /// False when the connection is over.
    [[nodiscard]] bool forward(int client, int gateway, std::uint64_t& left);

    std::uint16_t to_;
    std::uint16_t port_ = 0;
    std::uint64_t mean_bytes_;
    SeededRandom random_;
    int listener_ = -1;
    std::atomic<bool> ending_{false};
    std::atomic<std::uint64_t> client_bytes_{0};
    std::atomic<std::uint64_t> cuts_{0};
    std::thread thread_;
};

}  // namespace ardager::bench
