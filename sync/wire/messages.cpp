#include "sync/wire/messages.h"

#include <algorithm>

#include "kiosk/base/ids.h"

namespace ardager::wire {
namespace {

/// Our messages have no room for keys that the other side invented.
Result<void> only_keys(const Json& object, std::initializer_list<std::string_view> known) {
    if (!object.is_object()) return fail(Code::invalid_input, "not a JSON object");
    for (const auto& [key, value] : object.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return fail(Code::invalid_input, "a key that the message does not have");
    return {};
}

Result<Instant> json_instant(const Json& object, const char* key) {
    const std::string text = TRY(json_text(object, key));
    const Instant instant = TRY(parse_instant(text));
    if (iso_instant(instant) != text)
        return fail(Code::invalid_input, std::string("key ") + key + ": not in the form …Z");
    return instant;
}

Result<Digest> json_digest(const Json& object, const char* key) {
    return Digest::from_hex(TRY(json_text(object, key)));
}

/// Fixed-length bytes from their decoded form.
template <class Array>
Result<Array> exactly(const Bytes& bytes, const char* key) {
    Array out{};
    if (bytes.size() != out.size())
        return fail(Code::invalid_input, std::string("key ") + key + ": wrong length");
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

bool is_refusal_code(std::string_view code) {
    using namespace refusal;
    static constexpr std::array<std::string_view, 11> kCodes{gap,
                                                             fork,
                                                             fenced,
                                                             bad_entry,
                                                             bad_request,
                                                             bad_file,
                                                             certificate_expired,
                                                             certificate_revoked,
                                                             certificate_unknown,
                                                             wrong_device,
                                                             busy};
    return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

Result<FeedItem> read_item(const Json& object) {
    TRY(only_keys(object, {"cursor", "id", "kind", "at", "body"}));
    FeedItem item;
    item.cursor = TRY(json_u64(object, "cursor"));
    item.id = TRY(json_text(object, "id"));
    TRY(EntryId::parse(item.id));
    item.kind = TRY(json_text(object, "kind"));
    item.at = TRY(json_instant(object, "at"));
    const auto body = object.find("body");
    if (body == object.end() || !body->is_object())
        return fail(Code::invalid_input, "key body: missing or not an object");
    item.body = *body;
    return item;
}

}  // namespace

std::string Acknowledgement::signed_text() const {
    return "ardager-ack-v1\n" + device + "\n" + std::to_string(epoch) + "\n" + std::to_string(next_seq) +
           "\n" + head.hex() + "\n" + iso_instant(at) + "\n" + to_hex(key) + "\n";
}

std::string Acknowledgement::to_json() const {
    return dump_json({{"device", device},
                      {"epoch", epoch},
                      {"next_seq", next_seq},
                      {"head", head.hex()},
                      {"at", iso_instant(at)},
                      {"key", to_hex(key)},
                      {"signature", to_base64url(signature)}});
}

Result<Acknowledgement> Acknowledgement::from_json(std::string_view text) {
    const Json object = TRY(parse_json(text));
    TRY(only_keys(object, {"device", "epoch", "next_seq", "head", "at", "key", "signature"}));
    Acknowledgement ack;
    ack.device = TRY(json_text(object, "device"));
    ack.epoch = TRY(json_u64(object, "epoch"));
    ack.next_seq = TRY(json_u64(object, "next_seq"));
    ack.head = TRY(json_digest(object, "head"));
    ack.at = TRY(json_instant(object, "at"));
    const std::string key = TRY(json_text(object, "key"));
    const Bytes key_bytes = TRY(from_hex(key));
    ack.key = TRY(exactly<KeyId>(key_bytes, "key"));
    const std::string signature = TRY(json_text(object, "signature"));
    const Bytes signature_bytes = TRY(from_base64url(signature));
    ack.signature = TRY(exactly<Signature>(signature_bytes, "signature"));
    return ack;
}

Result<void> check_acknowledgement(const Acknowledgement& ack, std::string_view device,
                                   const Verifier& gateway) {
    if (ack.device != device) return fail(Code::forged, "acknowledgement: it names another device");
    if (ack.key != gateway.key_id()) return fail(Code::forged, "acknowledgement: signed by another key");
    if (!gateway.verify(as_bytes(ack.signed_text()), ack.signature))
        return fail(Code::forged, "acknowledgement: the signature does not match");
    return {};
}

std::string WhoAmI::to_json() const {
    return dump_json({{"device", device},
                      {"role", role},
                      {"time", iso_instant(time)},
                      {"epoch", epoch},
                      {"next_seq", next_seq},
                      {"head", head.hex()},
                      {"certificate", certificate}});
}

Result<WhoAmI> WhoAmI::from_json(std::string_view text) {
    const Json object = TRY(parse_json(text));
    TRY(only_keys(object, {"device", "role", "time", "epoch", "next_seq", "head", "certificate"}));
    WhoAmI who;
    who.device = TRY(json_text(object, "device"));
    who.role = TRY(json_text(object, "role"));
    if (who.role != "device" && who.role != "officer")
        return fail(Code::invalid_input, "key role: not a role");
    who.time = TRY(json_instant(object, "time"));
    who.epoch = TRY(json_u64(object, "epoch"));
    who.next_seq = TRY(json_u64(object, "next_seq"));
    who.head = TRY(json_digest(object, "head"));
    who.certificate = TRY(json_text(object, "certificate"));
    return who;
}

std::string Refusal::to_json() const {
    Json object{{"code", code}, {"detail", detail}};
    if (expected_seq) object["expected"] = *expected_seq;
    return dump_json(object);
}

Result<Refusal> Refusal::from_json(std::string_view text) {
    const Json object = TRY(parse_json(text));
    TRY(only_keys(object, {"code", "detail", "expected"}));
    Refusal out;
    out.code = TRY(json_text(object, "code"));
    if (!is_refusal_code(out.code)) return fail(Code::invalid_input, "key code: not a refusal code");
    out.detail = TRY(json_text(object, "detail"));
    if (object.contains("expected")) out.expected_seq = TRY(json_u64(object, "expected"));
    return out;
}

std::optional<LineError> certificate_refusal(const HttpResponse& response) {
    if (response.status != 403 || header(response.headers, kProtocolHeader) != kProtocol) return std::nullopt;
    const auto refused = Refusal::from_json(response.body);
    if (!refused) return std::nullopt;
    if (refused->code == refusal::certificate_expired)
        return LineError{LineFault::rejected_expired, refused->detail};
    if (refused->code == refusal::certificate_revoked)
        return LineError{LineFault::rejected_revoked, refused->detail};
    if (refused->code == refusal::certificate_unknown)
        return LineError{LineFault::rejected_unknown, refused->detail};
    return std::nullopt;
}

std::string FeedPage::to_json() const {
    Json list = Json::array();
    for (const auto& item : items)
        list.push_back({{"cursor", item.cursor},
                        {"id", item.id},
                        {"kind", item.kind},
                        {"at", iso_instant(item.at)},
                        {"body", item.body}});
    return dump_json({{"items", std::move(list)}, {"next", next}});
}

Result<FeedPage> FeedPage::from_json(std::string_view text) {
    const Json object = TRY(parse_json(text));
    TRY(only_keys(object, {"items", "next"}));
    FeedPage page;
    const auto items = object.find("items");
    if (items == object.end() || !items->is_array())
        return fail(Code::invalid_input, "key items: missing or not a list");
    std::uint64_t last = 0;
    for (const auto& item : *items) {
        page.items.push_back(TRY(read_item(item)));
        if (page.items.back().cursor <= last)
            return fail(Code::invalid_input, "key items: cursors do not grow");
        last = page.items.back().cursor;
    }
    page.next = TRY(json_u64(object, "next"));
    if (page.next < last) return fail(Code::invalid_input, "key next: behind the last item");
    return page;
}

}  // namespace ardager::wire
