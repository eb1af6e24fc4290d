#include "kiosk/views/applications.h"

#include <array>

namespace ardager {
namespace {

constexpr std::array<std::pair<ApplicationState, const char*>, 6> kStates{{
    {ApplicationState::accepted, "accepted"},
    {ApplicationState::registered, "registered"},
    {ApplicationState::extended, "extended"},
    {ApplicationState::granted, "granted"},
    {ApplicationState::refused, "refused"},
    {ApplicationState::not_accepted, "not_accepted"},
}};

constexpr const char* kSelect =
    "SELECT number, kind, state, service, standard_version, language, issued_at, due, entry_seq, prints "
    "FROM applications ";

Result<ApplicationRow> read_row(const store::Query& query) {
    ApplicationRow row;
    row.number.text = query.text(0);
    row.kind = query.text(1) == "acceptance" ? ApplicationKind::acceptance : ApplicationKind::refusal;
    row.state = TRY(parse_state(query.text(2)));
    row.service = query.text(3);
    row.standard_version = query.text(4);
    row.language = query.text(5);
    row.issued_at = Instant(Milliseconds(query.integer(6)));
    if (!query.is_null(7)) row.due = TRY(parse_date(query.text(7)));
    row.entry_seq = static_cast<std::uint64_t>(query.integer(8));
    row.prints = static_cast<unsigned>(query.integer(9));
    return row;
}

Result<std::vector<ApplicationRow>> read_rows(store::Query& query) {
    std::vector<ApplicationRow> rows;
    while (TRY(query.step())) rows.push_back(TRY(read_row(query)));
    return rows;
}

Result<void> insert(store::Database& database, const Entry& entry, const Json& payload, const Vault& vault,
                    ApplicationKind kind) {
    auto query =
        TRY(database.query("INSERT INTO applications(entry_seq, number, kind, state, service, "
                           "standard_version, language, issued_at, due, "
                           "person, prints) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,0)"));
    const bool accepted = kind == ApplicationKind::acceptance;
    query.bind(1, entry.seq).bind(2, TRY(json_text(payload, "number")));
    query.bind(3, accepted ? "acceptance" : "refusal");
    query.bind(4, state_name(accepted ? ApplicationState::accepted : ApplicationState::not_accepted));
    query.bind(5, TRY(json_text(payload, "service")));
    query.bind(6, TRY(json_text(payload, "standard_version")));
    query.bind(7, TRY(json_text(payload, "language")));
    query.bind(8, static_cast<std::int64_t>(entry.at.time_since_epoch().count()));
    if (accepted)
        query.bind(9, TRY(json_text(payload, "due")));
    else
        query.bind_null(9);
    const auto applicant = payload.find("applicant");
    const auto iin = applicant == payload.end() ? std::string{} : applicant->value("iin", std::string{});
    if (iin.empty())
        query.bind_null(10);
    else
        query.bind(10, vault.blind("iin", iin).view());
    return query.run();
}

Result<void> count_print(store::Database& database, const Json& payload) {
    auto query = TRY(database.query("UPDATE applications SET prints = prints + 1 WHERE number = ?1"));
    query.bind(1, TRY(json_text(payload, "number")));
    return query.run();
}

Result<void> decide(store::Database& database, const Entry& entry, const Json& payload,
                    std::string_view state) {
    const auto number = TRY(json_text(payload, "number"));
    auto change =
        TRY(database.query("UPDATE applications SET state = ?2, due = coalesce(?3, due) WHERE number = ?1"));
    change.bind(1, number).bind(2, state);
    if (payload.contains("due"))
        change.bind(3, TRY(json_text(payload, "due")));
    else
        change.bind_null(3);
    TRY(change.run());
    auto notice = TRY(
        database.query("INSERT INTO decisions(entry_seq, number, kind, at, feed_id) VALUES(?1,?2,?3,?4,?5)"));
    notice.bind(1, entry.seq).bind(2, number).bind(3, entry.type);
    notice.bind(4, static_cast<std::int64_t>(entry.at.time_since_epoch().count()));
    notice.bind(5, TRY(json_text(payload, "feed_id")));
    return notice.run();
}

}  // namespace

const char* state_name(ApplicationState state) {
    for (const auto& [value, name] : kStates)
        if (value == state) return name;
    return "accepted";
}

Result<ApplicationState> parse_state(std::string_view name) {
    for (const auto& [value, known] : kStates)
        if (known == name) return value;
    return fail(Code::record_damaged, "applications: unknown state; run ardagerctl record rebuild");
}

std::string ApplicationsProjector::schema() const {
    return "CREATE TABLE IF NOT EXISTS applications(entry_seq INTEGER PRIMARY KEY, number TEXT NOT NULL, "
           "kind TEXT NOT NULL, "
           "state TEXT NOT NULL, service TEXT NOT NULL, standard_version TEXT NOT NULL, language TEXT NOT "
           "NULL, "
           "issued_at INTEGER NOT NULL, due TEXT, person BLOB, prints INTEGER NOT NULL) STRICT;"
           "CREATE UNIQUE INDEX IF NOT EXISTS applications_by_number ON applications(number);"
           "CREATE INDEX IF NOT EXISTS applications_by_person ON applications(person) WHERE person IS NOT "
           "NULL;"
           "CREATE TABLE IF NOT EXISTS decisions(entry_seq INTEGER PRIMARY KEY, number TEXT NOT NULL, kind "
           "TEXT NOT NULL, "
           "at INTEGER NOT NULL, feed_id TEXT NOT NULL UNIQUE) STRICT;"
           "CREATE INDEX IF NOT EXISTS decisions_by_number ON decisions(number);";
}

Result<void> ApplicationsProjector::apply(store::Database& database, const Entry& entry,
                                          const Json& payload) {
    if (entry.type == "application.accepted")
        return insert(database, entry, payload, vault_, ApplicationKind::acceptance);
    if (entry.type == "acceptance.refused")
        return insert(database, entry, payload, vault_, ApplicationKind::refusal);
    if (entry.type == "receipt.printed") return count_print(database, payload);
    constexpr std::string_view kDecision = "decision.";
    if (entry.type.starts_with(kDecision))
        return decide(database, entry, payload, std::string_view(entry.type).substr(kDecision.size()));
    return {};
}

Result<void> ApplicationsProjector::clear(store::Database& database) {
    return database.execute("DELETE FROM applications; DELETE FROM decisions;");
}

Result<ApplicationRow> find_application(store::Database& database, const ReceiptNumber& number) {
    auto query = TRY(database.query(std::string(kSelect) + "WHERE number = ?1"));
    query.bind(1, number.text);
    if (!TRY(query.step())) return fail(Code::not_found, number.text + ": no such number on this device");
    return read_row(query);
}

Result<std::vector<ApplicationRow>> list_applications(store::Database& database, unsigned limit) {
    auto query = TRY(database.query(std::string(kSelect) + "ORDER BY entry_seq DESC LIMIT ?1"));
    query.bind(1, static_cast<std::int64_t>(limit));
    return read_rows(query);
}

Result<std::vector<ApplicationRow>> find_by_person(store::Database& database, const Digest& iin_name) {
    auto query = TRY(database.query(std::string(kSelect) + "WHERE person = ?1 ORDER BY entry_seq DESC"));
    query.bind(1, iin_name.view());
    return read_rows(query);
}

Result<std::vector<NoticeRow>> notices_of(store::Database& database, const ReceiptNumber& number) {
    auto query =
        TRY(database.query("SELECT kind, at, entry_seq FROM decisions WHERE number = ?1 ORDER BY entry_seq"));
    query.bind(1, number.text);
    std::vector<NoticeRow> rows;
    while (TRY(query.step()))
        rows.push_back({number, query.text(0), Instant(Milliseconds(query.integer(1))),
                        static_cast<std::uint64_t>(query.integer(2))});
    return rows;
}

Result<bool> decision_known(store::Database& database, std::string_view feed_id) {
    auto query = TRY(database.query("SELECT 1 FROM decisions WHERE feed_id = ?1"));
    query.bind(1, feed_id);
    return query.step();
}

}  // namespace ardager
