#include "fake_gateway.h"

namespace ardager {
namespace {

using wire::HttpRequest;
using wire::HttpResponse;

HttpResponse answer(int status, std::string body = {}) {
    return {status, {{wire::kProtocolHeader, wire::kProtocol}}, std::move(body)};
}

HttpResponse at_offset(int status, std::uint64_t offset) {
    auto response = answer(status);
    response.headers.emplace_back("Upload-Offset", std::to_string(offset));
    return response;
}

HttpResponse refuse(int status, const char* code, std::optional<std::uint64_t> expected = std::nullopt) {
    return answer(status, wire::Refusal{code, "told by the test", expected}.to_json());
}

}  // namespace

tl::expected<HttpResponse, wire::LineError> FakeGateway::call(const HttpRequest& request, int) {
    ++calls_;
    const auto found = faults.find(calls_);
    const std::optional<Fault> fault = found != faults.end() ? std::optional(found->second) : every_call;
    if (fault == Fault::no_line)
        return tl::unexpected(wire::LineError{wire::LineFault::unreachable, "no line"});
    if (fault == Fault::portal_page) return HttpResponse{200, {}, "<html>Please log in</html>"};
    if (fault == Fault::proxy_error) return HttpResponse{502, {}, "Bad Gateway"};
    if (spare_work_) std::exchange(spare_work_, nullptr)();
    HttpRequest arrived = request;
    if (fault == Fault::cut_in_the_middle) {
        if (request.method != "PATCH") return tl::unexpected(wire::LineError{wire::LineFault::broken, "cut"});
        arrived.body.resize(request.body.size() / 2);
        arrived.headers.emplace_back("Cut", "yes");
    }
    HttpResponse response = serve(arrived, fault);
    if (meanwhile) meanwhile(request);
    if (fault == Fault::dropped_reply || fault == Fault::cut_in_the_middle)
        return tl::unexpected(wire::LineError{wire::LineFault::broken, "cut"});
    if (fault == Fault::other_protocol) response.headers[0].second = "2";
    return response;
}

HttpResponse FakeGateway::serve(const HttpRequest& request, std::optional<Fault> fault) {
    if (refuses_device) return refuse(403, refuses_device->c_str());
    if (fault == Fault::busy) return refuse(503, wire::refusal::busy);
    if (request.target == "/v1/whoami") {
        log.push_back("GET whoami");
        const std::string pem = fault == Fault::foreign_certificate ? "foreign" : certificate_;
        const std::uint64_t next = entries.size() + 1;
        const wire::WhoAmI who{device, "device", clock_.now() + clock_ahead, epoch, next, head_before(next),
                               pem};
        return answer(200, who.to_json());
    }
    if (request.target.starts_with("/v1/feed")) {
        const auto after = std::stoull(wire::parse_target(request.target)->get("after"));
        log.push_back("GET feed " + std::to_string(after));
        wire::FeedPage page;
        for (const auto& item : feed)
            if (item.cursor > after) page.items.push_back(item);
        page.next = page.items.empty() ? after : page.items.back().cursor;
        return answer(200, page.to_json());
    }
    return request.target.starts_with("/v1/files") ? take_file(request, fault) : take_entries(request, fault);
}

HttpResponse FakeGateway::take_entries(const HttpRequest& request, std::optional<Fault> fault) {
    const auto plain = wire::decompress(request.body, 1U << 24);
    const auto batch = plain ? wire::decode_entries(*plain) : fail(plain.error());
    if (!batch || batch->empty()) return refuse(400, wire::refusal::bad_request);
    const auto first = batch->front().entry.seq;
    log.push_back("POST entries " + std::to_string(first) + "-" + std::to_string(batch->back().entry.seq));
    if (fault == Fault::gap) return refuse(409, wire::refusal::gap, entries.size() + 1);
    if (fault == Fault::bad_entry) return refuse(422, wire::refusal::bad_entry, first);
    if (first > entries.size() + 1) return refuse(409, wire::refusal::gap, entries.size() + 1);
    const std::uint64_t before = first;
    for (const auto& item : *batch) {
        const auto seq = item.entry.seq;
        if (seq <= entries.size()) {
            if (entries[seq - 1].entry.hash != item.entry.hash) return refuse(409, wire::refusal::fork, seq);
            continue;
        }
        const Head head{seq - 1, head_before(seq)};
        if (!check_link(*DeviceId::parse(device), head, item.entry, as_bytes(item.payload)))
            return refuse(422, wire::refusal::bad_entry, seq);
        entries.push_back(item);
    }
    return acknowledge(fault == Fault::ack_of_the_past ? before : entries.size() + 1, fault);
}

HttpResponse FakeGateway::acknowledge(std::uint64_t next_seq, std::optional<Fault> fault) const {
    wire::Acknowledgement ack;
    ack.device = fault == Fault::ack_of_another_device ? "KRG03-K2" : device;
    ack.epoch = epoch;
    ack.next_seq = next_seq;
    ack.head = head_before(next_seq);
    ack.at = clock_.now();
    ack.key = signer_.key_id();
    ack.signature = *signer_.sign(as_bytes(ack.signed_text()));
    if (fault == Fault::wrong_signature) ack.signature[40] ^= 1U;
    return answer(200, ack.to_json());
}

HttpResponse FakeGateway::take_file(const HttpRequest& request, std::optional<Fault> fault) {
    if (request.method == "POST") {
        const std::string metadata = wire::header(request.headers, "Upload-Metadata");
        const auto hex = from_base64(metadata.substr(7, metadata.find(',') - 7));
        const Digest digest = *Digest::from_hex(as_text(*hex));
        const bool known = files.count(digest) != 0;
        log.push_back("POST file" +
                      (request.body.empty() ? "" : " 0+" + std::to_string(request.body.size())));
        if (!request.body.empty() && !takes_piece_with_creation)
            return refuse(400, wire::refusal::bad_request);
        lengths[digest] = std::stoull(wire::header(request.headers, "Upload-Length"));
        if (known || request.body.empty()) return at_offset(known ? 200 : 201, files[digest].size());
        return take_piece(digest, request, fault, 201);
    }
    const Digest digest =
        *Digest::from_hex(std::string_view(request.target).substr(std::string_view("/v1/files/").size()));
    if (fault == Fault::upload_lost) files.erase(digest);
    if (files.count(digest) == 0) return answer(404);
    const std::string& file = files[digest];
    if (request.method == "HEAD") return at_offset(200, file.size());
    const auto offset = std::stoull(wire::header(request.headers, "Upload-Offset"));
    log.push_back("PATCH " + std::to_string(offset) + "+" + std::to_string(request.body.size()));
    if (offset != file.size()) return answer(409);
    return take_piece(digest, request, fault, 204);
}

HttpResponse FakeGateway::take_piece(const Digest& digest, const HttpRequest& request,
                                     std::optional<Fault> fault, int status) {
    std::string& file = files[digest];
    const bool cut = !wire::header(request.headers, "Cut").empty();
    const std::string checksum = "sha256 " + to_base64(sha256(as_bytes(request.body)).view());
    if (fault == Fault::piece_damaged) return refuse(460, wire::refusal::bad_file);
    if (!cut && wire::header(request.headers, "Upload-Checksum") != checksum)
        return refuse(460, wire::refusal::bad_file);
    piece_bytes += request.body.size();
    file += request.body;
    const bool whole = file.size() == lengths[digest];
    if (whole && (sha256(as_bytes(file)) != digest || refuses_files.count(digest) != 0)) {
        files.erase(digest);
        return refuse(422, wire::refusal::bad_file);
    }
    return at_offset(status, file.size());
}

}  // namespace ardager
