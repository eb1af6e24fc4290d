// Real sockets, real TLS, certificates of packaging/dev-pki.sh.
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "sync/gateway/server.h"
#include "tests/gateway/ministry_fixture.h"
#include "tests/gateway/tls_client.h"

using namespace ardager;
using namespace ardager::gateway;
using namespace std::chrono_literals;

namespace {

/// Runs packaging/dev-pki.sh in one folder with these further words.
void make_certificates(const std::filesystem::path& folder, std::vector<std::string> words) {
    words.insert(words.begin(), {source_folder("packaging/dev-pki.sh").string(), folder.string()});
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    REQUIRE(posix_spawn(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
}

/// Made once for the whole program.
const std::filesystem::path& pki() {
    static const Folder folder;
    static const bool made = [] {
        make_certificates(folder.path(), {});
        make_certificates(folder.path(), {"device", "KRG03-K2"});
        make_certificates(folder.path(), {"device", "KRG03-OLD", "--expired"});
        make_certificates(folder.path(), {"foreign", "KRG03-X1"});
        return true;
    }();
    REQUIRE(made);
    return folder.path();
}

class Gateway {
public:
    explicit Gateway(const ServerLimits& limits = {}) {
        ServerOptions options;
        options.files = {pki() / "gateway.cert.pem", pki() / "gateway.key.pem", pki() / "ca.cert.pem"};
        options.limits = limits;
        lists("KRG03-K1", Role::device);
        lists("officer", Role::officer);
        auto started = Server::start(options, ministry.service());
        REQUIRE(started);
        server = std::move(*started);
    }
    void lists(const std::string& name, Role role) {
        const auto pem = *read_file(pki() / (name + ".cert.pem"), 100'000);
        REQUIRE(ministry.store().peers().add(
            {*certificate_fingerprint(as_text(pem)), role, name, PeerStatus::active}));
    }
    [[nodiscard]] ClientOptions as(const std::string& name) const { return {server->port(), pki(), name}; }

    Ministry ministry;
    std::unique_ptr<Server> server;
};

/// A busy machine may miss a short limit now and then; it does not a hundred times.
bool is_served(Gateway& gateway) {
    for (int i = 0; i < 100; ++i) {
        TlsClient client(gateway.as("KRG03-K1"));
        if (client.connected() && client.asks("GET", "/v1/whoami")) return true;
    }
    return false;
}

wire::Headers tus(std::size_t offset) {
    return {{"Tus-Resumable", "1.0.0"},
            {"Content-Type", "application/offset+octet-stream"},
            {"Upload-Offset", std::to_string(offset)}};
}

}  // namespace

TEST_CASE("a listed device is served over one connection, without a session ticket", "[gateway][tls]") {
    Gateway gateway;
    TlsClient client(gateway.as("KRG03-K1"));
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.asks("GET", "/v1/whoami");
        REQUIRE(answer);
        CHECK(answer->status == 200);
        CHECK(wire::header(answer->headers, wire::kProtocolHeader) == wire::kProtocol);
        CHECK(wire::WhoAmI::from_json(answer->body)->device == "KRG03-K1");
    }
    CHECK_FALSE(client.got_a_ticket());
}

TEST_CASE("who has no certificate of ours gets no answer at all", "[gateway][tls]") {
    Gateway gateway;
    const std::string name = GENERATE("", "KRG03-X1");
    CAPTURE(name);
    TlsClient client(gateway.as(name));
    CHECK_FALSE(client.asks("GET", "/v1/whoami"));
}

TEST_CASE("TLS 1.2 is not spoken", "[gateway][tls]") {
    Gateway gateway;
    ClientOptions old = gateway.as("KRG03-K1");
    old.highest_version = TLS1_2_VERSION;
    CHECK_FALSE(TlsClient(old).connected());
}

TEST_CASE("expired, revoked and unlisted certificates are told apart over the line", "[gateway][tls]") {
    Gateway gateway;
    gateway.lists("KRG03-OLD", Role::device);
    const auto code = [&](const std::string& name) {
        TlsClient client(gateway.as(name));
        const auto answer = client.asks("GET", "/v1/whoami");
        return answer ? code_of(*answer) : "no answer";
    };
    CHECK(code("KRG03-OLD") == "certificate_expired");
    CHECK(code("KRG03-K2") == "certificate_unknown");
    TlsClient open(gateway.as("KRG03-K1"));
    CHECK(open.asks("GET", "/v1/whoami")->status == 200);
    auto peers = *PeerList::open(SqliteStoreOptions{gateway.ministry.folder(), {}}.peers());
    REQUIRE(peers->revoke(Role::device, "KRG03-K1", ""));
    // The open connection is told as well as a new one.
    CHECK(code_of(*open.asks("GET", "/v1/whoami")) == "certificate_revoked");
    CHECK(code("KRG03-K1") == "certificate_revoked");
}

TEST_CASE("a refused certificate is answered before its body was sent", "[gateway][tls]") {
    Gateway gateway;
    TlsClient client(gateway.as("KRG03-K2"));
    REQUIRE(client.sends(
        "POST /v1/journals/KRG03-K2/entries HTTP/1.1\r\nHost: g\r\nContent-Length: 5000000\r\n\r\n"));
    const auto answer = client.receives();
    REQUIRE(answer);
    CHECK(code_of(*answer) == "certificate_unknown");
}

TEST_CASE("requests beyond the limits are refused", "[gateway][tls]") {
    struct Row {
        const char* what;
        std::string request;
        int status;
    };
    const std::string post = "POST /v1/journals/KRG03-K1/entries HTTP/1.1\r\nHost: g\r\n";
    const auto row =
        GENERATE_COPY(Row{"a header over 16 KiB",
                          "GET /v1/whoami HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
                      Row{"a body over 8 MiB", post + "Content-Length: 8388609\r\n\r\n", 413},
                      Row{"chunks", post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 411},
                      Row{"a body without a length", post + "\r\n", 411},
                      Row{"two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400},
                      Row{"no HTTP", "hello gateway\r\n\r\n", 400});
    CAPTURE(row.what);
    Gateway gateway;
    TlsClient client(gateway.as("KRG03-K1"));
    REQUIRE(client.sends(row.request));
    const auto answer = client.receives();
    REQUIRE(answer);
    CHECK(answer->status == row.status);
    CHECK(wire::header(answer->headers, wire::kProtocolHeader) == wire::kProtocol);
    CHECK_FALSE(client.receives());
}

TEST_CASE("a client that falls silent is let go, and the others are served", "[gateway][tls]") {
    struct Row {
        const char* what;
        std::chrono::milliseconds ServerLimits::*limit;
        std::string request;
    };
    const auto row =
        GENERATE(Row{"before its request", &ServerLimits::idle, ""},
                 Row{"in its header", &ServerLimits::header, "GET /v1/whoami HTTP/1.1\r\nHost:"},
                 Row{"in its body", &ServerLimits::stall,
                     "POST /v1/journals/KRG03-K1/entries HTTP/1.1\r\nContent-Length: 9\r\n\r\nhalf"});
    CAPTURE(row.what);
    ServerLimits limits;
    limits.*row.limit = 300ms;
    Gateway gateway(limits);
    TlsClient client(gateway.as("KRG03-K1"));
    if (!row.request.empty()) REQUIRE(client.sends(row.request));
    CHECK_FALSE(client.receives());
    CHECK(is_served(gateway));
}

TEST_CASE("a silent handshake is let go", "[gateway][tls]") {
    ServerLimits limits;
    limits.handshake = 300ms;
    limits.handshakes = 1;
    Gateway gateway(limits);
    ClientOptions silent = gateway.as("KRG03-K1");
    silent.handshakes = false;
    TlsClient client(silent);
    CHECK(client.is_let_go());
    CHECK(is_served(gateway));
}

TEST_CASE("one certificate has so many connections and no more", "[gateway][tls]") {
    ServerLimits limits;
    limits.connections_per_certificate = 2;
    Gateway gateway(limits);
    TlsClient first(gateway.as("KRG03-K1"));
    TlsClient second(gateway.as("KRG03-K1"));
    REQUIRE(first.asks("GET", "/v1/whoami")->status == 200);
    REQUIRE(second.asks("GET", "/v1/whoami")->status == 200);
    TlsClient third(gateway.as("KRG03-K1"));
    const auto answer = third.asks("GET", "/v1/whoami");
    REQUIRE(answer);
    CHECK(answer->status == 503);
    CHECK(code_of(*answer) == "busy");
    CHECK(TlsClient(gateway.as("officer")).asks("GET", "/v1/whoami")->status == 200);
}

TEST_CASE("lines that broke hold no places of their device", "[gateway][tls]") {
    ServerLimits limits;
    limits.connections_per_certificate = 2;
    Gateway gateway(limits);
    TlsClient first(gateway.as("KRG03-K1"));
    TlsClient second(gateway.as("KRG03-K1"));
    for (auto* broken : {&first, &second}) {
        REQUIRE(broken->sends("PATCH /v1/files/x HTTP/1.1\r\nContent-Length: 1000\r\n\r\nhalf"));
        broken->ends_its_side();
    }
    // The gateway notices the ends and our question in any order, but it waits ten seconds for no farewell.
    int status = 0;
    for (int i = 0; i < 100 && status != 200; ++i) {
        const auto answer = TlsClient(gateway.as("KRG03-K1")).asks("GET", "/v1/whoami");
        if (answer) status = answer->status;
    }
    CHECK(status == 200);
}

TEST_CASE("a piece cut in the middle goes on from the byte that came", "[gateway][tls]") {
    Gateway gateway;
    Kiosk kiosk;
    const Scan page{std::string(300'000, 'p')};
    kiosk.accepts({page});
    TlsClient client(gateway.as("KRG03-K1"));
    REQUIRE(client
                .asks("POST", "/v1/journals/KRG03-K1/entries", {{"Content-Encoding", "zstd"}},
                      wire::compress(wire::encode_entries(kiosk.journal())))
                ->status == 200);
    const std::string metadata = "sha256 " + to_base64(as_bytes(page.digest().hex()));
    REQUIRE(
        client
            .asks("POST", "/v1/files",
                  {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", "300000"}, {"Upload-Metadata", metadata}})
            ->status == 201);
    const std::string target = "/v1/files/" + page.digest().hex();
    REQUIRE(client.sends("PATCH " + target +
                         " HTTP/1.1\r\nHost: g\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                         "Content-Type: application/offset+octet-stream\r\nContent-Length: 300000\r\n\r\n" +
                         page.bytes.substr(0, 100'000)));
    client.cuts();
    TlsClient again(gateway.as("KRG03-K1"));
    std::string offset = "0";
    // The gateway notices the cut and our question in either order.
    for (int i = 0; i < 1000 && offset == "0"; ++i)
        offset = offset_header(*again.asks("HEAD", target, {{"Tus-Resumable", "1.0.0"}}));
    REQUIRE(offset == "100000");
    CHECK(again.asks("PATCH", target, tus(100'000), page.bytes.substr(100'000))->status == 204);
    const wire::HttpRequest shown{"GET", "/v1/provider/applications/" + kiosk.last_number(), {}, {}};
    const auto application = gateway.server->call(shown, gateway.ministry.officer());
    CHECK(parse_json(application.body)->at("state") == "received");
}

TEST_CASE("a long poll is answered when a decision is made", "[gateway][tls]") {
    Gateway gateway;
    Kiosk kiosk;
    kiosk.accepts();
    TlsClient device(gateway.as("KRG03-K1"));
    REQUIRE(device.asks("POST", "/v1/journals/KRG03-K1/entries", {}, wire::encode_entries(kiosk.journal()))
                ->status == 200);
    REQUIRE(device.sends("GET /v1/feed?after=0&wait=60 HTTP/1.1\r\nHost: g\r\n\r\n"));
    TlsClient officer(gateway.as("officer"));
    REQUIRE(officer
                .asks("POST", "/v1/provider/applications/" + kiosk.last_number() + "/decisions", {},
                      R"({"kind":"register"})")
                ->status == 200);
    const auto answer = device.receives();
    REQUIRE(answer);
    CHECK(wire::FeedPage::from_json(answer->body)->items.size() == 1);
    CHECK(device.asks("GET", "/v1/whoami")->status == 200);
}

TEST_CASE("a long poll does not hold up the end", "[gateway][tls]") {
    Gateway gateway;
    TlsClient device(gateway.as("KRG03-K1"));
    REQUIRE(device.asks("GET", "/v1/whoami")->status == 200);
    REQUIRE(device.sends("GET /v1/feed?after=0&wait=60 HTTP/1.1\r\nHost: g\r\n\r\n"));
    gateway.server->stop();
    CHECK_FALSE(device.receives());
}

TEST_CASE("a server that cannot start says what and where", "[gateway][tls]") {
    Gateway gateway;
    ServerOptions options;
    options.files = {pki() / "gateway.cert.pem", pki() / "gateway.key.pem", pki() / "ca.cert.pem"};
    options.port = gateway.server->port();
    CHECK(Server::start(options, gateway.ministry.service()).error().code == Code::line);
    options.files.key = pki() / "officer.key.pem";
    const auto other_key = Server::start(options, gateway.ministry.service());
    REQUIRE_FALSE(other_key);
    CHECK(other_key.error().detail.find("officer.key.pem") != std::string::npos);
}
