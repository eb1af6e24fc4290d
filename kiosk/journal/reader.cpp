#include "kiosk/journal/reader.h"

#include "kiosk/journal/attachments.h"
#include "kiosk/journal/record_row.h"
#include "kiosk/journal/schema.h"
#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

std::string select_entries(const char* condition) {
    return std::string("SELECT ") + kEntryColumns + ", sealed FROM entries LEFT JOIN payloads USING (seq) " +
           condition;
}

/// "All of them" may be asked for with the largest number, which SQLite's integers do not reach.
std::uint64_t clamped(std::uint64_t number) {
    return std::min<std::uint64_t>(number, INT64_MAX);
}

}  // namespace

Result<std::unique_ptr<JournalReader>> JournalReader::open(const JournalOptions& options,
                                                           const Vault& vault) {
    auto database =
        TRY(store::Database::open({options.paths.database(), store::Access::read_only, options.vfs}));
    const auto row = TRY(read_record_row(*database, vault, options.device));
    if (!row) return fail(Code::not_found, "record: not begun yet");
    return std::make_unique<SqliteReader>(std::move(database), vault, options.device);
}

Result<StoredEntry> SqliteReader::open_entry(const store::Query& row) const {
    StoredEntry stored;
    stored.entry = TRY(read_entry(row));
    const std::string place = "entry " + std::to_string(stored.entry.seq);
    if (row.is_null(kEntryColumnCount)) return fail(Code::not_found, place + ": its payload is not kept");
    auto plain = vault_->open({stored.entry.id.text(), "payload"}, row.blob_view(kEntryColumnCount));
    if (!plain) return fail(at_place(place, std::move(plain).error()));
    if (sha256(*plain) != stored.entry.payload_sha256)
        return fail(Code::record_damaged, place + ": payload differs from its digest");
    if (entry_hash(device_, stored.entry) != stored.entry.hash)
        return fail(Code::record_damaged, place + ": stored hash differs from the computed one");
    stored.payload = as_text(*plain);
    wipe(*plain);
    return stored;
}

Result<Head> SqliteReader::head() {
    return stored_head(*database_);
}

Result<StoredEntry> SqliteReader::read(std::uint64_t seq) {
    static const std::string sql = select_entries("WHERE entries.seq = ?");
    auto row = TRY(database_->query(sql));
    if (!TRY(row.bind(1, clamped(seq)).step()))
        return fail(Code::not_found, "entry " + std::to_string(seq) + ": none");
    return open_entry(row);
}

Result<StoredEntry> SqliteReader::find(const EntryId& id) {
    static const std::string sql = select_entries("WHERE id = ?");
    auto row = TRY(database_->query(sql));
    if (!TRY(row.bind(1, id.view()).step())) return fail(Code::not_found, "entry " + id.text() + ": none");
    return open_entry(row);
}

Result<std::vector<StoredEntry>> SqliteReader::read_from(std::uint64_t seq, std::size_t limit_entries,
                                                         std::size_t limit_bytes) {
    static const std::string sql = select_entries("WHERE entries.seq >= ? ORDER BY entries.seq");
    auto rows = TRY(database_->query(sql));
    rows.bind(1, clamped(seq));
    std::vector<StoredEntry> found;
    std::size_t total = 0;
    while (found.size() < limit_entries && TRY(rows.step())) {
        StoredEntry next = TRY(open_entry(rows));
        total += next.payload.size();
        if (!found.empty() && total > limit_bytes) break;
        found.push_back(std::move(next));
    }
    return found;
}

Result<Attachment> SqliteReader::attachment(const Digest& digest) {
    return TRY(find_attachment(*database_, *vault_, digest)).attachment;
}

Result<Bytes> SqliteReader::read_piece(const Digest& digest, std::uint64_t offset, std::size_t length) {
    const AttachmentRow row = TRY(find_attachment(*database_, *vault_, digest));
    const std::uint64_t size = row.attachment.size_bytes;
    Bytes out;
    if (offset >= size) return out;
    const std::uint64_t end = offset + std::min<std::uint64_t>(length, size - offset);
    out.reserve(static_cast<std::size_t>(end - offset));
    while (offset < end) {
        const std::uint64_t index = offset / tuning::kPieceBytes;
        const std::uint64_t from = index * tuning::kPieceBytes;
        Bytes plain = TRY(open_piece(*database_, *vault_, row, index));
        const std::uint64_t until = std::min<std::uint64_t>(end, from + plain.size());
        out.insert(out.end(), plain.begin() + static_cast<std::ptrdiff_t>(offset - from),
                   plain.begin() + static_cast<std::ptrdiff_t>(until - from));
        wipe(plain);
        offset = until;
    }
    return out;
}

Result<std::vector<Attachment>> SqliteReader::unconfirmed(std::uint64_t before_seq, std::size_t limit) {
    static const std::string sql =
        std::string("SELECT ") + kAttachmentColumns +
        " FROM attachments WHERE confirmed = 0 AND entry_seq < ? ORDER BY entry_seq, number LIMIT ?";
    auto rows = TRY(database_->query(sql));
    rows.bind(1, clamped(before_seq)).bind(2, clamped(limit));
    std::vector<Attachment> found;
    while (TRY(rows.step())) found.push_back(TRY(read_attachment(rows, *vault_)).attachment);
    return found;
}

Result<std::optional<std::string>> SqliteReader::state(std::string_view key) {
    auto row = TRY(database_->query("SELECT text, mark FROM state WHERE key = ?"));
    if (!TRY(row.bind(1, key).step())) return std::nullopt;
    std::string text = row.text(0);
    const auto mark = Digest::from_bytes(row.blob_view(1));
    if (!mark || RowMark("state").add(key).add(text).digest(*vault_) != *mark)
        return fail(Code::record_damaged, "state " + std::string(key) + ": changed from outside");
    return std::optional<std::string>(std::move(text));
}

}  // namespace ardager
