#include <charconv>

#include "kiosk/base/log.h"
#include "sync/gateway/answers.h"
#include "sync/gateway/pieces.h"
#include "sync/gateway/projection.h"
#include "sync/gateway/resources.h"
#include "sync/gateway/tuning.h"

// tus 1.0.0 (https://tus.io/protocols/resumable-upload) with creation, creation-with-upload and checksum. A
// file is addressed by its digest. Only a device whose accepted entry names the digest may send it: entries
// go first, and nobody can fill the ministry's disk with what belongs to no application. What has begun is
// resumed without asking again.
namespace ardager::gateway {
namespace {

constexpr const char* kTusVersion = "1.0.0";

wire::HttpResponse with_tus(wire::HttpResponse response) {
    response.headers.emplace_back("Tus-Resumable", kTusVersion);
    return response;
}

wire::HttpResponse with_offset(wire::HttpResponse response, std::uint64_t offset) {
    response.headers.emplace_back("Upload-Offset", std::to_string(offset));
    return with_tus(std::move(response));
}

std::optional<std::uint64_t> read_number(const std::string& text) {
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Nothing when the request speaks our version of tus.
std::optional<wire::HttpResponse> check_version(const wire::HttpRequest& request) {
    if (wire::header(request.headers, "Tus-Resumable") == kTusVersion) return std::nullopt;
    auto response = refuse(412, wire::refusal::bad_request, "Tus-Resumable: only 1.0.0 is spoken here");
    response.headers.emplace_back("Tus-Version", kTusVersion);
    return response;
}

/// `sha256 {base64 of the hex digits},type {base64}`: the pair that names the file.
Result<Digest> read_metadata(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t space = std::min(pair.find(' '), pair.size());
        if (pair.substr(0, space) != "sha256" || space == pair.size()) continue;
        return Digest::from_hex(as_text(TRY(from_base64(pair.substr(space + 1)))));
    }
    return fail(Code::invalid_input, "Upload-Metadata: no sha256 that names the file");
}

/// How far a digest has come from one device: nothing, a part, or all of it from anyone.
struct Standing {
    std::optional<FileRow> file;
    std::optional<UploadRow> upload;
    [[nodiscard]] bool known() const { return file || upload; }
    [[nodiscard]] std::uint64_t offset() const { return file ? file->size_bytes : upload->offset; }
    [[nodiscard]] std::uint64_t length() const { return file ? file->size_bytes : upload->size_bytes; }
};

/// A whole file is shown only to a device that names it; for the others it is not there.
Result<Standing> find_standing(const Call& call, const Digest& digest) {
    Store& store = call.office.store;
    Standing standing;
    if (TRY(store.named_file(call.caller.name, digest))) standing.file = TRY(store.file(digest));
    if (!standing.file) standing.upload = TRY(store.upload(digest, call.caller.name));
    return standing;
}

/// Nothing when this device may create this file now.
Result<std::optional<wire::HttpResponse>> check_creation(const Call& call, const Digest& digest,
                                                         std::uint64_t length) {
    const JournalRow journal = TRY(call.office.store.journal(call.caller.name));
    const auto refused = [](wire::HttpResponse response) {
        return std::optional(with_tus(std::move(response)));
    };
    if (journal.fenced)
        return refused(refuse(409, wire::refusal::fenced, "this device is fenced; staff must act"));
    if (length == 0) return refused(refuse(422, wire::refusal::bad_file, "the file is empty"));
    if (length > kMostFileBytes)
        return refused(refuse(413, wire::refusal::bad_file, "the file is larger than 20 MiB"));
    const auto named = TRY(call.office.store.named_file(call.caller.name, digest));
    if (!named)
        return refused(refuse(409, wire::refusal::gap,
                              "no entry of this device names the file; entries go first", journal.next_seq));
    if (named->size_bytes != 0 && named->size_bytes != length)
        return refused(refuse(422, wire::refusal::bad_file, "its length differs from the one in its entry"));
    return std::optional<wire::HttpResponse>{};
}

/// A request's body; hashing is the dearest part of a file, so it is done once.
struct Piece {
    ByteView bytes;
    Digest digest;
    explicit Piece(const wire::HttpRequest& request) : bytes(as_bytes(request.body)), digest(sha256(bytes)) {}
};

/// Nothing when the piece may be appended at the upload's offset.
std::optional<wire::HttpResponse> check_piece(const wire::HttpRequest& request, const Piece& piece,
                                              const UploadRow& upload) {
    if (wire::header(request.headers, "Content-Type") != "application/offset+octet-stream")
        return refuse(415, wire::refusal::bad_request,
                      "Content-Type: a piece is application/offset+octet-stream");
    if (request.body.size() > upload.size_bytes - upload.offset)
        return refuse(400, wire::refusal::bad_request, "the piece ends behind the file's length");
    const std::string checksum = wire::header(request.headers, "Upload-Checksum");
    if (checksum.empty()) return std::nullopt;
    if (!checksum.starts_with("sha256 "))
        return refuse(400, wire::refusal::bad_request, "Upload-Checksum: only sha256 is computed here");
    if (checksum.substr(7) != to_base64(piece.digest.view()))
        return refuse(460, wire::refusal::bad_file, "Upload-Checksum: the piece differs");
    return std::nullopt;
}

/// Whether all bytes together are the file. A piece that does not open any more means that they are not.
Result<bool> is_right(Office& office, const Digest& digest, const UploadRow& upload, const Piece& last) {
    if (last.bytes.size() == upload.size_bytes) return last.digest == digest;
    const auto computed = hash_pieces(office, digest, upload);
    if (computed) return *computed == digest;
    if (computed.error().code != Code::record_damaged) return fail(computed.error());
    log(LogLevel::error, "gateway", "upload dropped: " + computed.error().detail);
    return false;
}

/// Appends the piece inside the caller's transaction; when the file is whole its digest decides. False when
/// it was another file and was dropped.
Result<bool> append_and_check(Office& office, const Digest& digest, UploadRow upload, const Piece& piece) {
    TRY(append_piece(office, digest, upload, piece.bytes));
    const bool whole = upload.offset == upload.size_bytes;
    const bool right = !whole || TRY(is_right(office, digest, upload, piece));
    if (!right) TRY(office.store.drop_upload(upload.upload));
    if (whole && right) {
        TRY(office.store.complete_upload(digest, upload));
        for (auto& row : TRY(office.store.incomplete_naming(digest)))
            TRY(receive_if_whole(office, std::move(row)));
    }
    return right;
}

wire::HttpResponse another_file() {
    return with_tus(refuse(422, wire::refusal::bad_file, "the whole file's digest differs; it was dropped"));
}

/// A new upload, with its first piece when the request brings one (creation-with-upload): one commit for
/// both.
Result<wire::HttpResponse> begin_upload(const Call& call, const Digest& digest, std::uint64_t length) {
    Store& store = call.office.store;
    const std::optional<Piece> piece =
        call.request.body.empty() ? std::nullopt : std::optional(Piece(call.request));
    const auto named = TRY(store.named_file(call.caller.name, digest));
    if (piece)
        if (auto refused = check_piece(call.request, *piece, UploadRow{0, length, named->media_type, 0}))
            return with_tus(std::move(*refused));
    auto transaction = TRY(store.begin());
    auto upload = TRY(store.add_upload(digest, call.caller.name, length, named->media_type));
    if (piece && !TRY(append_and_check(call.office, digest, std::move(upload), *piece)))
        return another_file();
    TRY(transaction->commit());
    auto response = empty_answer(201);
    response.headers.emplace_back("Location", "/v1/files/" + digest.hex());
    return with_offset(std::move(response), piece ? piece->bytes.size() : 0);
}

Result<bool> is_fenced(const Call& call) {
    return TRY(call.office.store.journal(call.caller.name)).fenced;
}

}  // namespace

Answer describe_files(const Call&) {
    auto response = with_tus(empty_answer(204));
    response.headers.emplace_back("Tus-Version", kTusVersion);
    response.headers.emplace_back("Tus-Extension", "creation,creation-with-upload,checksum");
    response.headers.emplace_back("Tus-Checksum-Algorithm", "sha256");
    response.headers.emplace_back("Tus-Max-Size", std::to_string(kMostFileBytes));
    return response;
}

Answer create_file(const Call& call) {
    if (auto refused = check_version(call.request)) return std::move(*refused);
    const auto length = read_number(wire::header(call.request.headers, "Upload-Length"));
    if (!length)
        return with_tus(refuse(400, wire::refusal::bad_request, "Upload-Length: missing or not a number"));
    const Digest digest = TRY(read_metadata(wire::header(call.request.headers, "Upload-Metadata")));
    if (auto refused = TRY(check_creation(call, digest, *length))) return std::move(*refused);

    const Standing standing = TRY(find_standing(call, digest));
    if (!standing.known()) return begin_upload(call, digest, *length);
    if (standing.length() != *length)
        return with_tus(refuse(422, wire::refusal::bad_file, "this file is known with another length"));
    // What is there stays; a piece that came along is not needed.
    auto response = empty_answer(200);
    response.headers.emplace_back("Location", "/v1/files/" + digest.hex());
    return with_offset(std::move(response), standing.offset());
}

Answer head_file(const Call& call) {
    if (auto refused = check_version(call.request)) return std::move(*refused);
    const Digest digest = TRY(Digest::from_hex(call.target.path[2]));
    const Standing standing = TRY(find_standing(call, digest));
    if (!standing.known()) return with_tus(empty_answer(404));
    auto response = empty_answer(200);
    response.headers.emplace_back("Upload-Length", std::to_string(standing.length()));
    return with_offset(std::move(response), standing.offset());
}

Answer patch_file(const Call& call) {
    if (auto refused = check_version(call.request)) return std::move(*refused);
    const Digest digest = TRY(Digest::from_hex(call.target.path[2]));
    const auto offset = read_number(wire::header(call.request.headers, "Upload-Offset"));
    if (!offset)
        return with_tus(refuse(400, wire::refusal::bad_request, "Upload-Offset: missing or not a number"));
    if (TRY(is_fenced(call)))
        return with_tus(refuse(409, wire::refusal::fenced, "this device is fenced; staff must act"));
    const Standing standing = TRY(find_standing(call, digest));
    if (!standing.known())
        return with_tus(refuse(404, wire::refusal::bad_request, "no such upload; create it first"));
    if (*offset != standing.offset())
        return with_offset(
            refuse(409, wire::refusal::bad_request, "Upload-Offset: not where the file ends here"),
            standing.offset());
    if (standing.file || call.request.body.empty()) return with_offset(empty_answer(204), standing.offset());
    const Piece piece(call.request);
    if (auto refused = check_piece(call.request, piece, *standing.upload))
        return with_tus(std::move(*refused));
    auto transaction = TRY(call.office.store.begin());
    const bool right = TRY(append_and_check(call.office, digest, *standing.upload, piece));
    TRY(transaction->commit());
    if (!right) return another_file();
    return with_offset(empty_answer(204), *offset + call.request.body.size());
}

Result<void> keep_partial_piece(const Call& call) {
    if (check_version(call.request) || TRY(is_fenced(call))) return {};
    const Digest digest = TRY(Digest::from_hex(call.target.path[2]));
    const auto offset = read_number(wire::header(call.request.headers, "Upload-Offset"));
    auto upload = TRY(call.office.store.upload(digest, call.caller.name));
    const ByteView piece = as_bytes(call.request.body);
    // A piece that would make the file whole is never partial; leaving it out keeps completion in one place.
    const bool fits =
        upload && offset && *offset == upload->offset && piece.size() < upload->size_bytes - upload->offset;
    if (!fits) return {};
    auto transaction = TRY(call.office.store.begin());
    TRY(append_piece(call.office, digest, *upload, piece));
    return transaction->commit();
}

}  // namespace ardager::gateway
