// The record's own tables (FORMAT.md) and what ties a row to its place. Inside kiosk/journal only.
#pragma once

#include <span>

#include "kiosk/journal/chain.h"
#include "kiosk/store/database.h"
#include "kiosk/vault/vault.h"

namespace ardager {

/// Every released version of the tables, oldest first.
[[nodiscard]] std::span<const store::Migration> record_migrations();
/// Digest of the tables and triggers as they stand, so that a dropped trigger is noticed.
[[nodiscard]] Result<Digest> schema_digest(store::Database& database);

/// Names of the projections' tables: every table that is not the record's own.
[[nodiscard]] Result<std::vector<std::string>> projection_tables(store::Database& database);
/// Digest of all rows of a table, whatever their order.
[[nodiscard]] Result<Digest> rows_digest(store::Database& database, const std::string& table);

/// Keyed mark of a row that changes and so is in no chain: counters, state, attachments, the record's own
/// row.
class RowMark {
public:
    explicit RowMark(std::string_view table) { add(table); }
    RowMark& add(std::string_view text) {
        put_sized(bytes_, as_bytes(text));
        return *this;
    }
    RowMark& add(ByteView blob) {
        put_sized(bytes_, blob);
        return *this;
    }
    RowMark& add(std::uint64_t number) {
        put_u64(bytes_, number);
        return *this;
    }
    [[nodiscard]] Digest digest(const Vault& vault) const {
        return vault.blind("record-row", as_text(bytes_));
    }

private:
    Bytes bytes_;
};

inline constexpr const char* kEntryColumns =
    "entries.seq, id, type, at_ms, boot_id, monotonic_ms, offset_ms, quality, prev, payload_sha256, hash";
inline constexpr int kEntryColumnCount = 11;
/// Reads kEntryColumns from a row. Error: record_damaged when a column has another shape.
[[nodiscard]] Result<Entry> read_entry(const store::Query& row);
[[nodiscard]] Result<void> insert_entry(store::Database& database, const Entry& entry);
/// Head of what the database holds; {0, zero} when empty.
[[nodiscard]] Result<Head> stored_head(store::Database& database);

/// Prefixes `place: ` to a record_damaged error; leaves others alone.
[[nodiscard]] Error at_place(const std::string& place, Error error);

}  // namespace ardager
