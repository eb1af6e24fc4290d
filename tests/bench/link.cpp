#include "tests/bench/link.h"

namespace ardager::bench {
namespace {

// One call in four meets a mishap in rough weather: enough that most passes do, few enough that some end.
constexpr std::uint64_t kCallsPerMishap = 4;
constexpr std::uint64_t kSlowestMs = 400;

}  // namespace

tl::unexpected<wire::LineError> Link::broken() const {
    return tl::unexpected(wire::LineError{wire::LineFault::broken, "the simulated line broke"});
}

wire::HttpRequest Link::first_part(wire::HttpRequest request) {
    request.body.resize(static_cast<std::size_t>(random_.below(request.body.size() + 1)));
    return request;
}

tl::expected<wire::HttpResponse, wire::LineError> Link::mishap(const wire::HttpRequest& request) {
    switch (random_.below(7)) {
        case 0:
            return broken();  // the request never arrived
        case 1:               // cut in the middle of the request
            if (request.method == "PATCH") keep_part_(first_part(request));
            return broken();
        case 2:  // done there, the reply is lost
            deliver_(request);
            return broken();
        case 3:  // arrived twice
            deliver_(request);
            return deliver_(request);
        case 4:  // a captive portal answers for the gateway
            return wire::HttpResponse{
                200, {{"Content-Type", "text/html"}}, "<html>Welcome to the hotel</html>"};
        case 5:  // a proxy gives up; TLS keeps bytes from being altered, so no reply of ours is ever forged
            return wire::HttpResponse{502, {{"Content-Type", "text/html"}}, "<html>Bad gateway</html>"};
        default: {
            auto response = deliver_(request);
            clock_.advance(std::chrono::minutes(2));
            return tl::unexpected(
                wire::LineError{wire::LineFault::timed_out, "the simulated line took too long"});
        }
    }
}

tl::expected<wire::HttpResponse, wire::LineError> Link::call(const wire::HttpRequest& request, int) {
    clock_.advance(Milliseconds(static_cast<std::int64_t>(1 + random_.below(kSlowestMs))));
    if (!up_)
        return tl::unexpected(wire::LineError{wire::LineFault::unreachable, "the simulated line is down"});
    if (weather_ == Weather::rough && random_.below(kCallsPerMishap) == 0) return mishap(request);
    return deliver_(request);
}

}  // namespace ardager::bench
