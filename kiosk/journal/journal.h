// The append-only record of one device. Journal: the one writer, owned by the record thread.
// JournalReader: read-only connections for other threads. FORMAT.md describes the bytes.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/base/json.h"
#include "kiosk/journal/anchor_file.h"
#include "kiosk/journal/chain.h"
#include "kiosk/store/database.h"
#include "kiosk/vault/vault.h"

namespace ardager {

/// A projection: tables derived from entries, changed in the entry's own transaction and rebuildable.
class Projector {
public:
    virtual ~Projector() = default;
    /// DDL, run by the journal at open; idempotent (CREATE TABLE IF NOT EXISTS …).
    [[nodiscard]] virtual std::string schema() const = 0;
    [[nodiscard]] virtual Result<void> apply(store::Database& database, const Entry& entry,
                                             const Json& payload) = 0;
    [[nodiscard]] virtual Result<void> clear(store::Database& database) = 0;
};

struct StoredEntry {
    Entry entry;
    std::string payload;  // JSON text, exactly the bytes that payload_sha256 covers
};

struct Attachment {
    Digest digest;
    std::uint64_t size_bytes = 0;
    std::string media_type;  // image/jpeg, image/png, application/pdf
};

/// Where everything of one record lies, all under one folder.
struct RecordPaths {
    std::filesystem::path folder;
    [[nodiscard]] std::filesystem::path database() const { return folder / "record.sqlite"; }
    [[nodiscard]] std::filesystem::path anchor() const { return folder / "record.anchor"; }
    [[nodiscard]] std::filesystem::path reserve() const { return folder / "record.reserve"; }
    /// Held by the one writer while it is open; a second one is told not_now.
    [[nodiscard]] std::filesystem::path lock() const { return folder / "record.lock"; }
};

struct JournalOptions {
    RecordPaths paths;
    DeviceId device;
    std::string vfs;                                    // simulated world only
    std::uint64_t reserve_bytes = 32U << 20;            // 0: none (tests)
    std::shared_ptr<AnchorFile> anchor;                 // empty: the file at paths.anchor()
    std::function<Result<std::uint64_t>()> free_bytes;  // empty: what the folder's file system says
};

class JournalReader {
public:
    virtual ~JournalReader() = default;
    [[nodiscard]] static Result<std::unique_ptr<JournalReader>> open(const JournalOptions& options,
                                                                     const Vault& vault);
    [[nodiscard]] virtual Result<Head> head() = 0;
    /// Errors: not_found; record_damaged.
    [[nodiscard]] virtual Result<StoredEntry> read(std::uint64_t seq) = 0;
    [[nodiscard]] virtual Result<StoredEntry> find(const EntryId& id) = 0;
    /// Entries from `seq` on, in order, until `limit_bytes` of payload or `limit_entries`; at least one if
    /// there is one.
    [[nodiscard]] virtual Result<std::vector<StoredEntry>> read_from(std::uint64_t seq,
                                                                     std::size_t limit_entries,
                                                                     std::size_t limit_bytes) = 0;
    [[nodiscard]] virtual Result<Attachment> attachment(const Digest& digest) = 0;
    /// Bytes [offset, offset+length) of an attachment, cut at its end.
    [[nodiscard]] virtual Result<Bytes> read_piece(const Digest& digest, std::uint64_t offset,
                                                   std::size_t length) = 0;
    /// Attachments that the other side has not confirmed, oldest first, of entries with seq < before_seq.
    [[nodiscard]] virtual Result<std::vector<Attachment>> unconfirmed(std::uint64_t before_seq,
                                                                      std::size_t limit) = 0;
    [[nodiscard]] virtual Result<std::optional<std::string>> state(std::string_view key) = 0;
    /// The connection, for the projections' queries (kiosk/views).
    [[nodiscard]] virtual store::Database& database() = 0;
};

struct Verification {
    std::uint64_t entries = 0;
    Head head;
    std::uint64_t attachments = 0;
};

/// One transaction of the record. Everything in it is kept together or not at all.
class Work {
public:
    virtual ~Work() = default;
    /// Stores a file once per content. Shape: any bytes; the caller has checked type and size.
    [[nodiscard]] virtual Result<Attachment> attach(ByteView bytes, const std::string& media_type) = 0;
    /// The next number of the local day `date` on this device.
    [[nodiscard]] virtual Result<ReceiptNumber> next_number(Date date) = 0;
    /// Adds salt, seals, chains, projects. The payload must be an object without a `salt`.
    [[nodiscard]] virtual Result<Entry> append(const std::string& type, Json payload) = 0;
    /// What is known of the other side: opaque text under a short key, in clear on disk, so never personal
    /// data. sync/client keeps its acknowledgement, cursor and marks here.
    [[nodiscard]] virtual Result<void> put_state(std::string_view key, std::string_view text) = 0;
    [[nodiscard]] virtual Result<void> mark_confirmed(const Digest& attachment, bool confirmed) = 0;
    [[nodiscard]] virtual store::Database& database() = 0;
    /// On disk afterwards. disk: nothing was kept. outcome_unknown: the journal has closed itself; reopen and
    /// find(id).
    [[nodiscard]] virtual Result<void> commit() = 0;
};

class Journal {
public:
    virtual ~Journal() = default;
    /// Opens or creates. Projectors are not owned and outlive the journal.
    /// Errors: record_damaged (broken chain, behind its anchor, wrong key or device), disk, outcome_unknown
    /// (open again), not_now (another program has the record open for writing).
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const JournalOptions& options, Vault& vault,
                                                               Clock& clock, Random& random,
                                                               std::vector<Projector*> projectors);
    [[nodiscard]] virtual Result<std::unique_ptr<Work>> begin() = 0;
    [[nodiscard]] virtual JournalReader& reader() = 0;
    [[nodiscard]] virtual Head head() const = 0;
    /// Sets the anchor's acknowledged mark (after a verified acknowledgement) and flushes it.
    [[nodiscard]] virtual Result<void> anchor_acknowledged(std::string_view acknowledgement) = 0;
    /// Work that may wait until nobody does: flushes the anchor, checkpoints the WAL.
    [[nodiscard]] virtual Result<void> settle() = 0;

    /// True after an outcome_unknown: everything fails until it is let go and opened again.
    [[nodiscard]] virtual bool closed() const = 0;

    // Drafts: sealed, outside the chain, one per session.
    [[nodiscard]] virtual Result<void> save_draft(std::string_view session, std::string_view text) = 0;
    [[nodiscard]] virtual Result<std::optional<std::string>> load_draft(std::string_view session) = 0;
    /// Names of the drafts whose session begins with the prefix, in order.
    [[nodiscard]] virtual Result<std::vector<std::string>> draft_sessions(
        std::string_view session_prefix) = 0;
    /// Overwrites and deletes every draft whose session begins with the prefix; an empty one wipes all.
    [[nodiscard]] virtual Result<void> wipe_drafts(std::string_view session_prefix) = 0;

    /// Below the reserve: true, and new applications are refused early (disk_reserved).
    [[nodiscard]] virtual bool disk_low() const = 0;
    /// Every entry, every link, every seal, every attachment's digest, and that the projections
    /// are what the entries make. Error: record_damaged with the place.
    [[nodiscard]] virtual Result<Verification> verify() = 0;
    /// Clears the projections and applies every entry again.
    [[nodiscard]] virtual Result<void> rebuild() = 0;
};

}  // namespace ardager
