// Whoever can write the files can change any row; verify() or the next opening says so.
#include "tests/journal/record_fixture.h"

using namespace ardager;

namespace {

/// A record with something in each of its tables, more entries than the tail that opening checks.
void fill(Record& record) {
    record.clock.learn_offset(Milliseconds(40));
    record.open();
    for (int i = 0; i < 66; ++i) record.accepts();
    auto work = good(record.journal->begin());
    good(work->attach(Bytes(300'000, 9), "image/png"));
    good(work->next_number(local_date(record.clock.now())));
    good(work->put_state("sync.cursor", "17"));
    good(work->append("application.accepted", Json::object()));
    good(work->commit());
    good(record.journal->save_draft("session-1", "a draft"));
    good(record.journal->settle());
    record.close();
}

class RawDatabase {
public:
    explicit RawDatabase(const std::filesystem::path& path) {
        REQUIRE(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK);
    }
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;
    ~RawDatabase() { sqlite3_close(handle_); }
    std::vector<std::string> column(const std::string& sql, int at = 0) {
        sqlite3_stmt* statement = prepare(sql);
        std::vector<std::string> values;
        while (sqlite3_step(statement) == SQLITE_ROW)
            values.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, at)));
        sqlite3_finalize(statement);
        return values;
    }
    /// Changes one value of the first row by one bit, or one character, or to another number.
    void change_first(const std::string& table, const std::string& name) {
        sqlite3_stmt* read = prepare("SELECT " + name + " FROM " + table + " LIMIT 1");
        REQUIRE(sqlite3_step(read) == SQLITE_ROW);
        sqlite3_stmt* write = prepare("UPDATE " + table + " SET " + name + " = ? LIMIT 1");
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(read, 0));
        std::string value(bytes, static_cast<std::size_t>(sqlite3_column_bytes(read, 0)));
        switch (sqlite3_column_type(read, 0)) {
            case SQLITE_INTEGER:
                sqlite3_bind_int64(write, 1, name == "confirmed" ? 1 : sqlite3_column_int64(read, 0) + 1000);
                break;
            case SQLITE_TEXT:
                sqlite3_bind_text(write, 1, (value + "x").c_str(), -1, SQLITE_TRANSIENT);
                break;
            default:
                value[value.size() / 2] = static_cast<char>(value[value.size() / 2] ^ 4);
                sqlite3_bind_blob(write, 1, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        }
        sqlite3_finalize(read);
        REQUIRE(sqlite3_step(write) == SQLITE_DONE);
        REQUIRE(sqlite3_changes(handle_) == 1);
        sqlite3_finalize(write);
    }
    void run(const std::string& sql) {
        REQUIRE(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }

private:
    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        INFO(sql);
        REQUIRE(sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
        return statement;
    }
    sqlite3* handle_ = nullptr;
};

/// Without triggers for as long as the change takes, as an intruder would do it.
void change_quietly(const std::filesystem::path& path, const std::function<void(RawDatabase&)>& change) {
    RawDatabase raw(path);
    raw.run("PRAGMA ignore_check_constraints = ON");
    const auto names = raw.column("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    const auto texts = raw.column("SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
    for (const auto& name : names) raw.run("DROP TRIGGER " + name);
    change(raw);
    for (const auto& text : texts) raw.run(text);
}

/// Empty when neither opening nor verify() noticed.
std::string noticed(Record& record) {
    const auto opened = record.try_open();
    if (!opened) return detail_of(opened.error());
    const auto verified = record.journal->verify();
    return verified ? "" : detail_of(verified.error());
}

}  // namespace

TEST_CASE("a changed value in any column of any table is found", "[journal][tamper]") {
    Record record;
    fill(record);
    const auto clean = record.side_folder("clean");
    record.copy_files_to(clean);
    CHECK(noticed(record).empty());
    int columns = 0;
    for (const char* table :
         {"record", "entries", "payloads", "attachments", "pieces", "counters", "state", "drafts", "seen"}) {
        const auto names = RawDatabase(clean / "record.sqlite")
                               .column(std::string("SELECT name FROM pragma_table_info('") + table + "')");
        REQUIRE_FALSE(names.empty());
        for (const auto& name : names) {
            CAPTURE(table, name);
            record.restore_files_from(clean);
            change_quietly(record.options.paths.database(),
                           [&](RawDatabase& raw) { raw.change_first(table, name); });
            CHECK(noticed(record).starts_with("record_damaged"));
            ++columns;
        }
    }
    CHECK(columns > 30);
}

TEST_CASE("a row that was taken out or put in is found", "[journal][tamper]") {
    Record record;
    fill(record);
    const auto clean = record.side_folder("clean");
    record.copy_files_to(clean);
    for (const char* sql :
         {"DELETE FROM entries WHERE seq = 1", "DELETE FROM payloads WHERE seq = 1",
          "DELETE FROM payloads WHERE seq = 1; DELETE FROM entries WHERE seq = 1", "DELETE FROM record",
          "DELETE FROM pieces WHERE place = (SELECT max(place) FROM pieces)", "DELETE FROM attachments",
          "DELETE FROM entries; DELETE FROM payloads", "INSERT INTO pieces VALUES (9, x'00')",
          "INSERT INTO payloads VALUES (900, x'00')", "INSERT INTO state VALUES ('a', 'b', zeroblob(32))",
          "INSERT INTO counters VALUES (20270101, 5, zeroblob(32))"}) {
        CAPTURE(sql);
        record.restore_files_from(clean);
        change_quietly(record.options.paths.database(), [&](RawDatabase& raw) { raw.run(sql); });
        CHECK(noticed(record).starts_with("record_damaged"));
    }
}

TEST_CASE("a projection that differs from its entries is found, and a rebuild mends it",
          "[journal][tamper]") {
    Record record;
    fill(record);
    const char* sql = GENERATE("UPDATE seen SET type = 'x' WHERE seq = 2", "DELETE FROM seen WHERE seq = 1",
                               "INSERT INTO seen VALUES (900, 'x')", "DELETE FROM seen");
    CAPTURE(sql);
    record.tamper(sql);
    CHECK(noticed(record) ==
          "record_damaged: projection seen: differs from what the entries say; the entries are whole: run "
          "ardagerctl record rebuild");
    good(record.journal->rebuild());
    CHECK(good(record.journal->verify()).entries == 67);
}

TEST_CASE("a trigger that was taken away is found", "[journal][tamper]") {
    Record record;
    fill(record);
    record.tamper("DROP TRIGGER entries_stay");
    CHECK(noticed(record) == "record_damaged: record: its tables or triggers were changed from outside");
}

TEST_CASE("a broken old entry is named", "[journal][tamper]") {
    Record record;
    fill(record);
    change_quietly(record.options.paths.database(),
                   [](RawDatabase& raw) { raw.run("UPDATE entries SET at_ms = at_ms + 1 WHERE seq = 2"); });
    CHECK(noticed(record) == "record_damaged: entry 2: stored hash differs from the computed one");
}

TEST_CASE("entries neither change nor go, however it is asked for", "[journal]") {
    Record record;
    record.open();
    record.accepts();
    auto& database = record.journal->reader().database();
    for (const char* sql :
         {"UPDATE entries SET type = 'x'", "DELETE FROM entries", "UPDATE payloads SET sealed = x'00'",
          "REPLACE INTO entries SELECT seq, id, 'x', at_ms, boot_id, monotonic_ms, offset_ms, quality,"
          " prev, payload_sha256, hash FROM entries",
          "INSERT INTO entries SELECT seq + 5, x'01', 'x', at_ms, boot_id, monotonic_ms, offset_ms, quality,"
          " hash, payload_sha256, hash FROM entries"}) {
        CAPTURE(sql);
        const auto done = database.execute(sql);
        REQUIRE_FALSE(done.has_value());
        CHECK(done.error().code == Code::conflict);
    }
    CHECK(good(record.journal->verify()).entries == 1);
}

TEST_CASE("another key, and another device's record, are told from damage", "[journal]") {
    Record record;
    record.open();
    record.close();
    record.vault = make_vault(record.random, 8);
    CHECK(why(record.try_open()) ==
          "record_damaged: record: was not sealed with this key; put the record's own key back");
    CHECK(JournalReader::open(record.options, *record.vault).error().code == Code::record_damaged);
    record.vault = make_vault(record.random, 7);
    record.options.device = good(DeviceId::parse("KRG03-K2"));
    CHECK(why(record.try_open()) == "record_damaged: record: belongs to another device than KRG03-K2");
    record.options.device = good(DeviceId::parse("KRG03-K1"));
    good(record.try_open());
}
