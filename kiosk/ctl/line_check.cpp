#include "kiosk/ctl/line_check.h"

#include "kiosk/base/files.h"
#include "kiosk/vault/signing_key.h"
#include "sync/client/calls.h"
#include "sync/client/outbox.h"
#include "sync/https/https.h"

namespace ardager::ctl {
namespace {

// A file of certificates; a chain is a few KB.
constexpr std::size_t kCertificateLimit = 64U << 10;

sync::PassFault of_line(wire::LineFault fault, std::string detail) {
    return {false, wire::line_fault_name(fault), std::move(detail)};
}

sync::PassFault of_record(const Error& error) {
    return {true, code_name(error.code), error.detail};
}

/// What read_whoami gives in place of an answer.
sync::PassFault fault_of(const sync::Event& event) {
    if (const auto* refused = std::get_if<sync::Refused>(&event))
        return {false, refused->refusal.code, refused->refusal.detail};
    if (const auto* failed = std::get_if<sync::LineFailed>(&event))
        return of_line(failed->error.fault, failed->error.detail);
    return of_line(wire::LineFault::broken, "an answer that fits no question");
}

Result<std::optional<Digest>> own_hash(Office& office, const wire::WhoAmI& who) {
    sync::Outbox outbox(TRY(JournalReader::open(office.record, *office.vault)), office.config.device,
                        [](const auto&) { return fail(Code::internal, "the doctor writes nothing"); });
    return outbox.hash_at(who.next_seq == 0 ? 0 : who.next_seq - 1);
}

std::optional<sync::PassFault> compare(Office& office, const wire::WhoAmI& who) {
    if (who.role != "device" || who.device != office.config.device.text())
        return of_line(wire::LineFault::rejected_unknown,
                       "the gateway takes our certificate for another device's");
    const auto hash = own_hash(office, who);
    if (!hash) return of_record(hash.error());
    return sync::contradiction(who, *hash);
}

}  // namespace

std::optional<sync::PassFault> check_line(Office& office) {
    const auto& gateway = office.config.gateway;
    const auto ca = read_file(gateway.ca, kCertificateLimit);
    if (!ca) return of_record(ca.error());
    const auto transport =
        https::HttpsTransport::create({gateway.url, gateway.certificate, gateway.key, gateway.ca});
    if (!transport) return of_record(transport.error());
    const Instant asked = office.clock.now();
    const auto before = office.clock.read().mark.monotonic_ms;
    const auto response = (*transport)->call(sync::calls::whoami(), sync::kReplyLimitMs);
    if (!response) return of_line(response.error().fault, response.error().detail);
    const auto who = sync::calls::read_whoami(*response);
    if (!who) return fault_of(who.error());
    const auto verifier = load_trusted_verifier(who->certificate, as_text(*ca), office.clock.now());
    if (!verifier)
        return of_line(wire::LineFault::peer_untrusted, "whoami's certificate: " + verifier.error().detail);
    const Milliseconds round_trip(office.clock.read().mark.monotonic_ms - before);
    office.clock.learn_offset(who->time - (asked + round_trip / 2));
    return compare(office, *who);
}

}  // namespace ardager::ctl
