#include "kiosk/views/queue.h"

#include "kiosk/views/tuning.h"

namespace ardager {
namespace {

constexpr std::array<std::pair<TicketState, const char*>, 6> kStates{{
    {TicketState::waiting, "waiting"},
    {TicketState::called, "called"},
    {TicketState::serving, "serving"},
    {TicketState::served, "served"},
    {TicketState::no_show, "no_show"},
    {TicketState::left, "left"},
}};

constexpr const char* kSelect =
    "SELECT number, day, state, service, language, window, calls, entry_seq, issued_at, first_called_at, "
    "last_called_at, started_at, ended_at FROM tickets ";

Result<TicketState> parse_ticket_state(std::string_view name) {
    for (const auto& [value, known] : kStates)
        if (known == name) return value;
    return fail(Code::record_damaged, "tickets: unknown state; run ardagerctl record rebuild");
}

std::optional<Instant> moment(const store::Query& query, int column) {
    if (query.is_null(column)) return std::nullopt;
    return Instant(Milliseconds(query.integer(column)));
}

Result<TicketRow> read_row(const store::Query& query) {
    TicketRow row;
    row.number.text = query.text(0);
    row.day = TRY(parse_date(query.text(1)));
    row.state = TRY(parse_ticket_state(query.text(2)));
    row.service = query.text(3);
    row.language = query.text(4);
    row.window = query.text(5);
    row.calls = static_cast<unsigned>(query.integer(6));
    row.entry_seq = static_cast<std::uint64_t>(query.integer(7));
    row.issued_at = Instant(Milliseconds(query.integer(8)));
    row.first_called_at = moment(query, 9);
    row.last_called_at = moment(query, 10);
    row.started_at = moment(query, 11);
    row.ended_at = moment(query, 12);
    return row;
}

std::int64_t ms_of(const Entry& entry) {
    return static_cast<std::int64_t>(entry.at.time_since_epoch().count());
}

Result<void> issue(store::Database& database, const Entry& entry, const Json& payload) {
    auto query = TRY(
        database.query("INSERT INTO tickets(entry_seq, day, number, state, service, language, window, calls, "
                       "issued_at) VALUES(?1,?2,?3,'waiting',?4,?5,'',0,?6)"));
    query.bind(1, entry.seq).bind(2, TRY(json_text(payload, "day")));
    query.bind(3, TRY(json_text(payload, "ticket"))).bind(4, TRY(json_text(payload, "service")));
    query.bind(5, TRY(json_text(payload, "language"))).bind(6, ms_of(entry));
    return query.run();
}

/// One step of one ticket: ?1 day, ?2 number, ?3 the moment.
Result<void> step(store::Database& database, const Entry& entry, const Json& payload, const char* change) {
    auto query = TRY(database.query(std::string("UPDATE tickets SET ") + change +
                                    " WHERE day = ?1 AND number = ?2 AND ?3 IS NOT NULL"));
    query.bind(1, TRY(json_text(payload, "day"))).bind(2, TRY(json_text(payload, "ticket")));
    query.bind(3, ms_of(entry));
    return query.run();
}

/// A call and its repeats. Somebody who comes after all is called again: the end is taken back.
Result<void> call(store::Database& database, const Entry& entry, const Json& payload) {
    auto query = TRY(database.query(
        "UPDATE tickets SET state = 'called', window = ?4, calls = calls + 1, last_called_at = ?3, "
        "first_called_at = coalesce(first_called_at, ?3), ended_at = NULL WHERE day = ?1 AND number = ?2"));
    query.bind(1, TRY(json_text(payload, "day"))).bind(2, TRY(json_text(payload, "ticket")));
    query.bind(3, ms_of(entry)).bind(4, TRY(json_text(payload, "window")));
    return query.run();
}

bool is_open(const TicketRow& ticket) {
    return ticket.state == TicketState::called || ticket.state == TicketState::serving;
}

/// The tickets whose service ended last, at most kEstimateTickets.
std::vector<const TicketRow*> last_served(const std::vector<TicketRow>& tickets) {
    std::vector<const TicketRow*> served;
    for (const auto& ticket : tickets) {
        const bool whole = ticket.last_called_at && ticket.ended_at;
        // A clock that was set back in between tells no length.
        if (ticket.state == TicketState::served && whole && *ticket.ended_at >= *ticket.last_called_at)
            served.push_back(&ticket);
    }
    std::stable_sort(served.begin(), served.end(),
                     [](const auto* left, const auto* right) { return *left->ended_at > *right->ended_at; });
    if (served.size() > kEstimateTickets) served.resize(kEstimateTickets);
    return served;
}

Milliseconds usual_length(const std::vector<const TicketRow*>& served) {
    std::vector<Milliseconds> lengths;
    lengths.reserve(served.size());
    for (const auto* ticket : served) lengths.push_back(*ticket->ended_at - *ticket->last_called_at);
    std::sort(lengths.begin(), lengths.end());
    return lengths[(lengths.size() - 1) / 2];
}

}  // namespace

const char* ticket_state_name(TicketState state) {
    for (const auto& [value, name] : kStates)
        if (value == state) return name;
    return "waiting";
}

std::string QueueProjector::schema() const {
    return "CREATE TABLE IF NOT EXISTS tickets(entry_seq INTEGER PRIMARY KEY, day TEXT NOT NULL, "
           "number TEXT NOT NULL, state TEXT NOT NULL, service TEXT NOT NULL, language TEXT NOT NULL, "
           "window TEXT NOT NULL, calls INTEGER NOT NULL, issued_at INTEGER NOT NULL, "
           "first_called_at INTEGER, last_called_at INTEGER, started_at INTEGER, ended_at INTEGER) STRICT;"
           "CREATE UNIQUE INDEX IF NOT EXISTS tickets_by_number ON tickets(day, number);";
}

Result<void> QueueProjector::apply(store::Database& database, const Entry& entry, const Json& payload) {
    if (entry.type == "ticket.issued") return issue(database, entry, payload);
    if (entry.type == "ticket.called" || entry.type == "ticket.recalled")
        return call(database, entry, payload);
    if (entry.type == "ticket.no_show")
        return step(database, entry, payload, "state = 'no_show', ended_at = ?3");
    if (entry.type == "ticket.left") return step(database, entry, payload, "state = 'left', ended_at = ?3");
    if (entry.type != "ticket.served") return {};
    const bool starts = TRY(json_text(payload, "step")) == "start";
    return step(database, entry, payload,
                starts ? "state = 'serving', started_at = ?3" : "state = 'served', ended_at = ?3");
}

Result<void> QueueProjector::clear(store::Database& database) {
    return database.execute("DELETE FROM tickets;");
}

Result<std::vector<TicketRow>> tickets_of(store::Database& database, Date day) {
    auto query = TRY(database.query(std::string(kSelect) + "WHERE day = ?1 ORDER BY entry_seq"));
    query.bind(1, iso_date(day));
    std::vector<TicketRow> rows;
    while (TRY(query.step())) rows.push_back(TRY(read_row(query)));
    return rows;
}

Result<TicketRow> find_ticket(store::Database& database, Date day, const TicketNumber& number) {
    auto query = TRY(database.query(std::string(kSelect) + "WHERE day = ?1 AND number = ?2"));
    query.bind(1, iso_date(day)).bind(2, number.text);
    if (!TRY(query.step()))
        return fail(Code::not_found,
                    number.text + ": no such ticket on " + iso_date(day) + " on this device");
    return read_row(query);
}

Result<unsigned> count_tickets(store::Database& database, Date day) {
    auto query = TRY(database.query("SELECT count(*) FROM tickets WHERE day = ?1"));
    query.bind(1, iso_date(day));
    if (!TRY(query.step())) return 0U;
    return static_cast<unsigned>(query.integer(0));
}

Result<QueueNow> queue_now(store::Database& database, Date today) {
    auto tickets = TRY(tickets_of(database, today));
    QueueNow queue;
    queue.figures.estimate_minutes = estimate_wait(tickets);
    for (auto& ticket : tickets) {
        if (ticket.state == TicketState::waiting)
            queue.waiting.push_back(std::move(ticket));
        else if (is_open(ticket))
            queue.at_windows.push_back(std::move(ticket));
    }
    queue.figures.waiting = static_cast<unsigned>(queue.waiting.size());
    std::stable_sort(
        queue.at_windows.begin(), queue.at_windows.end(),
        [](const auto& left, const auto& right) { return left.last_called_at > right.last_called_at; });
    return queue;
}

std::optional<unsigned> estimate_wait(const std::vector<TicketRow>& tickets_of_the_day) {
    const auto served = last_served(tickets_of_the_day);
    if (served.size() < kLeastEstimateTickets) return std::nullopt;
    std::set<std::string> windows;
    std::set<std::string> busy;
    std::size_t waiting = 0;
    for (const auto* ticket : served) windows.insert(ticket->window);
    for (const auto& ticket : tickets_of_the_day) {
        if (ticket.state == TicketState::waiting) ++waiting;
        if (is_open(ticket)) busy.insert(ticket.window);
    }
    windows.insert(busy.begin(), busy.end());
    const std::size_t people = waiting + busy.size() + 1;
    const std::size_t turns = people > windows.size() ? people - windows.size() : 0;
    const auto wait = usual_length(served) * turns / windows.size();
    return static_cast<unsigned>(std::chrono::ceil<std::chrono::minutes>(wait).count());
}

}  // namespace ardager
