// Between Beast's messages and ours. Included by server.cpp alone, so that Beast compiles once. Pure.
#pragma once

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "sync/gateway/answers.h"

namespace ardager::gateway::beast_http {

namespace beast = boost::beast;
namespace http = beast::http;
using Parser = http::request_parser<http::string_body>;

inline std::string text_of(beast::string_view text) {
    return {text.data(), text.size()};
}

inline wire::HttpRequest head_of(const Parser& parser) {
    wire::HttpRequest head;
    head.method = text_of(parser.get().method_string());
    head.target = text_of(parser.get().target());
    for (const auto& field : parser.get())
        head.headers.emplace_back(text_of(field.name_string()), text_of(field.value()));
    return head;
}

/// The answer to a head that could not be read; nothing when the line just ended.
inline std::optional<wire::HttpResponse> answer_to(const beast::error_code& fault) {
    if (fault == http::error::header_limit)
        return refuse(431, wire::refusal::bad_request, "the header is over 16 KiB");
    if (fault == http::error::body_limit)
        return refuse(413, wire::refusal::bad_request, "the body is over 8 MiB");
    const bool line_ended = fault == http::error::end_of_stream || fault == http::error::partial_message;
    if (line_ended || fault.category() != beast::error_code(http::error::bad_value).category())
        return std::nullopt;
    return refuse(400, wire::refusal::bad_request, "not HTTP/1.1 as it is spoken here");
}

/// Nothing when the head's framing is the only one that we read.
inline std::optional<wire::HttpResponse> check_framing(const Parser& parser) {
    if (parser.get().find(http::field::transfer_encoding) != parser.get().end())
        return refuse(411, wire::refusal::bad_request, "Transfer-Encoding is not read; send Content-Length");
    const auto method = parser.get().method();
    const bool has_body = method == http::verb::post || method == http::verb::patch;
    if (has_body && !parser.content_length())
        return refuse(411, wire::refusal::bad_request, "Content-Length is missing");
    return std::nullopt;
}

inline http::response<http::string_body> to_beast(wire::HttpResponse answer, bool keep_alive) {
    http::response<http::string_body> out;
    out.version(11);
    out.result(static_cast<unsigned>(answer.status));
    for (const auto& [name, value] : answer.headers) out.insert(name, value);
    out.body() = std::move(answer.body);
    out.keep_alive(keep_alive);
    // RFC 9110 §8.6: no Content-Length in a 204.
    if (answer.status != 204) out.content_length(out.body().size());
    return out;
}

}  // namespace ardager::gateway::beast_http
