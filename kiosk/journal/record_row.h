// The one row that says whose record this is, which key sealed it and what its tables look like.
// Inside kiosk/journal only.
#pragma once

#include <optional>

#include "kiosk/journal/journal.h"

namespace ardager {

struct RecordRow {
    std::uint64_t opened = 0;  // times that a writer opened the record
    Digest projections;        // of the projections' schemas that every entry has been applied to
    Digest schema;             // of the record's own tables
};

/// Nothing when the record is not begun. Error: record_damaged (another device's, another key's, changed from
/// outside, tables or triggers differ).
[[nodiscard]] Result<std::optional<RecordRow>> read_record_row(store::Database& database, const Vault& vault,
                                                               const DeviceId& device);
/// Begins the record or replaces its row; inside the caller's transaction.
[[nodiscard]] Result<void> write_record_row(store::Database& database, Vault& vault, const DeviceId& device,
                                            const RecordRow& row);

}  // namespace ardager
