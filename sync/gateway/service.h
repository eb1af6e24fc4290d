// The receiving end as pure HTTP semantics: a request and who sent it in, an answer out. No sockets, no
// threads, no waiting: the TLS server and the simulated world call the same code. One thread at a time; the
// server's store thread owns it. Answers only after what it promises is on disk.
#pragma once

#include <functional>
#include <optional>

#include "kiosk/base/signature.h"
#include "kiosk/vault/vault.h"
#include "sync/gateway/store.h"
#include "sync/wire/http.h"

namespace ardager::gateway {

/// Who holds the other end, from a TLS handshake with a certificate of our issuer.
struct Peer {
    std::string certificate_fingerprint;  // SHA-256 of its DER, 64 lower-case hex digits
    bool expired = false;
    std::string subject;  // for staff
};

/// What the service works with. Nothing is owned; all of it outlives the service.
struct Office {
    Store& store;
    Vault& vault;          // payloads, pieces and feed bodies are sealed at rest here as well
    const Signer& signer;  // ES256; signs acknowledgements
    Clock& clock;
    Random& random;
    std::string certificate_pem;  // of the signing key; whoami hands it out
    std::function<void()> feed_changed = [] {};
};

class Service {
public:
    explicit Service(Office office) : office_(std::move(office)) {}
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Never fails otherwise than by an answer; every answer carries wire::kProtocolHeader. Reads the
    /// allow-list first and nothing of the body before. A disk that fails gives 503 busy and nothing is
    /// promised.
    [[nodiscard]] wire::HttpResponse handle(const wire::HttpRequest& request, const Peer& peer);

    /// The answer to a request whose body has not been read yet, when it is refused anyway: certificate,
    /// path, method.
    [[nodiscard]] std::optional<wire::HttpResponse> refuse_early(const wire::HttpRequest& head,
                                                                 const Peer& peer);

    /// Keeps what came of a file's piece before the line broke (tus 1.0.0: "SHOULD store as much of the
    /// received data as possible"); the next HEAD tells. The file's digest is checked when it is whole.
    void keep_partial(const wire::HttpRequest& request, const Peer& peer);

    /// How long an empty feed page may be waited for: the request's `wait`, or nothing for any other request.
    [[nodiscard]] static std::chrono::seconds may_wait(const wire::HttpRequest& request);

    /// Called, on the service's thread, whenever the feed has grown.
    void on_feed_change(std::function<void()> call) { office_.feed_changed = std::move(call); }

    /// Work between requests: copies the write-ahead log back when it has grown.
    void settle();

private:
    Office office_;
};

}  // namespace ardager::gateway
