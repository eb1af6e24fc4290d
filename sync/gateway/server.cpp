#include <utility>  // before Asio 1.81, whose awaitable.hpp uses std::exchange without it

#include "sync/gateway/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <future>
#include <map>
#include <set>

#include "kiosk/base/log.h"
#include "sync/gateway/answers.h"
#include "sync/gateway/beast_http.h"
#include "sync/wire/tuning.h"

namespace ardager::gateway {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using beast_http::Parser;
using std::chrono::steady_clock;
using Stream = beast::ssl_stream<beast::tcp_stream>;
constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);

bool is_empty_page(const wire::HttpResponse& answer) {
    if (answer.status != 200) return false;
    const auto page = wire::FeedPage::from_json(answer.body);
    return page && page->items.empty();
}

}  // namespace

class Server::Network {
public:
    Network(const ServerOptions& options, SSL_CTX* tls, Service& service)
        : limits_(options.limits), tls_(tls), service_(service), acceptor_(io_) {}

    Result<void> listen(const ServerOptions& options) {
        beast::error_code fault;
        const auto address = asio::ip::make_address(options.address, fault);
        if (fault) return fail(Code::invalid_input, "address " + options.address + ": not a numeric address");
        const tcp::endpoint endpoint(address, options.port);
        acceptor_.open(endpoint.protocol(), fault);
        if (!fault) acceptor_.set_option(asio::socket_base::reuse_address(true), fault);
        if (!fault) acceptor_.bind(endpoint, fault);
        if (!fault) acceptor_.listen(asio::socket_base::max_listen_connections, fault);
        if (fault)
            return fail(Code::line, "cannot listen on " + options.address + ":" +
                                        std::to_string(options.port) + ": " + fault.message());
        port_ = acceptor_.local_endpoint().port();
        service_.on_feed_change([this] { notify_feed(); });
        asio::co_spawn(io_, accept(), asio::detached);
        thread_ = std::thread([this] { io_.run(); });
        return {};
    }

    void stop() {
        if (!thread_.joinable()) return;
        asio::post(io_, [this] {
            stopping_ = true;
            acceptor_.close();
            for (auto* stream : streams_) beast::get_lowest_layer(*stream).close();
            wake_polls();
        });
        thread_.join();
        store_.join();
        service_.on_feed_change([] {});
    }

    void notify_feed() {
        asio::post(io_, [this] { wake_polls(); });
    }

