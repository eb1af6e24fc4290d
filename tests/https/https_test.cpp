#include "sync/https/https.h"

#include <csignal>

#include "loopback_server.h"

using namespace ardager;
using wire::LineFault;

namespace {

const wire::HttpRequest kWhoAmI{"GET", "/v1/whoami", {}, {}};

/// One device, one gateway, and what differs from the good case.
class Line {
public:
    Line() {
        std::signal(SIGPIPE, SIG_IGN);  // the test server's; libcurl guards its own sockets
        server_wish = {certificates.gateway, &certificates.ca};
        client = certificates.device;
    }
    https::HttpsTransport& transport() {
        if (transport_) return *transport_;
        server = std::make_unique<LoopbackServer>(server_wish);
        https::HttpsOptions options{"https://" + host + ":" + std::to_string(server->port()),
                                    certificates.write_certificate(client), certificates.write_key(client),
                                    certificates.write_certificate(certificates.ca)};
        auto made = https::HttpsTransport::create(options);
        REQUIRE(made);
        transport_ = std::move(*made);
        return *transport_;
    }
    std::string fault(int limit_ms = 5000) {
        const auto answer = transport().call(kWhoAmI, limit_ms);
        if (answer) return "none: " + std::to_string(answer->status);
        UNSCOPED_INFO(answer.error().detail);
        return wire::line_fault_name(answer.error().fault);
    }

    Certificates certificates;
    ServerWish server_wish;
    Certificate client;
    std::string host = "localhost";
    std::unique_ptr<LoopbackServer> server;

private:
    std::unique_ptr<https::HttpsTransport> transport_;
};

}  // namespace

TEST_CASE("requests of every method arrive whole on one connection", "[https]") {
    Line line;
    std::vector<std::string> seen;
    line.server_wish.answer = [&](const std::string& request) {
        seen.push_back(request);
        return request.starts_with("HEAD") ? http_answer(200, "", "Upload-Offset: 7\r\n")
                                           : http_answer(201, "made");
    };
    const std::string body(300'000, '\x01');
    for (const auto& request :
         {wire::HttpRequest{"GET", "/v1/feed?after=1", {}, {}},
          wire::HttpRequest{"POST", "/v1/files", {}, {}},
          wire::HttpRequest{
              "PATCH", "/v1/files/x", {{"Content-Type", "application/offset+octet-stream"}}, body}}) {
        const auto answer = line.transport().call(request, 0);
        REQUIRE(answer);
        CHECK(answer->status == 201);
        CHECK(answer->body == "made");
        CHECK(seen.back().starts_with(request.method + " " + request.target + " HTTP/1.1\r\n"));
        CHECK(seen.back().ends_with("\r\n\r\n" + request.body));
        CHECK(seen.back().find("Expect:") == std::string::npos);
        CHECK(seen.back().find("form-urlencoded") == std::string::npos);
    }
    const auto head = line.transport().call({"HEAD", "/v1/files/x", {}, {}}, 0);
    REQUIRE(head);
    CHECK(wire::header(head->headers, "upload-offset") == "7");
    CHECK(line.server->connections() == 1);
}

TEST_CASE("each failure of TLS is told apart", "[https]") {
    struct Row {
        const char* what;
        std::function<void(Line&)> arrange;
        const char* fault;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing wrong", [](Line&) {}, "none: 200"},
        {"by address", [](Line& line) { line.host = "127.0.0.1"; }, "none: 200"},
        {"foreign gateway",
         [](Line& line) {
             line.server_wish.shown =
                 line.certificates.make({"x", "DNS:localhost"}, &line.certificates.foreign_ca);
         },
         "peer_untrusted"},
        {"self-signed gateway",
         [](Line& line) {
             line.server_wish.shown = line.certificates.make({"x", "DNS:localhost"}, nullptr);
         },
         "peer_untrusted"},
        {"expired gateway",
         [](Line& line) {
             line.server_wish.shown =
                 line.certificates.make({"x", "DNS:localhost", -9, -2}, &line.certificates.ca);
         },
         "peer_expired"},
        {"gateway of tomorrow",
         [](Line& line) {
             line.server_wish.shown =
                 line.certificates.make({"x", "DNS:localhost", 1, 9}, &line.certificates.ca);
         },
         "clock_wrong"},
        {"another name",
         [](Line& line) {
             line.server_wish.shown =
                 line.certificates.make({"localhost", "DNS:example.kz"}, &line.certificates.ca);
         },
         "peer_wrong_name"},
        {"another address",
         [](Line& line) {
             line.host = "127.0.0.1";
             line.server_wish.shown = line.certificates.make({"x", "DNS:localhost"}, &line.certificates.ca);
         },
         "peer_wrong_name"},
        {"foreign device",
         [](Line& line) {
             line.client = line.certificates.make({"KRG03-K1", ""}, &line.certificates.foreign_ca);
         },
         "rejected_unknown"},
        {"expired device",
         [](Line& line) {
             line.client = line.certificates.make({"KRG03-K1", "", -9, -2}, &line.certificates.ca);
         },
         "rejected_expired"},
        {"revoked device", [](Line& line) { line.server_wish.revokes = true; }, "rejected_revoked"},
        {"TLS 1.2", [](Line& line) { line.server_wish.most_version = TLS1_2_VERSION; }, "not_a_gateway"},
        {"no TLS", [](Line& line) { line.server_wish.plain = true; }, "not_a_gateway"},
    }));
    CAPTURE(row.what);
    Line line;
    row.arrange(line);
    CHECK(line.fault() == row.fault);
}

