#include "kiosk/views/visits.h"

namespace ardager {
namespace {

constexpr std::array<std::pair<VisitState, const char*>, 4> kStates{{
    {VisitState::requested, "requested"},
    {VisitState::scheduled, "scheduled"},
    {VisitState::started, "started"},
    {VisitState::closed, "closed"},
}};

constexpr const char* kSelect =
    "SELECT number, state, service, language, requested_at, changed_at, entry_seq FROM visits ";

Result<VisitRow> read_row(const store::Query& query) {
    VisitRow row;
    row.number.text = query.text(0);
    const auto name = query.text(1);
    const auto state =
        std::find_if(kStates.begin(), kStates.end(), [&](const auto& known) { return known.second == name; });
    if (state == kStates.end())
        return fail(Code::record_damaged, "visits: unknown state; run ardagerctl record rebuild");
    row.state = state->first;
    row.service = query.text(2);
    row.language = query.text(3);
    row.requested_at = Instant(Milliseconds(query.integer(4)));
    row.changed_at = Instant(Milliseconds(query.integer(5)));
    row.entry_seq = static_cast<std::uint64_t>(query.integer(6));
    return row;
}

}  // namespace

const char* visit_state_name(VisitState state) {
    for (const auto& [value, name] : kStates)
        if (value == state) return name;
    return "requested";
}

std::string VisitsProjector::schema() const {
    return "CREATE TABLE IF NOT EXISTS visits(entry_seq INTEGER PRIMARY KEY, number TEXT NOT NULL, "
           "state TEXT NOT NULL, service TEXT NOT NULL, language TEXT NOT NULL, "
           "requested_at INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT;"
           "CREATE UNIQUE INDEX IF NOT EXISTS visits_by_number ON visits(number);";
}

Result<void> VisitsProjector::apply(store::Database& database, const Entry& entry, const Json& payload) {
    constexpr std::string_view kVisit = "visit.";
    if (!entry.type.starts_with(kVisit)) return {};
    const auto at = static_cast<std::int64_t>(entry.at.time_since_epoch().count());
    const auto number = TRY(json_text(payload, "number"));
    if (entry.type != "visit.requested") {
        auto change = TRY(database.query("UPDATE visits SET state = ?2, changed_at = ?3 WHERE number = ?1"));
        change.bind(1, number).bind(2, std::string_view(entry.type).substr(kVisit.size())).bind(3, at);
        return change.run();
    }
    auto query =
        TRY(database.query("INSERT INTO visits(entry_seq, number, state, service, language, requested_at, "
                           "changed_at) VALUES(?1,?2,'requested',?3,?4,?5,?5)"));
    query.bind(1, entry.seq).bind(2, number).bind(3, TRY(json_text(payload, "service")));
    query.bind(4, TRY(json_text(payload, "language"))).bind(5, at);
    return query.run();
}

Result<void> VisitsProjector::clear(store::Database& database) {
    return database.execute("DELETE FROM visits;");
}

Result<std::vector<VisitRow>> list_visits(store::Database& database, unsigned limit) {
    auto query = TRY(database.query(std::string(kSelect) + "ORDER BY state = 'closed', entry_seq LIMIT ?1"));
    query.bind(1, static_cast<std::int64_t>(limit));
    std::vector<VisitRow> rows;
    while (TRY(query.step())) rows.push_back(TRY(read_row(query)));
    return rows;
}

Result<VisitRow> find_visit(store::Database& database, const ReceiptNumber& number) {
    auto query = TRY(database.query(std::string(kSelect) + "WHERE number = ?1"));
    query.bind(1, number.text);
    if (!TRY(query.step())) return fail(Code::not_found, number.text + ": no such request on this device");
    return read_row(query);
}

}  // namespace ardager
