// Applications, the files that they name, and what their providers were told.
#include "sync/gateway/sqlite_store.h"

namespace ardager::gateway {
namespace {

constexpr std::array<const char*, 6> kStateNames{"incomplete", "received", "registered",
                                                 "extended",   "granted",  "refused"};

const char* kind_name(ApplicationKind kind) {
    return kind == ApplicationKind::application ? "application" : "refusal";
}

#define ARDAGER_APPLICATION_COLUMNS                                                                   \
    "a.id, a.number, a.device, a.seq, a.kind, a.state, a.service, a.due, a.provider, a.received_at, " \
    "a.extended_days, a.registration_number"

Result<ApplicationRow> read_row(const store::Query& query) {
    ApplicationRow row;
    row.id = static_cast<std::uint64_t>(query.integer(0));
    row.number = query.text(1);
    row.device = query.text(2);
    row.seq = static_cast<std::uint64_t>(query.integer(3));
    row.kind = query.text(4) == "application" ? ApplicationKind::application : ApplicationKind::refusal;
    row.state = TRY(parse_state(query.text(5)));
    row.service = query.text(6);
    row.due = query.text(7);
    row.provider = query.text(8);
    row.received_at = Instant{Milliseconds{query.integer(9)}};
    row.extended_days = static_cast<unsigned>(query.integer(10));
    row.registration_number = query.text(11);
    return row;
}

Result<std::vector<ApplicationRow>> read_rows(store::Query& query) {
    std::vector<ApplicationRow> out;
    while (TRY(query.step())) out.push_back(TRY(read_row(query)));
    return out;
}

std::int64_t milliseconds(Instant at) {
    return at.time_since_epoch().count();
}

}  // namespace

const char* state_name(ApplicationState state) {
    return kStateNames.at(static_cast<std::size_t>(state));
}

Result<ApplicationState> parse_state(std::string_view name) {
    for (std::size_t i = 0; i < kStateNames.size(); ++i)
        if (name == kStateNames[i]) return static_cast<ApplicationState>(i);
    return fail(Code::invalid_input, "state: incomplete, received, registered, extended, granted or refused");
}

Result<void> SqliteStore::add_named_file(std::string_view device, std::uint64_t seq, const NamedFile& file) {
    auto add =
        TRY(query("INSERT INTO named_files(device, seq, digest, size, media_type) VALUES(?1, ?2, ?3, ?4, ?5) "
                  "ON CONFLICT DO NOTHING"));
    add.bind(1, device).bind(2, seq).bind(3, file.digest.view()).bind(4, file.size_bytes);
    return add.bind(5, file.media_type).run();
}

Result<std::optional<NamedFile>> SqliteStore::named_file(std::string_view device, const Digest& digest) {
    auto found = TRY(query(
        "SELECT size, media_type FROM named_files WHERE digest = ?1 AND device = ?2 ORDER BY seq LIMIT 1"));
    found.bind(1, digest.view()).bind(2, device);
    if (!TRY(found.step())) return std::optional<NamedFile>{};
    return std::optional(NamedFile{digest, static_cast<std::uint64_t>(found.integer(0)), found.text(1)});
}

Result<std::uint64_t> SqliteStore::missing_files(std::string_view device, std::uint64_t seq) {
    auto found =
        TRY(query("SELECT count(*) FROM named_files n WHERE n.device = ?1 AND n.seq = ?2 "
                  "AND NOT EXISTS(SELECT 1 FROM files f WHERE f.digest = n.digest)"));
    found.bind(1, device).bind(2, seq);
    TRY(found.step());
    return static_cast<std::uint64_t>(found.integer(0));
}

Result<void> SqliteStore::add_application(const ApplicationRow& row) {
    auto add = TRY(query(
        "INSERT INTO applications(number, device, seq, kind, state, service, due, provider, received_at, "
        "extended_days, registration_number) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"));
    add.bind(1, row.number).bind(2, row.device).bind(3, row.seq).bind(4, kind_name(row.kind));
    add.bind(5, state_name(row.state)).bind(6, row.service).bind(7, row.due).bind(8, row.provider);
    add.bind(9, milliseconds(row.received_at)).bind(10, std::int64_t{row.extended_days});
    return add.bind(11, row.registration_number).run();
}

Result<void> SqliteStore::put_decision(const ApplicationRow& row) {
    auto put =
        TRY(query("UPDATE applications SET state = ?2, extended_days = ?3, registration_number = ?4 WHERE "
                  "number = ?1"));
    put.bind(1, row.number).bind(2, state_name(row.state)).bind(3, std::int64_t{row.extended_days});
    return put.bind(4, row.registration_number).run();
}

Result<void> SqliteStore::put_extended_due(std::string_view number, std::string_view due) {
    auto put = TRY(query("UPDATE applications SET due = ?2 WHERE number = ?1 AND extended_days > 0"));
    return put.bind(1, number).bind(2, due).run();
}

Result<std::optional<ApplicationRow>> SqliteStore::application(std::string_view number) {
    auto found = TRY(query("SELECT " ARDAGER_APPLICATION_COLUMNS " FROM applications a WHERE a.number = ?1"));
    found.bind(1, number);
    if (!TRY(found.step())) return std::optional<ApplicationRow>{};
    return std::optional(TRY(read_row(found)));
}

Result<std::vector<ApplicationRow>> SqliteStore::applications(ApplicationKind kind,
                                                              std::optional<ApplicationState> state,
                                                              std::uint64_t after, std::size_t limit) {
    auto found = TRY(query("SELECT " ARDAGER_APPLICATION_COLUMNS " FROM applications a WHERE a.kind = ?1 "
                           "AND (?2 = '' OR a.state = ?2) AND a.id > ?3 ORDER BY a.id LIMIT ?4"));
    found.bind(1, kind_name(kind)).bind(2, state ? state_name(*state) : "").bind(3, after);
    found.bind(4, static_cast<std::uint64_t>(limit));
    return read_rows(found);
}

Result<std::vector<ApplicationRow>> SqliteStore::incomplete_naming(const Digest& digest) {
    auto found =
        TRY(query("SELECT " ARDAGER_APPLICATION_COLUMNS " FROM named_files n JOIN applications a "
                  "ON a.device = n.device AND a.seq = n.seq WHERE n.digest = ?1 AND a.state = 'incomplete'"));
    found.bind(1, digest.view());
    return read_rows(found);
}

Result<void> SqliteStore::tell_provider(const ApplicationRow& row, Instant at) {
    auto tell = TRY(query("INSERT INTO provider_inbox(number, provider, told_at) VALUES(?1, ?2, ?3)"));
    return tell.bind(1, row.number).bind(2, row.provider).bind(3, milliseconds(at)).run();
}

Result<std::optional<Instant>> SqliteStore::told_at(std::string_view number) {
    auto found = TRY(query("SELECT told_at FROM provider_inbox WHERE number = ?1"));
    found.bind(1, number);
    if (!TRY(found.step())) return std::optional<Instant>{};
    return std::optional(Instant{Milliseconds{found.integer(0)}});
}

}  // namespace ardager::gateway
