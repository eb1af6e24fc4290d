#include "sync/gateway/decisions.h"

#include <set>

#include "kiosk/base/json.h"
#include "kiosk/base/text.h"
#include "sync/gateway/tuning.h"

namespace ardager::gateway {
namespace {

/// The kinds in one place: the officer's word, the feed's word, the state that follows.
struct KindRow {
    DecisionKind kind;
    const char* word;
    const char* feed_kind;
    ApplicationState state;
};
constexpr std::array<KindRow, 4> kKinds{{
    {DecisionKind::registered, "register", "decision.registered", ApplicationState::registered},
    {DecisionKind::extended, "extend", "decision.extended", ApplicationState::extended},
    {DecisionKind::granted, "grant", "decision.granted", ApplicationState::granted},
    {DecisionKind::refused, "refuse", "decision.refused", ApplicationState::refused},
}};

const KindRow& row_of(DecisionKind kind) {
    const auto found =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRow& row) { return row.kind == kind; });
    ARDAGER_CHECK(found != kKinds.end());
    return *found;
}

Result<DecisionKind> parse_kind(const std::string& word) {
    for (const auto& row : kKinds)
        if (word == row.word) return row.kind;
    return fail_field("kind", "unknown", "register, extend, grant or refuse");
}

Result<void> only_known_keys(const Json& object) {
    if (!object.is_object()) return fail(Code::invalid_input, "a decision is a JSON object");
    static const std::set<std::string, std::less<>> kKnown{"kind", "days", "reason", "ground",
                                                           "registration_number"};
    for (const auto& [key, value] : object.items())
        if (!kKnown.contains(key))
            return fail_field("decision", "unknown_key", "kind, days, reason, ground, registration_number");
    return {};
}

/// An id as standards have them. The gateway knows no standards: the branch looks the words up in the version
/// that it promised.
Result<std::string> read_ground(const Json& object, bool allowed) {
    if (!object.contains("ground")) return std::string();
    if (!allowed) return fail_field("ground", "not_allowed", "only a refusal has a ground");
    std::string ground = TRY(json_text(object, "ground"));
    if (ground.empty() || ground.size() > kMostGroundBytes ||
        ground.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos)
        return fail_field("ground", "format", "the id of a ground in section 9 of the standard");
    return ground;
}

Result<std::string> read_registration_number(const Json& object, bool allowed) {
    if (!object.contains("registration_number")) return std::string();
    if (!allowed) return fail_field("registration_number", "not_allowed", "only a registration has a number");
    const std::string number = tidy_spaces(TRY(json_text(object, "registration_number")));
    if (number.empty() || number.size() > kMostRegistrationBytes || unsafe_character(number))
        return fail_field("registration_number", "format", "a short number, as it stands in the book");
    return number;
}

Result<std::string> read_reason(const Json& object, bool needed) {
    if (!object.contains("reason")) {
        if (needed) return fail_field("reason", "missing", "the applicant is told why");
        return std::string();
    }
    std::string reason = TRY(json_text(object, "reason"));
    if (reason.size() > kMostReasonBytes) return fail_field("reason", "too_long", "at most 4000 bytes");
    // Lines may break; what else cannot be seen may not stand in it.
    std::string one_line = reason;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    if (unsafe_character(one_line))
        return fail_field("reason", "unsafe", "holds a character that cannot be printed");
    if (needed && tidy_spaces(reason).empty())
        return fail_field("reason", "missing", "the applicant is told why");
    return reason;
}

/// `2026-000017`: the ministry's own count within the year of registration.
Result<std::string> next_registration(Office& office) {
    const std::string year = iso_date(office.clock.today()).substr(0, 4);
    std::string count = std::to_string(TRY(office.store.next_count("registration." + year)));
    count.insert(0, count.size() < 6 ? 6 - count.size() : 0, '0');
    return year + "-" + count;
}

}  // namespace

Result<Decision> read_decision(std::string_view json) {
    const Json object = TRY(parse_json(json));
    TRY(only_known_keys(object));
    Decision decision;
    decision.kind = TRY(parse_kind(TRY(json_text(object, "kind"))));
    const bool extends = decision.kind == DecisionKind::extended;
    if (extends) {
        const std::uint64_t days = TRY(json_u64(object, "days"));
        if (days != 30 && days != 90)
            return fail_field("days", "not_a_term", "an extension is 30 or 90 working days");
        decision.days = static_cast<unsigned>(days);
    } else if (object.contains("days")) {
        return fail_field("days", "not_allowed", "only an extension has days");
    }
    decision.reason = TRY(read_reason(object, extends || decision.kind == DecisionKind::refused));
    decision.ground = TRY(read_ground(object, decision.kind == DecisionKind::refused));
    decision.registration_number =
        TRY(read_registration_number(object, decision.kind == DecisionKind::registered));
    return decision;
}

std::optional<std::string> check_decision(const ApplicationRow& row, const Decision& decision) {
    if (row.kind != ApplicationKind::application)
        return "a refused acceptance is no application; nothing can be decided";
    const std::string state = std::string("the application is ") + state_name(row.state);
    const bool open = row.state == ApplicationState::registered || row.state == ApplicationState::extended;
    const bool allowed =
        decision.kind == DecisionKind::registered ? row.state == ApplicationState::received : open;
    if (!allowed) return state + "; " + row_of(decision.kind).word + " is not possible now";
    if (decision.kind == DecisionKind::extended && decision.days <= row.extended_days)
        return state + " by " + std::to_string(row.extended_days) +
               " days already; only a longer term can follow";
    return std::nullopt;
}

Result<void> decide(Office& office, const std::string& officer, ApplicationRow& row,
                    const Decision& decision) {
    const KindRow& kind = row_of(decision.kind);
    const Instant now = office.clock.now();
    row.state = kind.state;
    Json body{{"number", row.number}, {"at", iso_instant(now)}, {"by", officer}};
    if (decision.kind == DecisionKind::registered)
        row.registration_number = decision.registration_number.empty() ? TRY(next_registration(office))
                                                                       : decision.registration_number;
    if (decision.kind == DecisionKind::extended) body["days"] = row.extended_days = decision.days;
    if (!row.registration_number.empty()) body["registration_number"] = row.registration_number;
    if (!decision.reason.empty()) body["reason"] = decision.reason;
    if (!decision.ground.empty()) body["ground"] = decision.ground;
    TRY(office.store.put_decision(row));

    FeedRow item;
    item.id = EntryId::make(now, office.random);
    item.branch = TRY(DeviceId::parse(row.device)).branch;
    item.kind = kind.feed_kind;
    item.at = now;
    const std::string id = item.id.text();
    item.sealed = TRY(office.vault.seal({id, "feed"}, as_bytes(dump_json(body))));
    return office.store.add_feed_item(item);
}

}  // namespace ardager::gateway
