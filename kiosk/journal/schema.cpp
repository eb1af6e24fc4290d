#include "kiosk/journal/schema.h"

namespace ardager {
namespace {

// A payload and a piece may be erased after their retention; nothing else of the record may.
constexpr const char* kFirstSchema = R"(
CREATE TABLE record (
    id INTEGER PRIMARY KEY CHECK (id = 1), device TEXT NOT NULL, key_check BLOB NOT NULL,
    opened INTEGER NOT NULL, projections BLOB NOT NULL, schema BLOB NOT NULL, mark BLOB NOT NULL) STRICT;
CREATE TABLE entries (
    seq INTEGER PRIMARY KEY CHECK (seq > 0), id BLOB NOT NULL UNIQUE, type TEXT NOT NULL,
    at_ms INTEGER NOT NULL, boot_id TEXT NOT NULL, monotonic_ms INTEGER NOT NULL, offset_ms INTEGER,
    quality TEXT NOT NULL, prev BLOB NOT NULL, payload_sha256 BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE payloads (seq INTEGER PRIMARY KEY REFERENCES entries (seq), sealed BLOB NOT NULL) STRICT;
CREATE TABLE attachments (
    number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, size_bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL, entry_seq INTEGER NOT NULL,
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)), mark BLOB NOT NULL) STRICT;
CREATE INDEX attachments_unconfirmed ON attachments (entry_seq, number) WHERE confirmed = 0;
CREATE TABLE pieces (place INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
CREATE TABLE counters (day INTEGER PRIMARY KEY, last INTEGER NOT NULL, mark BLOB NOT NULL) STRICT;
CREATE TABLE state (key TEXT PRIMARY KEY, text TEXT NOT NULL, mark BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE drafts (session TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'an entry never changes'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
    WHEN NEW.seq <> coalesce((SELECT max(seq) FROM entries), 0) + 1
      OR NEW.prev <> coalesce((SELECT hash FROM entries WHERE seq = NEW.seq - 1), zeroblob(32))
    BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;
CREATE TRIGGER payloads_stay BEFORE UPDATE ON payloads
    BEGIN SELECT RAISE(ABORT, 'a payload never changes'); END;
CREATE TRIGGER pieces_stay BEFORE UPDATE ON pieces
    BEGIN SELECT RAISE(ABORT, 'a piece never changes'); END;
CREATE TRIGGER attachments_stay
    BEFORE UPDATE OF number, digest, size_bytes, media_type, entry_seq ON attachments
    BEGIN SELECT RAISE(ABORT, 'an attachment never changes'); END;
CREATE TRIGGER attachments_remain BEFORE DELETE ON attachments
    BEGIN SELECT RAISE(ABORT, 'an attachment is never deleted'); END;
)";

// Every table that is no projection, as a list in SQL.
#define ARDAGER_OWN_TABLES \
    "'record', 'entries', 'payloads', 'attachments', 'pieces', 'counters', 'state', 'drafts'"

constexpr std::array kMigrations{store::Migration{1, kFirstSchema}};

}  // namespace

std::span<const store::Migration> record_migrations() {
    return kMigrations;
}

Result<Digest> schema_digest(store::Database& database) {
    auto rows = TRY(
        database.query("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'trigger') AND tbl_name "
                       "IN (" ARDAGER_OWN_TABLES ") ORDER BY name"));
    Bytes text;
    while (TRY(rows.step())) {
        put_sized(text, as_bytes(rows.text(0)));
        put_sized(text, as_bytes(rows.text(1)));
    }
    return sha256(text);
}

Result<std::vector<std::string>> projection_tables(store::Database& database) {
    auto rows = TRY(
        database.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND "
                       "name NOT IN (" ARDAGER_OWN_TABLES ") ORDER BY name"));
    std::vector<std::string> names;
    while (TRY(rows.step())) names.push_back(rows.text(0));
    return names;
}

Result<Digest> rows_digest(store::Database& database, const std::string& table) {
    std::string row;
    {
        // Type and bytes of each value: no two rows read alike, and no byte of a text is passed over.
        auto columns = TRY(database.query(
            "SELECT group_concat(format('typeof(\"%w\") || hex(\"%w\")', name, name), ' || '','' || ') "
            "FROM pragma_table_info(?)"));
        TRY(columns.bind(1, table).step());
        row = columns.text(0);
    }
    auto rows = TRY(database.query("SELECT " + row + " AS line FROM \"" + table + "\" ORDER BY line"));
    Sha256 digest;
    while (TRY(rows.step())) digest.update(as_bytes(rows.text(0) + "\n"));
    return digest.finish();
}

Result<Entry> read_entry(const store::Query& row) {
    Entry entry;
    entry.seq = static_cast<std::uint64_t>(row.integer(0));
    const auto id = EntryId::from_bytes(row.blob_view(1));
    const auto quality = parse_clock_quality(row.text(7));
    const auto prev = Digest::from_bytes(row.blob_view(8));
    const auto payload = Digest::from_bytes(row.blob_view(9));
    const auto hash = Digest::from_bytes(row.blob_view(10));
    if (!id || !quality || !prev || !payload || !hash)
        return fail(Code::record_damaged,
                    "entry " + std::to_string(entry.seq) + ": a column has another shape");
    entry.id = *id;
    entry.type = row.text(2);
    entry.at = Instant(Milliseconds(row.integer(3)));
    entry.clock.boot_id = row.text(4);
    entry.clock.monotonic_ms = static_cast<std::uint64_t>(row.integer(5));
    if (!row.is_null(6)) entry.clock.offset = Milliseconds(row.integer(6));
    entry.clock.quality = *quality;
    entry.prev = *prev;
    entry.payload_sha256 = *payload;
    entry.hash = *hash;
    return entry;
}

Result<void> insert_entry(store::Database& database, const Entry& entry) {
    auto row = TRY(database.query("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    row.bind(1, entry.seq).bind(2, entry.id.view()).bind(3, entry.type);
    row.bind(4, std::int64_t{entry.at.time_since_epoch().count()}).bind(5, entry.clock.boot_id);
    row.bind(6, entry.clock.monotonic_ms);
    if (entry.clock.offset) row.bind(7, std::int64_t{entry.clock.offset->count()});
    row.bind(8, clock_quality_name(entry.clock.quality)).bind(9, entry.prev.view());
    row.bind(10, entry.payload_sha256.view()).bind(11, entry.hash.view());
    return row.run();
}

Result<Head> stored_head(store::Database& database) {
    auto row = TRY(database.query("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"));
    if (!TRY(row.step())) return Head{};
    const auto hash = Digest::from_bytes(row.blob_view(1));
    const auto seq = static_cast<std::uint64_t>(row.integer(0));
    if (!hash)
        return fail(Code::record_damaged, "entry " + std::to_string(seq) + ": its hash has another shape");
    return Head{seq, *hash};
}

Error at_place(const std::string& place, Error error) {
    if (error.code == Code::record_damaged) error.detail = place + ": " + error.detail;
    return error;
}

}  // namespace ardager
