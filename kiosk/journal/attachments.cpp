#include "kiosk/journal/attachments.h"

#include "kiosk/journal/schema.h"
#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

/// Digest, index and count: a piece that was moved, swapped or left out does not open.
std::string piece_name(const AttachmentRow& row, std::uint64_t index) {
    return row.attachment.digest.hex() + ":" + std::to_string(index) + "/" +
           std::to_string(row.piece_count());
}

std::uint64_t piece_place(const AttachmentRow& row, std::uint64_t index) {
    return row.number * tuning::kPiecesPerAttachment + index;
}

Result<void> insert_row(store::Database& database, const Vault& vault, const AttachmentRow& row) {
    const Digest mark = row.mark(vault);
    auto insert = TRY(database.query("INSERT INTO attachments VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(1, row.number).bind(2, row.attachment.digest.view()).bind(3, row.attachment.size_bytes);
    insert.bind(4, row.attachment.media_type).bind(5, row.entry_seq).bind(6, row.confirmed ? 1 : 0);
    insert.bind(7, mark.view());
    return insert.run();
}

}  // namespace

std::uint64_t AttachmentRow::piece_count() const {
    return (attachment.size_bytes + tuning::kPieceBytes - 1) / tuning::kPieceBytes;
}

Digest AttachmentRow::mark(const Vault& vault) const {
    RowMark mark("attachments");
    mark.add(number).add(attachment.digest.view()).add(attachment.size_bytes).add(attachment.media_type);
    return mark.add(entry_seq).add(std::uint64_t{confirmed ? 1U : 0U}).digest(vault);
}

Result<AttachmentRow> read_attachment(const store::Query& row, const Vault& vault) {
    AttachmentRow found;
    found.number = static_cast<std::uint64_t>(row.integer(0));
    const std::string place = "attachment " + std::to_string(found.number);
    const auto digest = Digest::from_bytes(row.blob_view(1));
    const auto mark = Digest::from_bytes(row.blob_view(6));
    if (!digest || !mark) return fail(Code::record_damaged, place + ": a column has another shape");
    found.attachment = {*digest, static_cast<std::uint64_t>(row.integer(2)), row.text(3)};
    found.entry_seq = static_cast<std::uint64_t>(row.integer(4));
    found.confirmed = row.integer(5) != 0;
    if (found.mark(vault) != *mark)
        return fail(Code::record_damaged, place + ": its row was changed from outside");
    return found;
}

Result<AttachmentRow> find_attachment(store::Database& database, const Vault& vault, const Digest& digest) {
    auto row =
        TRY(database.query("SELECT number, digest, size_bytes, media_type, entry_seq, confirmed, mark"
                           " FROM attachments WHERE digest = ?"));
    if (!TRY(row.bind(1, digest.view()).step()))
        return fail(Code::not_found, "attachment: none with this digest");
    return read_attachment(row, vault);
}

Result<Attachment> store_attachment(store::Database& database, Vault& vault, ByteView bytes,
                                    const std::string& media_type, std::uint64_t entry_seq) {
    if (bytes.empty()) return fail(Code::invalid_input, "attachment: empty");
    if (bytes.size() > tuning::kPieceBytes * tuning::kPiecesPerAttachment)
        return fail(Code::invalid_input, "attachment: too large");
    AttachmentRow row{0, {sha256(bytes), bytes.size(), media_type}, entry_seq, false};
    auto known = find_attachment(database, vault, row.attachment.digest);
    if (known) return known->attachment;
    if (known.error().code != Code::not_found) return fail(std::move(known).error());
    {
        auto last = TRY(database.query("SELECT coalesce(max(number), 0) FROM attachments"));
        TRY(last.step());
        row.number = static_cast<std::uint64_t>(last.integer(0)) + 1;
    }
    TRY(insert_row(database, vault, row));
    auto insert = [&](std::uint64_t index) -> Result<void> {
        const std::size_t from = static_cast<std::size_t>(index) * tuning::kPieceBytes;
        const ByteView plain = bytes.subspan(from, std::min(tuning::kPieceBytes, bytes.size() - from));
        const Bytes sealed = TRY(vault.seal({piece_name(row, index), "piece"}, plain));
        auto statement = TRY(database.query("INSERT INTO pieces VALUES (?, ?)"));
        return statement.bind(1, piece_place(row, index)).bind(2, ByteView(sealed)).run();
    };
    for (std::uint64_t index = 0; index < row.piece_count(); ++index) TRY(insert(index));
    return row.attachment;
}

Result<void> confirm_attachment(store::Database& database, const Vault& vault, const Digest& digest,
                                bool confirmed) {
    AttachmentRow row = TRY(find_attachment(database, vault, digest));
    if (row.confirmed == confirmed) return {};
    row.confirmed = confirmed;
    const Digest mark = row.mark(vault);
    auto update = TRY(database.query("UPDATE attachments SET confirmed = ?, mark = ? WHERE number = ?"));
    return update.bind(1, confirmed ? 1 : 0).bind(2, mark.view()).bind(3, row.number).run();
}

Result<Bytes> open_piece(store::Database& database, const Vault& vault, const AttachmentRow& row,
                         std::uint64_t index) {
    const std::string place = "attachment " + std::to_string(row.number) + ", piece " + std::to_string(index);
    auto piece = TRY(database.query("SELECT sealed FROM pieces WHERE place = ?"));
    if (!TRY(piece.bind(1, piece_place(row, index)).step()))
        return fail(Code::not_found, place + ": not kept");
    auto plain = vault.open({piece_name(row, index), "piece"}, piece.blob_view(0));
    if (!plain) return fail(at_place(place, std::move(plain).error()));
    const std::uint64_t from = index * tuning::kPieceBytes;
    if (plain->size() != std::min<std::uint64_t>(tuning::kPieceBytes, row.attachment.size_bytes - from))
        return fail(Code::record_damaged, place + ": has another length");
    return plain;
}

}  // namespace ardager
