#include "kiosk/journal/record_row.h"

#include "kiosk/journal/schema.h"

namespace ardager {
namespace {

constexpr std::string_view kKeyCheck = "ardager";

Digest mark_of(const Vault& vault, const DeviceId& device, ByteView key_check, const RecordRow& row) {
    RowMark mark("record");
    mark.add(device.text()).add(key_check).add(row.opened).add(row.projections.view()).add(row.schema.view());
    return mark.digest(vault);
}

Result<bool> has_tables(store::Database& database) {
    auto row =
        TRY(database.query("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'record'"));
    TRY(row.step());
    return row.integer(0) != 0;
}

}  // namespace

Result<std::optional<RecordRow>> read_record_row(store::Database& database, const Vault& vault,
                                                 const DeviceId& device) {
    if (!TRY(has_tables(database))) return std::nullopt;
    auto stored = TRY(database.query(
        "SELECT device, key_check, opened, projections, schema, mark FROM record WHERE id = 1"));
    if (!TRY(stored.step())) {
        if (TRY(stored_head(database)).seq == 0) return std::nullopt;
        return fail(Code::record_damaged, "record: there are entries but the record's own row is gone");
    }
    if (stored.text(0) != device.text())
        return fail(Code::record_damaged, "record: belongs to another device than " + device.text());
    const Bytes key_check = stored.blob(1);
    const auto opened = vault.open({device.text(), "key-check"}, key_check);
    if (!opened || as_text(*opened) != kKeyCheck)
        return fail(Code::record_damaged,
                    "record: was not sealed with this key; put the record's own key back");
    const auto projections = Digest::from_bytes(stored.blob_view(3));
    const auto schema = Digest::from_bytes(stored.blob_view(4));
    const auto mark = Digest::from_bytes(stored.blob_view(5));
    if (!projections || !schema || !mark)
        return fail(Code::record_damaged, "record: a column has another shape");
    const RecordRow row{static_cast<std::uint64_t>(stored.integer(2)), *projections, *schema};
    if (mark_of(vault, device, key_check, row) != *mark)
        return fail(Code::record_damaged, "record: its own row was changed from outside");
    if (TRY(schema_digest(database)) != row.schema)
        return fail(Code::record_damaged, "record: its tables or triggers were changed from outside");
    return row;
}

Result<void> write_record_row(store::Database& database, Vault& vault, const DeviceId& device,
                              const RecordRow& row) {
    const Bytes key_check = TRY(vault.seal({device.text(), "key-check"}, as_bytes(kKeyCheck)));
    const Digest mark = mark_of(vault, device, key_check, row);
    auto write = TRY(database.query("INSERT OR REPLACE INTO record VALUES (1, ?, ?, ?, ?, ?, ?)"));
    write.bind(1, device.text())
        .bind(2, ByteView(key_check))
        .bind(3, row.opened)
        .bind(4, row.projections.view());
    return write.bind(5, row.schema.view()).bind(6, mark.view()).run();
}

}  // namespace ardager