    wire::HttpResponse call(const wire::HttpRequest& request, const Peer& peer) {
        std::promise<wire::HttpResponse> answer;
        asio::post(store_, [&] { answer.set_value(service_.handle(request, peer)); });
        return answer.get_future().get();
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    /// Counts something for as long as it lives; network thread only.
    struct Seat {
        std::size_t& taken;
        explicit Seat(std::size_t& count) : taken(count) { ++taken; }
        ~Seat() { --taken; }
        Seat(const Seat&) = delete;
        Seat& operator=(const Seat&) = delete;
    };
    struct Open {
        Open(std::set<Stream*>& all, Stream& stream) : all_(all), stream_(&stream) { all_.insert(stream_); }
        ~Open() { all_.erase(stream_); }
        Open(const Open&) = delete;
        Open& operator=(const Open&) = delete;
        std::set<Stream*>& all_;
        Stream* stream_;
    };

    void wake_polls() {
        ++feed_version_;
        for (auto* poll : polls_) poll->cancel();
    }

    /// Runs on the store thread; the coroutine goes on here.
    template <class Work>
    asio::awaitable<std::invoke_result_t<Work>> on_store(Work work) {
        const Seat seat(waiting_);
        co_return co_await asio::co_spawn(
            store_, [&work]() -> asio::awaitable<std::invoke_result_t<Work>> { co_return work(); },
            asio::use_awaitable);
    }

    asio::awaitable<void> accept() {
        while (!stopping_) {
            auto [fault, socket] = co_await acceptor_.async_accept(kTuple);
            if (stopping_) co_return;
            if (fault) {  // out of descriptors: others must end first
                asio::steady_timer pause(io_, std::chrono::milliseconds(100));
                co_await pause.async_wait(kTuple);
                continue;
            }
            if (streams_.size() >= limits_.connections || handshakes_ >= limits_.handshakes) continue;
            asio::co_spawn(io_, serve(std::move(socket)), [](const std::exception_ptr& thrown) {
                if (thrown) log(LogLevel::error, "gateway", "a connection ended by an exception");
            });
        }
    }

    asio::awaitable<void> serve(tcp::socket socket) {
        beast::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        Stream stream(std::move(socket), tls_);
        const Open open(streams_, stream);
        {
            const Seat seat(handshakes_);
            beast::get_lowest_layer(stream).expires_after(limits_.handshake);
            const auto [fault] = co_await stream.async_handshake(asio::ssl::stream_base::server, kTuple);
            if (fault) {
                log(LogLevel::info, "gateway", "a TLS handshake failed: " + fault.message());
                co_return;
            }
        }
        const auto peer = peer_of(stream.native_handle());
        if (!peer) co_return;
        auto& of_this_certificate = per_certificate_[peer->certificate_fingerprint];
        const Seat seat(of_this_certificate);
        const bool crowded = of_this_certificate > limits_.connections_per_certificate;
        beast::flat_buffer buffer;
        Next next = Next::request;
        while (!stopping_ && next == Next::request) next = co_await exchange(stream, buffer, crowded);
        if (next == Next::nothing) co_return;
        beast::get_lowest_layer(stream).expires_after(limits_.handshake);
        co_await stream.async_shutdown(kTuple);
    }

    /// What a connection does after an exchange. A broken line gets no farewell: the wait for its answer
    /// would hold one of the few places that its device has, and a line that broke before soon breaks again.
    enum class Next { request, farewell, nothing };

    /// One request and its answer.
    asio::awaitable<Next> exchange(Stream& stream, beast::flat_buffer& buffer, bool crowded) {
        auto& line = beast::get_lowest_layer(stream);
        if (buffer.size() == 0) {
            line.expires_after(limits_.idle);
            const auto [fault, size] = co_await stream.async_read_some(buffer.prepare(4096), kTuple);
            if (fault) co_return Next::nothing;
            buffer.commit(size);
        }
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(kMostHeaderBytes));
        parser.body_limit(wire::kMostBodyBytes);
        line.expires_after(limits_.header);
        const auto [fault, size] = co_await http::async_read_header(stream, buffer, parser, kTuple);
        auto refused = fault ? beast_http::answer_to(fault) : beast_http::check_framing(parser);
        if (fault && !refused) co_return Next::nothing;
        const bool framed = !refused;
        const auto peer = peer_of(stream.native_handle());
        if (!peer) co_return Next::nothing;
        if (!refused && (crowded || waiting_ >= kMostWaitingRequests))
            refused = busy(crowded ? "too many connections with this certificate"
                                   : "too many requests are waiting");
        wire::HttpRequest request = beast_http::head_of(parser);
        if (!refused) refused = co_await on_store([&] { return service_.refuse_early(request, *peer); });
        if (refused) {
            log(LogLevel::info, "gateway",
                "refused with " + std::to_string(refused->status) + ": " +
                    peer->certificate_fingerprint.substr(0, 16));
            // Otherwise a body follows, or nobody can tell where this request ends.
            const bool goes_on = framed && parser.is_done() && !crowded;
            const bool answered = co_await answer(stream, std::move(*refused), goes_on);
            if (answered && !goes_on) co_await let_go(stream);
            co_return (goes_on && answered) ? Next::request : Next::nothing;
        }
        const bool whole = co_await read_body(stream, buffer, parser);
        request.body = std::move(parser.get().body());
        if (!whole) {
            co_await on_store([&] { return service_.keep_partial(request, *peer), true; });
            co_return Next::nothing;
        }
        auto response = co_await handle(stream, request, *peer);
        const bool keep = parser.get().keep_alive() && !stopping_;
        if (!co_await answer(stream, std::move(response), keep)) co_return Next::nothing;
        co_return keep ? Next::request : Next::farewell;
    }

    /// Ends our side and throws away what still comes, since closing over unread bytes would reset the line
    /// and with it the answer that the other side has not read yet (RFC 9112 §9.6).
    asio::awaitable<void> let_go(Stream& stream) {
        auto& line = beast::get_lowest_layer(stream);
        beast::error_code ignored;
        line.socket().shutdown(tcp::socket::shutdown_send, ignored);
        line.expires_after(limits_.let_go);
        std::array<char, 16384> thrown_away{};
        for (std::size_t total = 0; total < wire::kMostBodyBytes;) {
            const auto [fault, size] = co_await line.async_read_some(asio::buffer(thrown_away), kTuple);
            if (fault) co_return;
            total += size;
        }
    }

