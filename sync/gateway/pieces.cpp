#include "sync/gateway/pieces.h"

namespace ardager::gateway {
namespace {

std::string piece_name(const Digest& digest, std::int64_t upload, std::uint64_t offset) {
    return digest.hex() + "/" + std::to_string(upload) + "/" + std::to_string(offset);
}

/// Opens pieces in order and hands each on.
template <class Take>
Result<void> for_each_piece(Office& office, const Digest& digest, std::int64_t upload,
                            std::uint64_t size_bytes, Take take) {
    for (std::uint64_t offset = 0; offset < size_bytes;) {
        const Bytes sealed = TRY(office.store.piece(upload, offset));
        const std::string name = piece_name(digest, upload, offset);
        const Bytes plain = TRY(office.vault.open({name, "piece"}, sealed));
        if (plain.empty() || plain.size() > size_bytes - offset)
            return fail(Code::record_damaged, "file " + digest.hex() + ": a piece of the wrong size");
        take(plain);
        offset += plain.size();
    }
    return {};
}

}  // namespace

Result<void> append_piece(Office& office, const Digest& digest, UploadRow& upload, ByteView piece) {
    const std::string name = piece_name(digest, upload.upload, upload.offset);
    const Bytes sealed = TRY(office.vault.seal({name, "piece"}, piece));
    const std::uint64_t begin = upload.offset;
    upload.offset += piece.size();
    return office.store.add_piece(upload.upload, begin, sealed, upload.offset);
}

Result<Digest> hash_pieces(Office& office, const Digest& digest, const UploadRow& upload) {
    Sha256 hash;
    TRY(for_each_piece(office, digest, upload.upload, upload.size_bytes,
                       [&](ByteView plain) { hash.update(plain); }));
    return hash.finish();
}

Result<std::string> read_whole_file(Office& office, const Digest& digest) {
    const auto file = TRY(office.store.file(digest));
    if (!file) return fail(Code::not_found, "no such file");
    std::string whole;
    whole.reserve(file->size_bytes);
    TRY(for_each_piece(office, digest, file->upload, file->size_bytes,
                       [&](ByteView plain) { whole += as_text(plain); }));
    return whole;
}

}  // namespace ardager::gateway
