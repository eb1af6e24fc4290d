#include "sync/gateway/sqlite_store.h"

#include "sync/gateway/sqlite_schema.h"
#include "sync/gateway/tuning.h"

namespace ardager::gateway {

class SqliteStoreTransaction final : public StoreTransaction {
public:
    SqliteStoreTransaction(SqliteStore& owner, store::Transaction transaction)
        : owner_(owner), transaction_(std::move(transaction)) {}

    Result<void> commit() override {
        auto committed = transaction_->commit();
        if (committed || committed.error().code != Code::outcome_unknown) return committed;
        transaction_.reset();
        owner_.database_.reset();
        return committed;
    }

private:
    SqliteStore& owner_;
    std::optional<store::Transaction> transaction_;
};

namespace {

/// The feed's cursors after a restore begin beyond all that the lost time can have handed out.
constexpr unsigned kCursorBitsPerEpoch = 32;

const char* projection_name(Projection projection) {
    switch (projection) {
        case Projection::none:
            return "none";
        case Projection::application:
            return "application";
        case Projection::refusal:
            return "refusal";
        case Projection::unreadable:
            return "unreadable";
    }
    return "unreadable";
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const SqliteStoreOptions& options) {
    std::unique_ptr<SqliteStore> opened(new SqliteStore(options));
    TRY(opened->open_record());
    opened->peers_ = TRY(PeerList::open(options.peers(), options.vfs));
    return opened;
}

Result<void> SqliteStore::open_record() {
    store::Options options;
    options.path = options_.record();
    options.vfs = options_.vfs;
    options.renew_wal = true;  // nobody else writes: see RecordLock
    auto database = TRY(store::Database::open(options));
    TRY(database->migrate(kMinistryMigrations));
    database_ = std::move(database);
    return {};
}

Result<store::Query> SqliteStore::query(std::string_view sql) {
    if (!database_) TRY(open_record());
    return database_->query(sql);
}

Result<std::unique_ptr<StoreTransaction>> SqliteStore::begin() {
    if (!database_) TRY(open_record());
    return std::make_unique<SqliteStoreTransaction>(*this, TRY(store::Transaction::begin(*database_)));
}

Result<void> SqliteStore::settle() {
    if (!database_) return {};
    return database_->checkpoint_if_larger(kCheckpointPages);
}

Result<std::optional<ListedPeer>> SqliteStore::find_peer(std::string_view fingerprint) {
    return peers_->find(fingerprint);
}

Result<std::uint64_t> SqliteStore::epoch() {
    auto found = TRY(query("SELECT value FROM meta WHERE key = 'epoch'"));
    if (!TRY(found.step())) return fail(Code::record_damaged, "gateway: its record has no epoch");
    return static_cast<std::uint64_t>(found.integer(0));
}

Result<std::uint64_t> SqliteStore::raise_epoch() {
    TRY(TRY(query("UPDATE meta SET value = value + 1 WHERE key = 'epoch'")).run());
    const std::uint64_t raised = TRY(epoch());
    auto cursors =
        TRY(query("INSERT INTO counters(name, value) VALUES('feed', ?1) "
                  "ON CONFLICT(name) DO UPDATE SET value = max(value, excluded.value)"));
    TRY(cursors.bind(1, raised << kCursorBitsPerEpoch).run());
    return raised;
}

Result<std::uint64_t> SqliteStore::next_count(std::string_view counter) {
    auto next =
        TRY(query("INSERT INTO counters(name, value) VALUES(?1, 1) "
                  "ON CONFLICT(name) DO UPDATE SET value = value + 1 RETURNING value"));
    next.bind(1, counter);
    if (!TRY(next.step())) return fail(Code::internal, "gateway: a counter gave nothing");
    const auto value = static_cast<std::uint64_t>(next.integer(0));
    TRY(next.run());
    return value;
}

Result<JournalRow> SqliteStore::journal(std::string_view device) {
    auto found = TRY(query("SELECT next_seq, head, fenced FROM journals WHERE device = ?1"));
    found.bind(1, device);
    if (!TRY(found.step())) return JournalRow{};
    return JournalRow{static_cast<std::uint64_t>(found.integer(0)),
                      TRY(Digest::from_bytes(found.blob_view(1))), found.integer(2) != 0};
}

Result<void> SqliteStore::put_journal(std::string_view device, const JournalRow& row) {
    auto put = TRY(query(
        "INSERT INTO journals(device, next_seq, head, fenced) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(device) "
        "DO UPDATE SET next_seq = excluded.next_seq, head = excluded.head, fenced = excluded.fenced"));
    return put.bind(1, device)
        .bind(2, row.next_seq)
        .bind(3, row.head.view())
        .bind(4, row.fenced ? 1 : 0)
        .run();
}

Result<void> SqliteStore::add_entry(std::string_view device, const Entry& entry, ByteView sealed,
                                    Projection projection) {
    auto add = TRY(query(
        "INSERT INTO entries(device, seq, id, type, at_ms, boot_id, monotonic_ms, offset_ms, quality, prev, "
        "payload_sha256, hash, projection, sealed) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"));
    add.bind(1, device).bind(2, entry.seq).bind(3, entry.id.view()).bind(4, entry.type);
    add.bind(5, std::int64_t{entry.at.time_since_epoch().count()}).bind(6, entry.clock.boot_id);
    add.bind(7, entry.clock.monotonic_ms);
    if (entry.clock.offset)
        add.bind(8, std::int64_t{entry.clock.offset->count()});
    else
        add.bind_null(8);
    add.bind(9, clock_quality_name(entry.clock.quality))
        .bind(10, entry.prev.view())
        .bind(11, entry.payload_sha256.view());
    return add.bind(12, entry.hash.view()).bind(13, projection_name(projection)).bind(14, sealed).run();
}

Result<std::optional<Digest>> SqliteStore::entry_hash(std::string_view device, std::uint64_t seq) {
    auto found = TRY(query("SELECT hash FROM entries WHERE device = ?1 AND seq = ?2"));
    found.bind(1, device).bind(2, seq);
    if (!TRY(found.step())) return std::optional<Digest>{};
    return std::optional(TRY(Digest::from_bytes(found.blob_view(0))));
}

Result<std::optional<StoredPayload>> SqliteStore::payload(std::string_view device, std::uint64_t seq) {
    auto found = TRY(query("SELECT id, type, sealed FROM entries WHERE device = ?1 AND seq = ?2"));
    found.bind(1, device).bind(2, seq);
    if (!TRY(found.step())) return std::optional<StoredPayload>{};
    return std::optional(
        StoredPayload{TRY(EntryId::from_bytes(found.blob_view(0))), found.text(1), found.blob(2)});
}

}  // namespace ardager::gateway
