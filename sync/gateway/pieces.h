// Files at rest: sealed pieces, each bound to its file and its place in it. Works inside the caller's
// transaction.
#pragma once

#include "sync/gateway/service.h"

namespace ardager::gateway {

/// Seals and appends at the upload's offset, which it advances.
[[nodiscard]] Result<void> append_piece(Office& office, const Digest& digest, UploadRow& upload,
                                        ByteView piece);

/// Digest over all pieces of an upload. Error: record_damaged when one does not open.
[[nodiscard]] Result<Digest> hash_pieces(Office& office, const Digest& digest, const UploadRow& upload);

/// A whole file's bytes, at most kMostFileBytes. Errors: not_found; record_damaged.
[[nodiscard]] Result<std::string> read_whole_file(Office& office, const Digest& digest);

}  // namespace ardager::gateway
