#include "sync/client/calls.h"

#include <charconv>

namespace ardager::sync::calls {
namespace {

using wire::Headers;
using wire::HttpRequest;
using wire::HttpResponse;

const std::pair<std::string, std::string> kTus{"Tus-Resumable", "1.0.0"};

std::string file_target(const Digest& digest) {
    return "/v1/files/" + digest.hex();
}

void add_piece_headers(Headers& headers, ByteView bytes) {
    headers.emplace_back("Content-Type", "application/offset+octet-stream");
    headers.emplace_back("Upload-Checksum", "sha256 " + to_base64(sha256(bytes).view()));
}

Event not_ours(std::string detail) {
    return LineFailed{{wire::LineFault::not_a_gateway, std::move(detail)}};
}

/// Our gateways sign every answer with the protocol's header; a portal's page or a proxy's error has none.
std::optional<Event> check_origin(const HttpResponse& response) {
    if (wire::header(response.headers, wire::kProtocolHeader) == wire::kProtocol) return std::nullopt;
    return not_ours("status " + std::to_string(response.status) + " without our protocol header");
}

Event read_refusal(const HttpResponse& response) {
    if (const auto rejected = wire::certificate_refusal(response)) return LineFailed{*rejected};
    auto refused = wire::Refusal::from_json(response.body);
    if (!refused) return not_ours("status " + std::to_string(response.status) + " without a refusal");
    return Refused{std::move(*refused)};
}

template <class T>
Answer<T> read_message(const HttpResponse& response) {
    if (auto foreign = check_origin(response)) return tl::unexpected<Event>(std::move(*foreign));
    if (response.status >= 400) return tl::unexpected<Event>(read_refusal(response));
    if (response.status != 200)
        return tl::unexpected<Event>(not_ours("unexpected status " + std::to_string(response.status)));
    auto message = T::from_json(response.body);
    if (!message)
        return tl::unexpected<Event>(not_ours("an answer that cannot be read: " + message.error().detail));
    return std::move(*message);
}

}  // namespace

HttpRequest whoami() {
    return {"GET", "/v1/whoami", {}, {}};
}

HttpRequest entries(const std::string& device, const std::string& ndjson) {
    const Headers headers{{"Content-Type", "application/x-ndjson"}, {"Content-Encoding", "zstd"}};
    return {"POST", "/v1/journals/" + device + "/entries", headers, wire::compress(ndjson)};
}

HttpRequest create_file(const Attachment& file, ByteView first_piece) {
    const std::string metadata =
        "sha256 " + to_base64(as_bytes(file.digest.hex())) + ",type " + to_base64(as_bytes(file.media_type));
    Headers headers{kTus, {"Upload-Length", std::to_string(file.size_bytes)}, {"Upload-Metadata", metadata}};
    if (!first_piece.empty()) add_piece_headers(headers, first_piece);
    return {"POST", "/v1/files", std::move(headers), std::string(as_text(first_piece))};
}

HttpRequest ask_offset(const Digest& digest) {
    return {"HEAD", file_target(digest), {kTus}, {}};
}

HttpRequest piece(const Digest& digest, std::uint64_t offset, ByteView bytes) {
    Headers headers{kTus, {"Upload-Offset", std::to_string(offset)}};
    add_piece_headers(headers, bytes);
    return {"PATCH", file_target(digest), std::move(headers), std::string(as_text(bytes))};
}

HttpRequest feed(std::uint64_t after, int wait_s) {
    return {"GET", "/v1/feed?after=" + std::to_string(after) + "&wait=" + std::to_string(wait_s), {}, {}};
}

Answer<wire::WhoAmI> read_whoami(const HttpResponse& response) {
    return read_message<wire::WhoAmI>(response);
}
Answer<wire::Acknowledgement> read_acknowledgement(const HttpResponse& response) {
    return read_message<wire::Acknowledgement>(response);
}
Answer<wire::FeedPage> read_feed(const HttpResponse& response) {
    return read_message<wire::FeedPage>(response);
}

Event read_file_answer(const HttpResponse& response, Milliseconds took) {
    if (auto foreign = check_origin(response)) return std::move(*foreign);
    const int status = response.status;
    if (status == 460) return PieceDamaged{};
    const auto refused = wire::Refusal::from_json(response.body);
    const bool silent = !refused || refused->code == wire::refusal::bad_request;  // HEAD has no body
    if (silent && (status == 404 || status == 410)) return FileLost{};
    if (silent && status == 409) return FileMoved{};
    if (status >= 400) return read_refusal(response);
    if (status != 200 && status != 201 && status != 204)
        return not_ours("unexpected status " + std::to_string(status));
    const std::string text = wire::header(response.headers, "Upload-Offset");
    if (text.empty()) return FileAt{std::nullopt, took};
    std::uint64_t offset = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), offset);
    if (fault != std::errc() || end != text.data() + text.size())
        return not_ours("Upload-Offset is no number");
    return FileAt{offset, took};
}

}  // namespace ardager::sync::calls
