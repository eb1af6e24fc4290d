#include "kiosk/ctl/commands.h"
#include "sync/https/https.h"
#include "sync/wire/messages.h"

namespace ardager::ctl {
namespace {

Result<Json> call(const OfficerOptions& officer, const wire::HttpRequest& request) {
    const auto transport =
        TRY(https::HttpsTransport::create({officer.gateway, officer.certificate, officer.key, officer.ca}));
    const auto response = transport->call(request, 0);
    if (!response) {
        const bool rejected = response.error().fault >= wire::LineFault::rejected_unknown;
        return fail(
            rejected ? Code::not_allowed : Code::line,
            std::string(wire::line_fault_name(response.error().fault)) + ": " + response.error().detail);
    }
    if (wire::header(response->headers, wire::kProtocolHeader) != wire::kProtocol)
        return fail(Code::line, officer.gateway + ": the answer is not a gateway's");
    if (response->status == 200) return parse_json(response->body);
    const auto refusal = TRY(wire::Refusal::from_json(response->body));
    const Code code = response->status == 403   ? Code::not_allowed
                      : response->status >= 500 ? Code::line
                      : response->status == 409 ? Code::conflict
                                                : Code::invalid_input;
    return fail(code, refusal.code + ": " + refusal.detail);
}

std::string text_of(const Json& application) {
    return application.value("number", "") + "  " + application.value("state", "") + "  due " +
           application.value("due", "-") +
           (application.value("files_complete", false) ? "" : "  (files still on their way)");
}

}  // namespace

ExitCode provider_list(const Context& context, const OfficerOptions& officer, const std::string& state) {
    Json all = Json::array();
    std::string text;
    std::uint64_t after = 0;
    // Page by page until an empty one; a gateway that never ends its list is stopped by its own cursor.
    for (;;) {
        std::string target = "/v1/provider/applications?after=" + std::to_string(after);
        if (!state.empty()) target += "&state=" + state;
        const auto page = CTL_TRY(context, call(officer, {"GET", target, {}, {}}));
        const auto& list = page.at("applications");
        const auto next = CTL_TRY(context, json_u64(page, "next"));
        for (const auto& application : list) {
            text += (text.empty() ? "" : "\n") + text_of(application);
            all.push_back(application);
        }
        if (list.empty() || next <= after) break;
        after = next;
    }
    return answer(context, {{"applications", std::move(all)}}, text.empty() ? "no applications" : text);
}

ExitCode provider_decide(const Context& context, const OfficerOptions& officer,
                         const DecisionOptions& decision) {
    const auto number = CTL_TRY(context, ReceiptNumber::parse(decision.number));
    Json body{{"kind", decision.kind}};
    if (decision.days != 0) body["days"] = decision.days;
    if (!decision.registration_number.empty()) body["registration_number"] = decision.registration_number;
    if (!decision.ground.empty()) body["ground"] = decision.ground;
    if (!decision.reason.empty()) body["reason"] = decision.reason;
    const auto changed =
        CTL_TRY(context, call(officer, {"POST",
                                        "/v1/provider/applications/" + number.text + "/decisions",
                                        {{"Content-Type", "application/json"}},
                                        dump_json(body)}));
    return answer(context, changed, text_of(changed));
}

}  // namespace ardager::ctl