    /// False when the line broke or fell silent; what came is in the parser.
    asio::awaitable<bool> read_body(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
        auto& line = beast::get_lowest_layer(stream);
        if (!parser.is_done() && parser.get()[http::field::expect] == "100-continue") {
            constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
            const auto [fault, size] = co_await asio::async_write(stream, asio::buffer(kGoOn), kTuple);
            if (fault) co_return false;
        }
        const std::size_t length = static_cast<std::size_t>(parser.content_length().value_or(0));
        const auto latest = steady_clock::now() + limits_.stall + slowest_time(length);
        while (!parser.is_done()) {
            line.expires_at(std::min(latest, steady_clock::now() + limits_.stall));
            const auto [fault, size] = co_await http::async_read_some(stream, buffer, parser, kTuple);
            if (fault) co_return false;
        }
        co_return true;
    }

    asio::awaitable<wire::HttpResponse> handle(Stream& stream, const wire::HttpRequest& request,
                                               const Peer& peer) {
        const auto latest = steady_clock::now() + std::min(Service::may_wait(request), limits_.longest_poll);
        for (;;) {
            const auto seen = feed_version_;
            auto response = co_await on_store([&] { return service_.handle(request, peer); });
            asio::post(store_, [this] { service_.settle(); });
            const bool waits = steady_clock::now() < latest && is_empty_page(response) && !stopping_;
            if (!waits) co_return response;
            if (feed_version_ == seen && !co_await feed_grows(stream, latest)) co_return response;
        }
    }

    /// False when the time is over, or the other side went away or spoke again.
    asio::awaitable<bool> feed_grows(Stream& stream, steady_clock::time_point latest) {
        auto& line = beast::get_lowest_layer(stream);
        line.expires_never();
        const auto seen = feed_version_;
        const auto poll = std::make_shared<asio::steady_timer>(io_, latest);
        line.socket().async_wait(tcp::socket::wait_read, [poll](const beast::error_code& fault) {
            if (!fault) poll->cancel();
        });
        polls_.insert(poll.get());
        co_await poll->async_wait(kTuple);
        polls_.erase(poll.get());
        beast::error_code ignored;
        line.socket().cancel(ignored);
        co_return feed_version_ != seen && !stopping_;
    }

    asio::awaitable<bool> answer(Stream& stream, wire::HttpResponse response, bool keep_alive) {
        const auto out = beast_http::to_beast(std::move(response), keep_alive);
        beast::get_lowest_layer(stream).expires_after(limits_.stall + slowest_time(out.body().size()));
        const auto [fault, size] = co_await http::async_write(stream, out, kTuple);
        co_return !fault;
    }

    [[nodiscard]] std::chrono::milliseconds slowest_time(std::size_t bytes) const {
        return std::chrono::milliseconds(bytes * 1000 / limits_.slowest_bytes_per_second);
    }

    ServerLimits limits_;
    asio::io_context io_{1};
    asio::thread_pool store_{1};
    asio::ssl::context tls_;
    Service& service_;
    tcp::acceptor acceptor_;
    std::thread thread_;
    std::uint16_t port_ = 0;
    // All below: network thread only.
    bool stopping_ = false;
    std::set<Stream*> streams_;
    std::set<asio::steady_timer*> polls_;
    std::map<std::string, std::size_t> per_certificate_;
    std::size_t handshakes_ = 0;
    std::size_t waiting_ = 0;
    std::uint64_t feed_version_ = 0;
};

Server::Server(std::unique_ptr<Network> network) : network_(std::move(network)) {}
Server::~Server() {
    stop();
}
std::uint16_t Server::port() const {
    return network_->port();
}
void Server::stop() {
    network_->stop();
}
void Server::notify_feed() {
    network_->notify_feed();
}
wire::HttpResponse Server::call(const wire::HttpRequest& request, const Peer& peer) {
    return network_->call(request, peer);
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Service& service) {
    SSL_CTX* tls = TRY(make_server_context(options.files));
    auto network = std::make_unique<Network>(options, tls, service);
    TRY(network->listen(options));
    return std::unique_ptr<Server>(new Server(std::move(network)));
}

}  // namespace ardager::gateway
