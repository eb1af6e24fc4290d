// Files on their way and whole, and the feed.
#include "sync/gateway/sqlite_store.h"

namespace ardager::gateway {

Result<std::optional<FileRow>> SqliteStore::file(const Digest& digest) {
    auto found =
        TRY(query("SELECT u.id, u.size, u.media_type FROM files f JOIN uploads u ON u.id = f.upload WHERE "
                  "f.digest = ?1"));
    found.bind(1, digest.view());
    if (!TRY(found.step())) return std::optional<FileRow>{};
    return std::optional(
        FileRow{found.integer(0), static_cast<std::uint64_t>(found.integer(1)), found.text(2)});
}

Result<std::optional<UploadRow>> SqliteStore::upload(const Digest& digest, std::string_view device) {
    auto found =
        TRY(query("SELECT id, size, media_type, received FROM uploads WHERE digest = ?1 AND device = ?2"));
    found.bind(1, digest.view()).bind(2, device);
    if (!TRY(found.step())) return std::optional<UploadRow>{};
    return std::optional(UploadRow{found.integer(0), static_cast<std::uint64_t>(found.integer(1)),
                                   found.text(2), static_cast<std::uint64_t>(found.integer(3))});
}

Result<UploadRow> SqliteStore::add_upload(const Digest& digest, std::string_view device,
                                          std::uint64_t size_bytes, std::string_view media_type) {
    auto add =
        TRY(query("INSERT INTO uploads(digest, device, size, media_type, received) VALUES(?1, ?2, ?3, ?4, 0) "
                  "RETURNING id"));
    add.bind(1, digest.view()).bind(2, device).bind(3, size_bytes).bind(4, media_type);
    if (!TRY(add.step())) return fail(Code::internal, "gateway: an upload got no id");
    const std::int64_t id = add.integer(0);
    TRY(add.run());
    return UploadRow{id, size_bytes, std::string(media_type), 0};
}

Result<void> SqliteStore::add_piece(std::int64_t upload, std::uint64_t offset, ByteView sealed,
                                    std::uint64_t new_offset) {
    auto add = TRY(query("INSERT INTO pieces(upload, begins, sealed) VALUES(?1, ?2, ?3)"));
    TRY(add.bind(1, upload).bind(2, offset).bind(3, sealed).run());
    auto advance = TRY(query("UPDATE uploads SET received = ?2 WHERE id = ?1"));
    return advance.bind(1, upload).bind(2, new_offset).run();
}

Result<Bytes> SqliteStore::piece(std::int64_t upload, std::uint64_t offset) {
    auto found = TRY(query("SELECT sealed FROM pieces WHERE upload = ?1 AND begins = ?2"));
    found.bind(1, upload).bind(2, offset);
    if (!TRY(found.step()))
        return fail(Code::record_damaged, "upload " + std::to_string(upload) + ": a piece is gone");
    return found.blob(0);
}

Result<void> SqliteStore::complete_upload(const Digest& digest, const UploadRow& row) {
    auto add = TRY(query("INSERT INTO files(digest, upload) VALUES(?1, ?2)"));
    TRY(add.bind(1, digest.view()).bind(2, row.upload).run());
    auto others = TRY(query("DELETE FROM uploads WHERE digest = ?1 AND id <> ?2"));
    return others.bind(1, digest.view()).bind(2, row.upload).run();
}

Result<void> SqliteStore::drop_upload(std::int64_t upload) {
    return TRY(query("DELETE FROM uploads WHERE id = ?1")).bind(1, upload).run();
}

Result<void> SqliteStore::add_feed_item(const FeedRow& row) {
    const std::uint64_t cursor = TRY(next_count("feed"));
    auto add =
        TRY(query("INSERT INTO feed(cursor, id, branch, device, kind, at_ms, sealed) VALUES(?1, ?2, ?3, ?4, "
                  "?5, ?6, ?7)"));
    add.bind(1, cursor).bind(2, row.id.view()).bind(3, row.branch).bind(4, row.device).bind(5, row.kind);
    return add.bind(6, std::int64_t{row.at.time_since_epoch().count()}).bind(7, ByteView(row.sealed)).run();
}

Result<std::vector<FeedRow>> SqliteStore::feed(const DeviceId& device, std::uint64_t after,
                                               std::size_t limit) {
    auto found =
        TRY(query("SELECT cursor, id, branch, device, kind, at_ms, sealed FROM feed WHERE branch = ?1 "
                  "AND cursor > ?2 AND device IN ('', ?3) ORDER BY cursor LIMIT ?4"));
    found.bind(1, device.branch)
        .bind(2, after)
        .bind(3, device.text())
        .bind(4, static_cast<std::uint64_t>(limit));
    std::vector<FeedRow> out;
    while (TRY(found.step()))
        out.push_back({static_cast<std::uint64_t>(found.integer(0)),
                       TRY(EntryId::from_bytes(found.blob_view(1))), found.text(2), found.text(3),
                       found.text(4), Instant{Milliseconds{found.integer(5)}}, found.blob(6)});
    return out;
}

}  // namespace ardager::gateway