TEST_CASE("each failure of an exchange is told apart", "[https]") {
    struct Row {
        const char* what;
        std::string answer;
        const char* fault;
    };
    const auto row = GENERATE(values<Row>({
        {"closed without a word", "", "broken"},
        {"cut in the middle", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n(cut)", "broken"},
        {"silence", "wait", "timed_out"},
        {"too large", http_answer(200, std::string(9U << 20, 'x')), "not_a_gateway"},
        {"headers too large", http_answer(200, "", "X: " + std::string(20'000, 'x') + "\r\n"),
         "not_a_gateway"},
        {"no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n(cut)", "not_a_gateway"},
        {"redirect", http_answer(302, "", "Location: https://example.kz/\r\n"), "none: 302"},
        {"portal", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "none: 200"},
        {"revoked", http_answer(403, R"({"code":"certificate_revoked","detail":""})"), "rejected_revoked"},
        {"expired", http_answer(403, R"({"code":"certificate_expired","detail":""})"), "rejected_expired"},
        {"not on the list", http_answer(403, R"({"code":"certificate_unknown","detail":""})"),
         "rejected_unknown"},
        {"another refusal", http_answer(403, R"({"code":"wrong_device","detail":""})"), "none: 403"},
    }));
    CAPTURE(row.what);
    Line line;
    line.server_wish.answer = [&](const std::string&) { return row.answer; };
    CHECK(line.fault(row.answer == "wait" ? 300 : 5000) == row.fault);
}

TEST_CASE("a gateway that is not there is unreachable", "[https]") {
    Line line;
    line.transport();
    line.server.reset();
    CHECK(line.fault() == "unreachable");
}

TEST_CASE("a call after a cut makes a new connection and resumes no session", "[https]") {
    Line line;
    int requests = 0;
    line.server_wish.answer = [&](const std::string&) {
        return ++requests % 2 == 0 ? "" : http_answer(200, "ok");
    };
    CHECK(line.fault() == "none: 200");
    CHECK(line.fault() ==
          "none: 200");  // libcurl itself repeats a request that a reused connection did not take
    CHECK(line.fault() == "none: 200");
    CHECK(line.server->connections() > 1);
    CHECK(line.server->resumed() == 0);
}

TEST_CASE("what has a body is not sent again behind the caller's back", "[https]") {
    // The other side keeps what came of a piece: from where it goes on, only the caller can ask.
    Line line;
    int pieces = 0;
    line.server_wish.answer = [&](const std::string& request) -> std::string {
        if (request.starts_with("GET")) return http_answer(200, "ok");
        ++pieces;
        return "";
    };
    CHECK(line.fault() == "none: 200");
    const auto answer = line.transport().call({"PATCH", "/v1/files/x", {}, std::string(300'000, 'x')}, 5000);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().fault == LineFault::broken);
    CHECK(pieces == 1);
    CHECK(line.fault() == "none: 200");
}

TEST_CASE("on a line that was cut the records are small, until it is calm again", "[https]") {
    Line line;
    std::string answer = http_answer(200, "ok");
    line.server_wish.answer = [&](const std::string&) { return answer; };
    const auto sends = [&](std::size_t bytes) {
        return line.transport().call({"PATCH", "/v1/files/x", {}, std::string(bytes, 'x')}, 5000).has_value();
    };
    const auto largest_record_of = [&](std::size_t bytes) {
        REQUIRE(sends(bytes));
        return line.server->largest_record_bytes();
    };
    CHECK(largest_record_of(100'000) > 16'000);
    answer.clear();
    CHECK_FALSE(sends(1));
    answer = http_answer(200, "ok", "Connection: close\r\n");
    CHECK(largest_record_of(100'000) < 4'500);
    CHECK(largest_record_of(8'000'000) < 4'500);
    REQUIRE(sends(9'000'000));
    CHECK(largest_record_of(100'000) > 16'000);
}

TEST_CASE("an interruption ends a call that waits, and no later one", "[https]") {
    Line line;
    std::atomic<bool> silent{true};
    https::HttpsTransport* transport = nullptr;
    line.server_wish.answer = [&](const std::string&) -> std::string {
        if (!silent.exchange(false)) return http_answer(200, "ok");
        transport->interrupt();
        return "wait";
    };
    transport = &line.transport();
    const auto answer = transport->call(kWhoAmI, 60'000);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().fault == LineFault::broken);
    CHECK(answer.error().detail == "interrupted");
    CHECK(line.fault() == "none: 200");
}

TEST_CASE("options that cannot work are refused before any call", "[https]") {
    Certificates certificates;
    const auto certificate = certificates.write_certificate(certificates.device);
    const auto key = certificates.write_key(certificates.device);
    const auto code = [&](const std::string& url, const std::filesystem::path& key_file) {
        const auto made = https::HttpsTransport::create({url, certificate, key_file, certificate});
        return made ? "fine" : code_name(made.error().code);
    };
    CHECK(code("https://localhost:8443", key) == std::string("fine"));
    CHECK(code("https://localhost:8443/", key) == std::string("fine"));
    for (const char* url :
         {"http://localhost", "https://", "localhost", "https://a/b", "https://u:p@host", "https://a b"})
        CHECK(code(url, key) == std::string("invalid_input"));
    CHECK(code("https://localhost", "/nowhere/key.pem") == std::string("not_found"));
    std::filesystem::permissions(key, std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    CHECK(code("https://localhost", key) == std::string("not_allowed"));
}
