// Files of the record: named by their SHA-256, cut into sealed pieces. Inside kiosk/journal only.
#pragma once

#include "kiosk/journal/journal.h"

namespace ardager {

/// An attachment's row.
struct AttachmentRow {
    std::uint64_t number = 0;
    Attachment attachment;
    std::uint64_t entry_seq = 0;  // the entry that it came with
    bool confirmed = false;
    [[nodiscard]] std::uint64_t piece_count() const;
    [[nodiscard]] Digest mark(const Vault& vault) const;
};

inline constexpr const char* kAttachmentColumns =
    "number, digest, size_bytes, media_type, entry_seq, confirmed, mark";
/// Reads kAttachmentColumns and checks the mark. Error: record_damaged.
[[nodiscard]] Result<AttachmentRow> read_attachment(const store::Query& row, const Vault& vault);

/// Errors: not_found; record_damaged.
[[nodiscard]] Result<AttachmentRow> find_attachment(store::Database& database, const Vault& vault,
                                                    const Digest& digest);
/// Once per content: bytes that are there already keep their row. Error: invalid_input when empty or too
/// large.
[[nodiscard]] Result<Attachment> store_attachment(store::Database& database, Vault& vault, ByteView bytes,
                                                  const std::string& media_type, std::uint64_t entry_seq);
[[nodiscard]] Result<void> confirm_attachment(store::Database& database, const Vault& vault,
                                              const Digest& digest, bool confirmed);
/// The plain bytes of one piece. Errors: not_found when it was shredded; record_damaged.
[[nodiscard]] Result<Bytes> open_piece(store::Database& database, const Vault& vault,
                                       const AttachmentRow& row, std::uint64_t index);

}  // namespace ardager
