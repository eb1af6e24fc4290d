#include "kiosk/sync_line.h"

#include "kiosk/base/files.h"
#include "kiosk/cases/apply_feed.h"
#include "kiosk/vault/signing_key.h"
#include "sync/https/https.h"

namespace ardager {
namespace {

// A file of certificates; a chain is a few KB.
constexpr std::size_t kCertificateLimit = 64U << 10;

}  // namespace

Result<std::unique_ptr<SyncLine>> SyncLine::open(Parts parts) {
    const auto& gateway = parts.config.gateway;
    if (gateway.url.empty())
        return fail(Code::not_now, "no gateway is configured: set [gateway] in ardager.toml");
    if (const auto missing = missing_for_line(gateway); !missing.empty()) {
        Error error{Code::invalid_input, "the gateway has a url and no certificates: fill in", {}};
        for (const auto& key : missing) {
            error.detail += " " + key;
            error.fields.push_back({key, "missing", "fill it in in ardager.toml"});
        }
        return fail(std::move(error));
    }
    const auto ca = TRY(read_file(gateway.ca, kCertificateLimit));
    std::unique_ptr<SyncLine> line(new SyncLine);
    line->transport_ =
        TRY(https::HttpsTransport::create({gateway.url, gateway.certificate, gateway.key, gateway.ca}));
    if (parts.wrap) line->transport_ = parts.wrap(std::move(line->transport_));
    line->outbox_ = std::make_unique<sync::Outbox>(
        TRY(JournalReader::open(parts.record, parts.vault)), parts.config.device,
        [writer = parts.writer](const std::function<Result<void>(Journal&)>& change) {
            return writer([&change](Office& office) { return change(office.journal()); });
        });
    // The applier is called inside the writer, on the office's own thread: it reaches the office by this
    // pointer only there.
    auto here = std::make_shared<Office*>(nullptr);
    TRY(parts.writer([here](Office& office) -> Result<void> {
        *here = &office;
        return {};
    }));
    line->runner_ = std::make_unique<sync::SyncRunner>(
        *line->outbox_, *line->transport_,
        [&clock = parts.clock, ca_text = std::string(as_text(ca))](const std::string& pem) {
            return load_trusted_verifier(pem, ca_text, clock.now());
        },
        [here](Journal&, const std::vector<wire::FeedItem>& items, std::uint64_t next) {
            return apply_feed(**here, items, next);
        },
        parts.clock, parts.random);
    return line;
}

}  // namespace ardager
