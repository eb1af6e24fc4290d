// The calls of sync/wire/FORMAT.md as requests, and their answers as the pump's events. Pure.
#pragma once

#include "sync/client/pump.h"

namespace ardager::sync::calls {

[[nodiscard]] wire::HttpRequest whoami();
/// `ndjson`: encoded entries; compressed here.
[[nodiscard]] wire::HttpRequest entries(const std::string& device, const std::string& ndjson);
/// `first_piece`: the file's first bytes, or none.
[[nodiscard]] wire::HttpRequest create_file(const Attachment& file, ByteView first_piece);
[[nodiscard]] wire::HttpRequest ask_offset(const Digest& digest);
[[nodiscard]] wire::HttpRequest piece(const Digest& digest, std::uint64_t offset, ByteView bytes);
[[nodiscard]] wire::HttpRequest feed(std::uint64_t after, int wait_s);

/// A parsed answer, or the event that stands for its being something else: Refused, LineFailed.
template <class T>
using Answer = tl::expected<T, Event>;
[[nodiscard]] Answer<wire::WhoAmI> read_whoami(const wire::HttpResponse& response);
[[nodiscard]] Answer<wire::Acknowledgement> read_acknowledgement(const wire::HttpResponse& response);
[[nodiscard]] Answer<wire::FeedPage> read_feed(const wire::HttpResponse& response);
/// For creation, HEAD and PATCH: FileAt, FileLost, FileMoved, PieceDamaged, Refused or LineFailed.
[[nodiscard]] Event read_file_answer(const wire::HttpResponse& response, Milliseconds took);

}  // namespace ardager::sync::calls
