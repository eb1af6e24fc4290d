#include "sync/gateway/answers.h"

#include "kiosk/base/log.h"

namespace ardager::gateway {

wire::HttpResponse empty_answer(int status) {
    return {status, {{wire::kProtocolHeader, wire::kProtocol}, {"Cache-Control", "no-store"}}, {}};
}

wire::HttpResponse json_answer(int status, std::string body) {
    auto response = empty_answer(status);
    response.headers.emplace_back("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
}

wire::HttpResponse refuse(int status, const char* code, std::string detail,
                          std::optional<std::uint64_t> expected_seq) {
    return json_answer(status, wire::Refusal{code, std::move(detail), expected_seq}.to_json());
}

wire::HttpResponse busy(std::string detail) {
    auto response = refuse(503, wire::refusal::busy, std::move(detail));
    response.headers.emplace_back("Retry-After", "5");
    return response;
}

wire::HttpResponse from_error(const Error& error, std::string_view area) {
    const bool request_is_wrong = error.code == Code::invalid_input || error.code == Code::invalid_field;
    if (request_is_wrong) return refuse(400, wire::refusal::bad_request, error.detail);
    log(LogLevel::error, area, std::string(code_name(error.code)) + ": " + error.detail);
    return busy("the gateway cannot use its record now; its staff see the reason in its log");
}

}  // namespace ardager::gateway
