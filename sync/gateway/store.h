// What the gateway keeps: the seam behind which SQLite stands, and PostgreSQL where one machine is not
// enough. Owned by the service, one thread. Knows rows and transactions; never opens a seal and decides
// nothing. Every call may fail with disk, outcome_unknown or record_damaged; changes outside begin()…commit()
// are our mistake.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "kiosk/journal/chain.h"
#include "sync/gateway/peers.h"

namespace ardager::gateway {

/// Where a device's journal stands here.
struct JournalRow {
    std::uint64_t next_seq = 1;
    Digest head;          // hash of entry next_seq-1
    bool fenced = false;  // two histories were seen: the device may read, not write, until staff act
};

/// What an entry became besides a link of the chain.
enum class Projection { none, application, refusal, unreadable };

struct NamedFile {
    Digest digest;
    std::uint64_t size_bytes = 0;
    std::string media_type;
};

enum class ApplicationKind { application, refusal };
/// incomplete: files are missing. received: all there, the provider was told. The rest are decisions.
enum class ApplicationState { incomplete, received, registered, extended, granted, refused };
[[nodiscard]] const char* state_name(ApplicationState state);
[[nodiscard]] Result<ApplicationState> parse_state(std::string_view name);

struct ApplicationRow {
    std::uint64_t id = 0;  // order of arrival
    std::string number;
    std::string device;
    std::uint64_t seq = 0;  // of its entry
    ApplicationKind kind = ApplicationKind::application;
    ApplicationState state = ApplicationState::incomplete;
    std::string service;
    std::string due;       // ISO date, empty for a refusal
    std::string provider;  // empty when the entry names none
    Instant received_at{};
    unsigned extended_days = 0;       // 0, 30 or 90
    std::string registration_number;  // empty until registered
};

struct StoredPayload {
    EntryId id;
    std::string type;
    Bytes sealed;
};

/// A file that is whole and checked; `upload` is where its pieces lie.
struct FileRow {
    std::int64_t upload = 0;
    std::uint64_t size_bytes = 0;
    std::string media_type;
};
/// A file on its way from one device; others may send the same one without meeting it.
struct UploadRow {
    std::int64_t upload = 0;
    std::uint64_t size_bytes = 0;
    std::string media_type;
    std::uint64_t offset = 0;
};

/// `device` empty: for every device of the branch.
struct FeedRow {
    std::uint64_t cursor = 0;
    EntryId id;
    std::string branch;
    std::string device;
    std::string kind;
    Instant at{};
    Bytes sealed;
};

/// Rolls back when it goes out of scope without a successful commit.
class StoreTransaction {
public:
    virtual ~StoreTransaction() = default;
    /// On disk afterwards. disk: nothing was kept. outcome_unknown: the store reopens itself; ask it what it
    /// has.
    [[nodiscard]] virtual Result<void> commit() = 0;
};

class Store {
public:
    virtual ~Store() = default;
    /// One at a time.
    [[nodiscard]] virtual Result<std::unique_ptr<StoreTransaction>> begin() = 0;
    /// Work that may wait until nobody does.
    [[nodiscard]] virtual Result<void> settle() = 0;

    [[nodiscard]] virtual Result<std::optional<ListedPeer>> find_peer(std::string_view fingerprint) = 0;

    // The gateway itself. The epoch grows when it was restored from a backup; counters never repeat.
    [[nodiscard]] virtual Result<std::uint64_t> epoch() = 0;
    /// Also moves the feed's cursors past every one that may have been handed out before.
    [[nodiscard]] virtual Result<std::uint64_t> raise_epoch() = 0;
    [[nodiscard]] virtual Result<std::uint64_t> next_count(std::string_view counter) = 0;

    // Journals.
    [[nodiscard]] virtual Result<JournalRow> journal(std::string_view device) = 0;
    [[nodiscard]] virtual Result<void> put_journal(std::string_view device, const JournalRow& row) = 0;
    /// Error: conflict when the entry's id or place is taken.
    [[nodiscard]] virtual Result<void> add_entry(std::string_view device, const Entry& entry, ByteView sealed,
                                                 Projection projection) = 0;
    [[nodiscard]] virtual Result<std::optional<Digest>> entry_hash(std::string_view device,
                                                                   std::uint64_t seq) = 0;
    [[nodiscard]] virtual Result<std::optional<StoredPayload>> payload(std::string_view device,
                                                                       std::uint64_t seq) = 0;

    // Files that entries name.
    [[nodiscard]] virtual Result<void> add_named_file(std::string_view device, std::uint64_t seq,
                                                      const NamedFile& file) = 0;
    [[nodiscard]] virtual Result<std::optional<NamedFile>> named_file(std::string_view device,
                                                                      const Digest& digest) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> missing_files(std::string_view device, std::uint64_t seq) = 0;

    // Applications and what the provider was told.
    /// Error: conflict when the number is taken.
    [[nodiscard]] virtual Result<void> add_application(const ApplicationRow& row) = 0;
    /// Changes state, extension and registration number.
    [[nodiscard]] virtual Result<void> put_decision(const ApplicationRow& row) = 0;
    /// The date after an extension, as the branch counts it. An application that nobody extended keeps its
    /// own.
    [[nodiscard]] virtual Result<void> put_extended_due(std::string_view number, std::string_view due) = 0;
    [[nodiscard]] virtual Result<std::optional<ApplicationRow>> application(std::string_view number) = 0;
    [[nodiscard]] virtual Result<std::vector<ApplicationRow>> applications(
        ApplicationKind kind, std::optional<ApplicationState> state, std::uint64_t after,
        std::size_t limit) = 0;
    [[nodiscard]] virtual Result<std::vector<ApplicationRow>> incomplete_naming(const Digest& digest) = 0;
    /// Error: conflict when it was told before.
    [[nodiscard]] virtual Result<void> tell_provider(const ApplicationRow& row, Instant at) = 0;
    [[nodiscard]] virtual Result<std::optional<Instant>> told_at(std::string_view number) = 0;

    // Files.
    [[nodiscard]] virtual Result<std::optional<FileRow>> file(const Digest& digest) = 0;
    [[nodiscard]] virtual Result<std::optional<UploadRow>> upload(const Digest& digest,
                                                                  std::string_view device) = 0;
    [[nodiscard]] virtual Result<UploadRow> add_upload(const Digest& digest, std::string_view device,
                                                       std::uint64_t size_bytes,
                                                       std::string_view media_type) = 0;
    [[nodiscard]] virtual Result<void> add_piece(std::int64_t upload, std::uint64_t offset, ByteView sealed,
                                                 std::uint64_t new_offset) = 0;
    /// The sealed piece that begins at `offset`. Error: record_damaged when there is none.
    [[nodiscard]] virtual Result<Bytes> piece(std::int64_t upload, std::uint64_t offset) = 0;
    /// Makes the upload the file and drops other uploads of the same digest.
    [[nodiscard]] virtual Result<void> complete_upload(const Digest& digest, const UploadRow& row) = 0;
    [[nodiscard]] virtual Result<void> drop_upload(std::int64_t upload) = 0;

    // The feed.
    [[nodiscard]] virtual Result<void> add_feed_item(const FeedRow& row) = 0;
    [[nodiscard]] virtual Result<std::vector<FeedRow>> feed(const DeviceId& device, std::uint64_t after,
                                                            std::size_t limit) = 0;
};

}  // namespace ardager::gateway
