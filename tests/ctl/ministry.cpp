#include "tests/ctl/ministry.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "kiosk/base/source_folder.h"
#include "sync/https/https.h"

namespace ardager::ctl_test {
namespace {

/// Free a moment ago; the gateway must come back to the same one after it was killed.
std::uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    REQUIRE(socket >= 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(socket);
    return ntohs(address.sin_port);
}

}  // namespace

Ministry::Ministry() : port_(free_port()) {
    issues({});
    for (const auto& words :
         {Words{"device", "add", "--device", "KRG03-K1", "--cert", certificate("KRG03-K1")},
          Words{"officer", "add", "--name", "officer", "--cert", certificate("officer")}}) {
        const auto listed = administers(words);
        INFO(listed.err);
        REQUIRE(listed.exit == 0);
    }
}

void Ministry::issues(const Words& words) const {
    Words all{source_folder("packaging/dev-pki.sh").string(), folder_ / "pki"};
    all.insert(all.end(), words.begin(), words.end());
    const auto made = run(all);
    INFO(made.err);
    REQUIRE(made.exit == 0);
}

Outcome Ministry::administers(Words words) const {
    words.insert(words.begin(), {ARDAGER_GATEWAY, "--data", data()});
    return run(words);
}

void Ministry::starts() {
    gateway_.reset();
    gateway_.emplace(Words{ARDAGER_GATEWAY, "--role", "ministry", "--data", data(), "--listen",
                           "127.0.0.1:" + std::to_string(port_), "--cert", certificate("gateway"), "--key",
                           key("gateway"), "--ca", ca()});
    const auto line = gateway_->first_line();
    REQUIRE(line.find("listening") != std::string::npos);
}

void Ministry::is_killed() {
    REQUIRE(gateway_);
    gateway_->signal(SIGKILL);
    CHECK(gateway_->wait().exit == 128 + SIGKILL);
    gateway_.reset();
}

Words Ministry::for_device(const std::string& name) const {
    return {"--gateway", url(), "--cert", certificate(name), "--key", key(name), "--ca", ca()};
}

Outcome Ministry::officer(Words words) const {
    words.insert(words.begin(), {ARDAGER_CTL, "--json", "provider"});
    const auto line = for_device("officer");
    words.insert(words.end(), line.begin(), line.end());
    return run(words);
}

Json Ministry::applications() const {
    const auto listed = officer({"list"});
    INFO(listed.out << listed.err);
    REQUIRE(listed.exit == 0);
    return listed.json().at("applications");
}

std::string Ministry::file(const Digest& digest) const {
    const auto transport =
        https::HttpsTransport::create({url(), certificate("officer"), key("officer"), ca()});
    REQUIRE(transport);
    const auto answer = (*transport)->call({"GET", "/v1/provider/files/" + digest.hex(), {}, {}}, 0);
    return answer && answer->status == 200 ? answer->body : std::string();
}

std::uintmax_t Ministry::stored_bytes() const {
    std::uintmax_t bytes = 0;
    for (const auto& item : std::filesystem::directory_iterator(data())) {
        std::error_code gone;  // a journal file may go while we look
        const auto size = item.file_size(gone);
        if (!gone) bytes += size;
    }
    return bytes;
}

}  // namespace ardager::ctl_test
