#include "tests/hw/cups/cutting_relay.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace ardager::hw {
namespace {

int local_socket() {
    return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

sockaddr_un address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), std::min(path.size(), sizeof address.sun_path - 1));
    return address;
}

/// Header and body; what came until the other side closed.
std::string read_message(int file) {
    std::string text;
    std::array<char, 65536> piece{};
    std::size_t whole = std::string::npos;
    while (text.size() < whole) {
        const auto got = ::read(file, piece.data(), piece.size());
        if (got <= 0) return text;
        text.append(piece.data(), static_cast<std::size_t>(got));
        const auto body = text.find("\r\n\r\n");
        const auto length = text.find("Content-Length: ");
        if (body != std::string::npos && length < body)
            whole = body + 4 + static_cast<std::size_t>(std::atol(text.c_str() + length + 16));
    }
    return text;
}

void write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const auto put = ::send(file, text.data(), text.size(), MSG_NOSIGNAL);
        if (put <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
}

/// The third and fourth byte of the body (RFC 8010, 3.1.1).
int operation_of(const std::string& request) {
    const auto body = request.find("\r\n\r\n");
    if (body == std::string::npos || request.size() < body + 8) return 0;
    return static_cast<unsigned char>(request[body + 6]) << 8 | static_cast<unsigned char>(request[body + 7]);
}

}  // namespace

CuttingRelay::CuttingRelay(std::string listens, std::string cups, int operation, Cut cut)
    : listens_(std::move(listens)),
      cups_(std::move(cups)),
      operation_(operation),
      cut_(cut),
      listener_(local_socket()) {
    REQUIRE(listens_.size() < sizeof sockaddr_un::sun_path);
    const auto address = address_of(listens_);
    REQUIRE(::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(listener_, 16) == 0);
    thread_ = std::thread([this] { work(); });
}

CuttingRelay::~CuttingRelay() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
}

void CuttingRelay::work() {
    for (;;) {
        const int client = ::accept(listener_, nullptr, nullptr);
        if (client < 0) return;
        serve(client);
        ::close(client);
    }
}

void CuttingRelay::serve(int client) {
    const auto request = read_message(client);
    const bool cuts = operation_of(request) == operation_ && !done_;
    if (cuts) done_ = true;
    if (cuts && cut_ == Cut::before) return;
    const int cups = local_socket();
    const auto address = address_of(cups_);
    if (::connect(cups, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        write_all(cups, request);
        const auto answer = read_message(cups);
        if (!cuts) write_all(client, answer);
    }
    ::close(cups);
}

}  // namespace ardager::hw
