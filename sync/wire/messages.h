// The messages between a device and a gateway, and their bytes. FORMAT.md in this folder and
// docs/openapi.yaml describe the same. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/json.h"
#include "kiosk/base/signature.h"
#include "kiosk/journal/chain.h"
#include "sync/wire/http.h"

namespace ardager::wire {

struct WireEntry {
    Entry entry;
    std::string payload;  // JSON text, the bytes that payload_sha256 covers
};

/// NDJSON, one entry a line, in order. Fast path: written by hand, read back strictly.
[[nodiscard]] std::string encode_entries(const std::vector<WireEntry>& entries);
/// Errors: invalid_input with the line number; unknown keys are errors.
[[nodiscard]] Result<std::vector<WireEntry>> decode_entries(std::string_view ndjson);

/// zstd frames with a window of at most 2^23 bytes.
[[nodiscard]] std::string compress(std::string_view plain);
/// Error: invalid_input when the output would pass `limit_bytes`, the window is larger, or bytes follow the
/// frame.
[[nodiscard]] Result<std::string> decompress(std::string_view packed, std::size_t limit_bytes);

/// The gateway's word that everything before `next_seq` is durable there. Signed; nothing else means "sent".
struct Acknowledgement {
    std::string device;
    std::uint64_t epoch = 0;  // grows when the gateway was restored
    std::uint64_t next_seq = 1;
    Digest head;  // hash of entry next_seq-1
    Instant at{};
    KeyId key{};
    Signature signature{};
    bool operator==(const Acknowledgement&) const = default;
    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static Result<Acknowledgement> from_json(std::string_view text);
    /// What the signature covers: `ardager-ack-v1\n` and the fields, one a line.
    [[nodiscard]] std::string signed_text() const;
};
/// Error: forged, saying which of device, key or signature is wrong.
[[nodiscard]] Result<void> check_acknowledgement(const Acknowledgement& ack, std::string_view device,
                                                 const Verifier& gateway);

struct WhoAmI {
    std::string device;  // empty for an officer
    std::string role;    // device, officer
    Instant time{};
    std::uint64_t epoch = 0;
    std::uint64_t next_seq = 1;
    Digest head;
    std::string
        certificate;  // PEM of the key that signs acknowledgements; the client checks it against its CA
    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static Result<WhoAmI> from_json(std::string_view text);
};

/// 409 on entries, and every other refusal: {"code": …, "detail": …, "expected": N}.
struct Refusal {
    std::string code;  // from the closed list below
    std::string detail;
    std::optional<std::uint64_t> expected_seq;
    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static Result<Refusal> from_json(std::string_view text);
};
// The closed list of refusal codes and whether they speak of the record (quarantine, go on) or of the line
// (stop, backoff). Each is named as it stands on the wire.
// NOLINTBEGIN(readability-identifier-naming)
namespace refusal {
inline constexpr const char* gap = "gap";        // line: go on from expected_seq
inline constexpr const char* fork = "fork";      // fenced: same sequence, other hash
inline constexpr const char* fenced = "fenced";  // line: the device may read, not write, until staff act
inline constexpr const char* bad_entry = "bad_entry";      // record: expected_seq names it
inline constexpr const char* bad_request = "bad_request";  // line: our mistake; staff see it
inline constexpr const char* bad_file = "bad_file";        // record: digest does not match, too large
inline constexpr const char* certificate_expired = "certificate_expired";
inline constexpr const char* certificate_revoked = "certificate_revoked";
inline constexpr const char* certificate_unknown =
    "certificate_unknown";                                   // trusted issuer, but not on the list
inline constexpr const char* wrong_device = "wrong_device";  // certificate of another device
inline constexpr const char* busy = "busy";                  // line: later
}  // namespace refusal
// NOLINTEND(readability-identifier-naming)

/// A refusal of our certificate told as the line's fault; nothing when the answer is another one.
[[nodiscard]] std::optional<LineError> certificate_refusal(const HttpResponse& response);

/// What comes back to a branch. `id` makes applying it twice harmless.
struct FeedItem {
    std::uint64_t cursor = 0;
    std::string id;    // UUID
    std::string kind;  // decision.registered, decision.extended, decision.granted, decision.refused
    Instant at{};
    Json body;  // {"number": …, …}
    bool operator==(const FeedItem&) const = default;
};
struct FeedPage {
    std::vector<FeedItem> items;
    std::uint64_t next = 0;  // pass as `after`
    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static Result<FeedPage> from_json(std::string_view text);
};

/// Every answer of ours carries this header, so that a portal's page is never taken for one.
inline constexpr const char* kProtocolHeader = "Ardager-Protocol";
inline constexpr const char* kProtocol = "1";

}  // namespace ardager::wire
