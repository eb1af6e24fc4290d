// The line itself: TLS 1.3 with certificates on both sides, through libcurl. The only folder that includes
// curl.h. Owned by the sync thread; interrupt() is for any thread. Follows no redirect, knows no proxy,
// resumes no session.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sync/wire/http.h"

namespace ardager::https {

struct HttpsOptions {
    std::string url;                    // `https://host[:port]`, nothing behind it
    std::filesystem::path certificate;  // ours, PEM
    std::filesystem::path key;          // its key, PEM, readable by its owner only
    std::filesystem::path ca;           // who may issue the gateway's certificate, PEM
};

class HttpsTransport final : public wire::Transport {
public:
    /// Connects to nothing yet. Errors: invalid_input (the URL); not_found; not_allowed (others can read the
    /// key).
    [[nodiscard]] static Result<std::unique_ptr<HttpsTransport>> create(const HttpsOptions& options);
    ~HttpsTransport() override;

    /// Keeps the connection for the next call. A 403 about our certificate comes back as rejected_…, see
    /// wire::certificate_refusal. A renewed certificate needs a new transport: libcurl keeps a live
    /// connection's.
    [[nodiscard]] tl::expected<wire::HttpResponse, wire::LineError> call(const wire::HttpRequest& request,
                                                                         int limit_ms) override;
    void while_waiting(std::function<void()> work) override;
    /// Ends the call that waits, or the next one when none does: fault `broken`, detail `interrupted`.
    void interrupt() override;

private:
    struct State;
    explicit HttpsTransport(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace ardager::https
