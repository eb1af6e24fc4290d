// Requests and responses as values: what libcurl sends, what the gateway's server reads, what the simulated
// link carries.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/result.h"

namespace ardager::wire {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Value of a header, names compared without case; empty when absent.
[[nodiscard]] std::string header(const Headers& headers, std::string_view name);

struct HttpRequest {
    std::string method;  // GET, POST, HEAD, PATCH
    std::string target;  // path and query, origin form
    Headers headers;
    std::string body;
};

struct HttpResponse {
    int status = 0;
    Headers headers;
    std::string body;
};

/// Path and decoded query of a target. Error: invalid_input.
struct Target {
    std::vector<std::string> path;  // segments, percent-decoded
    std::vector<std::pair<std::string, std::string>> query;
    [[nodiscard]] std::string get(std::string_view name) const;
};
[[nodiscard]] Result<Target> parse_target(std::string_view target);

/// Why the line failed, told apart; none of these says anything about a record.
enum class LineFault {
    unreachable,  // no route, refused, name not found
    timed_out,
    broken,          // cut in the middle: the other side may or may not have acted
    peer_untrusted,  // its certificate's issuer is unknown to us
    peer_wrong_name,
    peer_expired,
    clock_wrong,       // its certificate is not valid yet by our clock, or we learnt an offset beyond hours
    rejected_unknown,  // it does not know our certificate's issuer, or we showed none
    rejected_expired,  // our certificate is past its date
    rejected_revoked,  // our key is not, or no longer, on its list
    not_a_gateway      // an answer that is not ours: a captive portal, a proxy's page
};
[[nodiscard]] const char* line_fault_name(LineFault fault);

struct LineError {
    LineFault fault = LineFault::unreachable;
    std::string detail;  // for staff: what libcurl or OpenSSL said
};

/// One exchange over the line. Owned by the sync thread; call() blocks within its limits.
class Transport {
public:
    virtual ~Transport() = default;
    /// `limit_ms`: whole exchange, 0 for the transport's own limit.
    [[nodiscard]] virtual tl::expected<HttpResponse, LineError> call(const HttpRequest& request,
                                                                     int limit_ms) = 0;
    /// Work for the time in which the next call() waits for its answer, on the caller's thread and at most
    /// once. A transport that never waits leaves it undone; empty: none.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): transports that wait keep it
    virtual void while_waiting(std::function<void()> /*work*/) {}
    /// Ends a waiting call() early (a long poll); any thread.
    virtual void interrupt() {}
};

}  // namespace ardager::wire
