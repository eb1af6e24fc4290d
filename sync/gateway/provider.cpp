#include <charconv>

#include "kiosk/base/text.h"
#include "sync/gateway/answers.h"
#include "sync/gateway/decisions.h"
#include "sync/gateway/pieces.h"
#include "sync/gateway/resources.h"
#include "sync/gateway/tuning.h"

namespace ardager::gateway {
namespace {

Result<Json> open_payload(const Office& office, const ApplicationRow& row) {
    const auto stored = TRY(office.store.payload(row.device, row.seq));
    if (!stored) return fail(Code::record_damaged, "application " + row.number + ": its entry is gone");
    const std::string id = stored->id.text();
    return parse_json(as_text(TRY(office.vault.open({id, "payload"}, stored->sealed))));
}

/// `surname given_name patronymic`, as far as they are there.
std::string applicant_name(const Json& payload) {
    const auto applicant = payload.find("applicant");
    if (applicant == payload.end() || !applicant->is_object()) return {};
    std::string name;
    for (const char* key : {"surname", "given_name", "patronymic"}) {
        const auto part = applicant->find(key);
        if (part == applicant->end() || !part->is_string()) continue;
        name += (name.empty() ? "" : " ") + part->get<std::string>();
    }
    return name;
}

Result<Json> describe(const Office& office, const ApplicationRow& row) {
    Json out{{"number", row.number},
             {"state", state_name(row.state)},
             {"service", row.service},
             {"device", row.device},
             {"received_at", iso_instant(row.received_at)},
             {"files_complete", row.state != ApplicationState::incomplete}};
    if (!row.due.empty()) out["due"] = row.due;
    if (!row.provider.empty()) out["provider"] = row.provider;
    if (row.extended_days != 0) out["extended_days"] = row.extended_days;
    if (!row.registration_number.empty()) out["registration_number"] = row.registration_number;
    if (const auto told = TRY(office.store.told_at(row.number))) out["told_at"] = iso_instant(*told);
    return out;
}

Result<std::uint64_t> read_after(const std::string& text) {
    std::uint64_t after = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), after);
    if (!text.empty() && (fault != std::errc{} || end != text.data() + text.size() || after > INT64_MAX))
        return fail(Code::invalid_input, "after: not a number from an earlier page");
    return after;
}

Result<ApplicationKind> read_kind(const std::string& text) {
    if (text.empty() || text == "application") return ApplicationKind::application;
    if (text == "refusal") return ApplicationKind::refusal;
    return fail(Code::invalid_input, "kind: application or refusal");
}

bool is_shown_as_itself(const std::string& media_type) {
    return media_type == "image/jpeg" || media_type == "image/png" || media_type == "application/pdf";
}

}  // namespace

Answer list_applications(const Call& call) {
    const Office& office = call.office;
    std::optional<ApplicationState> state;
    if (const auto text = call.target.get("state"); !text.empty()) state = TRY(parse_state(text));
    std::uint64_t next = TRY(read_after(call.target.get("after")));
    const ApplicationKind kind = TRY(read_kind(call.target.get("kind")));
    Json list = Json::array();
    for (const auto& row : TRY(office.store.applications(kind, state, next, kProviderPage))) {
        Json item = TRY(describe(office, row));
        item["applicant_name"] = applicant_name(TRY(open_payload(office, row)));
        list.push_back(std::move(item));
        next = row.id;
    }
    return json_answer(200, dump_json({{"applications", std::move(list)}, {"next", next}}));
}

Answer show_application(const Call& call) {
    const auto row = TRY(call.office.store.application(call.target.path[3]));
    if (!row) return refuse(404, wire::refusal::bad_request, "no application has this number");
    Json out = TRY(describe(call.office, *row));
    out["payload"] = TRY(open_payload(call.office, *row));
    return json_answer(200, dump_json(out));
}

Answer show_file(const Call& call) {
    const Digest digest = TRY(Digest::from_hex(call.target.path[3]));
    const auto file = TRY(call.office.store.file(digest));
    if (!file) return refuse(404, wire::refusal::bad_request, "no whole file has this digest");
    auto response = empty_answer(200);
    const bool known = is_shown_as_itself(file->media_type);
    response.headers.emplace_back("Content-Type", known ? file->media_type : "application/octet-stream");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.body = TRY(read_whole_file(call.office, digest));
    return response;
}

Answer post_decision(const Call& call) {
    if (call.request.body.size() > kMostDecisionBytes)
        return refuse(413, wire::refusal::bad_request, "a decision is a few fields and a reason");
    const Decision decision = TRY(read_decision(call.request.body));
    auto transaction = TRY(call.office.store.begin());
    auto row = TRY(call.office.store.application(call.target.path[3]));
    if (!row) return refuse(404, wire::refusal::bad_request, "no application has this number");
    if (const auto fault = check_decision(*row, decision))
        return refuse(409, wire::refusal::bad_request, *fault);
    TRY(decide(call.office, call.caller.name, *row, decision));
    TRY(transaction->commit());
    call.office.feed_changed();
    return json_answer(200, dump_json(TRY(describe(call.office, *row))));
}

}  // namespace ardager::gateway
