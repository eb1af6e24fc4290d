// The gateway's store on SQLite: one folder with ministry.sqlite, its record, and peers.sqlite, the
// allow-list. Durable at commit (synchronous=FULL). Owned by the service's thread; reopens itself after a
// commit whose outcome is unknown, so that the next request sees what the disk really has.
#pragma once

#include "kiosk/store/database.h"
#include "sync/gateway/store.h"

namespace ardager::gateway {

struct SqliteStoreOptions {
    std::filesystem::path folder;
    std::string vfs;  // simulated world only
    [[nodiscard]] std::filesystem::path record() const { return folder / "ministry.sqlite"; }
    [[nodiscard]] std::filesystem::path peers() const { return folder / "peers.sqlite"; }
};

class SqliteStore final : public Store {
public:
    /// Opens or creates. Errors: disk, record_damaged.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const SqliteStoreOptions& options);

    [[nodiscard]] Result<std::unique_ptr<StoreTransaction>> begin() override;
    [[nodiscard]] Result<void> settle() override;
    [[nodiscard]] PeerList& peers() { return *peers_; }

    Result<std::optional<ListedPeer>> find_peer(std::string_view fingerprint) override;
    Result<std::uint64_t> epoch() override;
    Result<std::uint64_t> raise_epoch() override;
    Result<std::uint64_t> next_count(std::string_view counter) override;

    Result<JournalRow> journal(std::string_view device) override;
    Result<void> put_journal(std::string_view device, const JournalRow& row) override;
    Result<void> add_entry(std::string_view device, const Entry& entry, ByteView sealed,
                           Projection projection) override;
    Result<std::optional<Digest>> entry_hash(std::string_view device, std::uint64_t seq) override;
    Result<std::optional<StoredPayload>> payload(std::string_view device, std::uint64_t seq) override;

    Result<void> add_named_file(std::string_view device, std::uint64_t seq, const NamedFile& file) override;
    Result<std::optional<NamedFile>> named_file(std::string_view device, const Digest& digest) override;
    Result<std::uint64_t> missing_files(std::string_view device, std::uint64_t seq) override;

    Result<void> add_application(const ApplicationRow& row) override;
    Result<void> put_decision(const ApplicationRow& row) override;
    Result<void> put_extended_due(std::string_view number, std::string_view due) override;
    Result<std::optional<ApplicationRow>> application(std::string_view number) override;
    Result<std::vector<ApplicationRow>> applications(ApplicationKind kind,
                                                     std::optional<ApplicationState> state,
                                                     std::uint64_t after, std::size_t limit) override;
    Result<std::vector<ApplicationRow>> incomplete_naming(const Digest& digest) override;
    Result<void> tell_provider(const ApplicationRow& row, Instant at) override;
    Result<std::optional<Instant>> told_at(std::string_view number) override;

    Result<std::optional<FileRow>> file(const Digest& digest) override;
    Result<std::optional<UploadRow>> upload(const Digest& digest, std::string_view device) override;
    Result<UploadRow> add_upload(const Digest& digest, std::string_view device, std::uint64_t size_bytes,
                                 std::string_view media_type) override;
    Result<void> add_piece(std::int64_t upload, std::uint64_t offset, ByteView sealed,
                           std::uint64_t new_offset) override;
    Result<Bytes> piece(std::int64_t upload, std::uint64_t offset) override;
    Result<void> complete_upload(const Digest& digest, const UploadRow& row) override;
    Result<void> drop_upload(std::int64_t upload) override;

    Result<void> add_feed_item(const FeedRow& row) override;
    Result<std::vector<FeedRow>> feed(const DeviceId& device, std::uint64_t after,
                                      std::size_t limit) override;

private:
    friend class SqliteStoreTransaction;
    explicit SqliteStore(SqliteStoreOptions options) : options_(std::move(options)) {}
    [[nodiscard]] Result<void> open_record();
    /// The connection's statement; opens the record again when the last commit left it unknown.
    [[nodiscard]] Result<store::Query> query(std::string_view sql);

    SqliteStoreOptions options_;
    std::unique_ptr<store::Database> database_;  // none after an unknown outcome
    std::unique_ptr<PeerList> peers_;
};

}  // namespace ardager::gateway
