// The record as the sync sees it: what waits, and the marks of what the other side confirmed. Owned by the
// sync thread. Reads through its own read-only connection; every change goes through the writer, to the
// record thread.
#pragma once

#include <functional>
#include <memory>

#include "sync/client/pump.h"

namespace ardager::sync {

// Keys of the record's state. The feed's cursor is written by the feed applier, in the transaction of what it
// applies.
inline constexpr const char* kAcknowledgementKey = "sync.ack";     // the last verified one, as it came
inline constexpr const char* kMarksKey = "sync.marks";             // {"epoch": …, "next_seq": …}
inline constexpr const char* kFeedCursorKey = "sync.feed_cursor";  // decimal
inline constexpr const char* kQuarantineKey = "sync.quarantine";   // {"<digest>": "why", …}
// {"code": …, "detail": …, "at": …}, empty when both sides agree. kiosk/cases begins no entry while it
// stands.
inline constexpr const char* kStoppedKey = "sync.stopped";

/// Runs a change on the record thread and returns when it is done.
using Writer = std::function<Result<void>(const std::function<Result<void>(Journal&)>&)>;

/// Applies a page of the feed: its entries (idempotently, by item id) and `next` under kFeedCursorKey in one
/// transaction. Given by kiosk/cases. Runs on the record thread.
using FeedApplier =
    std::function<Result<void>(Journal&, const std::vector<wire::FeedItem>&, std::uint64_t next)>;

struct QuarantinedFile {
    Digest digest;
    std::string why;
    bool operator==(const QuarantinedFile&) const = default;
};

/// Why nothing may be written to the record, and since when.
struct StoppedSince {
    PassFault fault;
    Instant at{};
};

/// What waits and what is proved, from the record alone: works without a line and without a runner.
struct Standing {
    std::uint64_t waiting = 0;  // entries without a verified acknowledgement
    bool files_wait = false;
    std::optional<wire::Acknowledgement> last_acknowledged;
    std::vector<QuarantinedFile> quarantined;
    std::optional<StoppedSince> stopped;
};
[[nodiscard]] Result<Standing> read_standing(JournalReader& reader);

class Outbox {
public:
    Outbox(std::unique_ptr<JournalReader> reader, DeviceId device, Writer writer);

    [[nodiscard]] const DeviceId& device() const { return device_; }
    [[nodiscard]] Result<Marks> marks();
    [[nodiscard]] Result<Standing> standing() { return read_standing(*reader_); }
    /// The oldest waiting file of entries before `look.before_seq` that is neither set aside nor confirmed.
    [[nodiscard]] Result<Surveyed> survey(const LookAtRecord& look);
    [[nodiscard]] Result<std::vector<wire::WireEntry>> batch(const SendEntries& limits);
    /// Hash of entry `seq`; zeros for 0; nothing when the record ends before it.
    [[nodiscard]] Result<std::optional<Digest>> hash_at(std::uint64_t seq);
    /// Error: record_damaged when the entry's link, payload or hash is wrong here.
    [[nodiscard]] Result<void> check_entry(std::uint64_t seq);
    [[nodiscard]] Result<Bytes> piece(const SendPiece& piece);

    /// Only after check_acknowledgement: the marks, then the anchor.
    [[nodiscard]] Result<void> keep(const KeepAcknowledged& change);
    [[nodiscard]] Result<void> keep(const KeepRestored& change);
    [[nodiscard]] Result<void> keep(const ConfirmFiles& change);
    [[nodiscard]] Result<void> keep(const KeepQuarantine& change);
    [[nodiscard]] Result<void> keep(const KeepStopped& change, Instant now);
    [[nodiscard]] Result<void> apply_feed(const FeedApplier& applier, const wire::FeedPage& page);

private:
    std::unique_ptr<JournalReader> reader_;
    DeviceId device_;
    Writer writer_;
};

}  // namespace ardager::sync
