// verify(): every entry, link, seal, mark and attachment, one at a time; then the projections.
#include "kiosk/journal/attachments.h"
#include "kiosk/journal/schema.h"
#include "kiosk/journal/sqlite_journal.h"
#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

/// What stands in the database that nothing accounts for, or the other way round.
Result<void> expect_count(store::Database& database, const char* sql, std::uint64_t expected,
                          const char* what) {
    auto row = TRY(database.query(sql));
    TRY(row.step());
    const auto found = static_cast<std::uint64_t>(row.integer(0));
    if (found == expected) return {};
    return fail(Code::record_damaged, std::string(what) + ": " + std::to_string(found) + " are kept, " +
                                          std::to_string(expected) + " belong");
}

Result<void> inspect_attachment(store::Database& database, const Vault& vault, const AttachmentRow& row) {
    Sha256 digest;
    for (std::uint64_t index = 0; index < row.piece_count(); ++index) {
        auto plain = open_piece(database, vault, row, index);
        if (!plain && plain.error().code == Code::not_found)
            return fail(Code::record_damaged, plain.error().detail);
        if (!plain) return fail(std::move(plain).error());
        digest.update(*plain);
        wipe(*plain);
    }
    if (digest.finish() != row.attachment.digest)
        return fail(Code::record_damaged,
                    "attachment " + std::to_string(row.number) + ": contents differ from the digest");
    return {};
}

Result<std::uint64_t> inspect_attachments(store::Database& database, const Vault& vault) {
    std::uint64_t count = 0;
    std::uint64_t pieces = 0;
    auto rows =
        TRY(database.query("SELECT number, digest, size_bytes, media_type, entry_seq, confirmed, mark"
                           " FROM attachments ORDER BY number"));
    while (TRY(rows.step())) {
        const AttachmentRow row = TRY(read_attachment(rows, vault));
        TRY(inspect_attachment(database, vault, row));
        ++count;
        pieces += row.piece_count();
    }
    TRY(expect_count(database, "SELECT count(*) FROM pieces", pieces, "pieces"));
    return count;
}

Result<void> inspect_counters(store::Database& database, const Vault& vault) {
    auto rows = TRY(database.query("SELECT day, last, mark FROM counters"));
    while (TRY(rows.step())) {
        RowMark mark("counters");
        mark.add(static_cast<std::uint64_t>(rows.integer(0)))
            .add(static_cast<std::uint64_t>(rows.integer(1)));
        const auto stored = Digest::from_bytes(rows.blob_view(2));
        if (!stored || mark.digest(vault) != *stored)
            return fail(Code::record_damaged, "counter of day " + rows.text(0) + ": changed from outside");
    }
    return {};
}

Result<void> inspect_state(store::Database& database, SqliteReader& reader) {
    auto rows = TRY(database.query("SELECT key FROM state"));
    while (TRY(rows.step())) TRY(reader.state(rows.text(0)));
    return {};
}

Result<void> inspect_drafts(store::Database& database, const Vault& vault) {
    auto rows = TRY(database.query("SELECT session, sealed FROM drafts"));
    while (TRY(rows.step())) {
        const std::string session = rows.text(0);
        auto plain = vault.open({session, "draft"}, rows.blob_view(1));
        if (!plain) return fail(at_place("draft", std::move(plain).error()));
        wipe(*plain);
    }
    return {};
}

}  // namespace

Result<Head> SqliteJournal::inspect_entries() {
    Head head;
    auto rows = TRY(database_->query("SELECT seq FROM entries ORDER BY seq"));
    while (TRY(rows.step())) {
        const StoredEntry stored = TRY(read_kept(static_cast<std::uint64_t>(rows.integer(0))));
        TRY(check_link(device_, head, stored.entry, as_bytes(stored.payload)));
        head = {stored.entry.seq, stored.entry.hash};
    }
    TRY(expect_count(*database_, "SELECT count(*) FROM payloads", head.seq, "payloads"));
    return head;
}

Result<void> SqliteJournal::inspect_projections() {
    // Projected again in a transaction that is let go: whatever differs was changed from outside.
    const auto transaction = TRY(store::Transaction::begin(*database_));
    const auto tables = TRY(projection_tables(*database_));
    std::vector<Digest> found;
    found.reserve(tables.size());
    for (const auto& table : tables) found.push_back(TRY(rows_digest(*database_, table)));
    TRY(project_again());
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (TRY(rows_digest(*database_, tables[i])) != found[i])
            return fail(Code::record_damaged, "projection " + tables[i] +
                                                  ": differs from what the entries say; the entries are "
                                                  "whole: run ardagerctl record rebuild");
    return {};
}

Result<Verification> SqliteJournal::verify() {
    TRY(database_->integrity_check());
    if (!TRY(read_record_row(*database_, vault_, device_)))
        return fail(Code::record_damaged, "record: its own row is gone");
    Verification found;
    found.head = TRY(inspect_entries());
    found.entries = found.head.seq;
    if (found.head != head_)
        return fail(Code::record_damaged, "record: ends at entry " + std::to_string(found.head.seq) +
                                              ", not at the entry " + std::to_string(head_.seq) +
                                              " that was written last");
    TRY(check_anchor());
    found.attachments = TRY(inspect_attachments(*database_, vault_));
    TRY(inspect_counters(*database_, vault_));
    TRY(inspect_state(*database_, *reader_));
    TRY(inspect_drafts(*database_, vault_));
    TRY(inspect_projections());
    return found;
}

}  // namespace ardager
