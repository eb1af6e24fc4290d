#include "kiosk/store/database.h"

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/store/state.h"
#include "kiosk/store/tuning.h"

namespace ardager::store {
namespace {

int remember_wal_pages(void* context, sqlite3*, const char*, int pages) {
    *static_cast<int*>(context) = pages;
    return SQLITE_OK;
}

bool exists(sqlite3_vfs* vfs, const std::string& path) {
    int found = 0;
    return vfs->xAccess(vfs, path.c_str(), SQLITE_ACCESS_EXISTS, &found) == SQLITE_OK && found != 0;
}

/// SQLite gives the WAL the database's mode, so the first file decides for all. Only for a file that is not
/// there yet: closing a descriptor of an open database would drop its locks (POSIX).
void create_private(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0) ::close(descriptor);
}

int open_flags(Access access) {
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    switch (access) {
        case Access::read_write_create:
            return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case Access::read_write:
            return common | SQLITE_OPEN_READWRITE;
        case Access::read_only:
            return common | SQLITE_OPEN_READONLY;
    }
    return common | SQLITE_OPEN_READONLY;
}

Result<void> configure(Database& database, sqlite3* handle, Access access) {
    sqlite3_busy_timeout(handle, tuning::kBusyTimeoutMs);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    for (const int option : {SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE}) {
        const bool wanted = option == SQLITE_DBCONFIG_DEFENSIVE || access == Access::read_only;
        sqlite3_db_config(handle, option, wanted ? 1 : 0, nullptr);
    }
    for (const int option :
         {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML})
        sqlite3_db_config(handle, option, 0, nullptr);
    TRY(
        database.execute("PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"
                         "PRAGMA recursive_triggers=ON; PRAGMA secure_delete=ON; PRAGMA mmap_size=0"));
    const int cache = access == Access::read_only ? tuning::kReaderCacheKiB : tuning::kWriterCacheKiB;
    TRY(database.execute("PRAGMA cache_size=-" + std::to_string(cache)));
    if (access == Access::read_only) return database.execute("PRAGMA query_only=ON");
    auto mode = TRY(database.query("PRAGMA journal_mode=WAL"));
    if (!TRY(mode.step()) || mode.text(0) != "wal")
        return fail(Code::disk, "store: cannot keep a write-ahead log here");
    return database.execute(
        "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=" +
        std::to_string(tuning::kWalKeepBytes));
}

}  // namespace

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::~Database() = default;

Database::State::~State() {
    for (auto& [text, statements] : idle)
        for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
    // What the WAL holds after a failed flush is for the next opening to find out, not for a closing to
    // decide.
    if (outcome_unknown) sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_close_v2(handle);
}

Result<std::unique_ptr<Database>> Database::open(const Options& options) {
    const std::string path = options.path.string();
    sqlite3_vfs* vfs = sqlite3_vfs_find(options.vfs.empty() ? nullptr : options.vfs.c_str());
    if (vfs == nullptr) return fail(Code::internal, "store: no such VFS: " + options.vfs);
    if (!exists(vfs, path)) {
        if (options.access != Access::read_write_create)
            return fail(Code::not_found, "store: no database " + options.path.filename().string());
        if (options.vfs.empty()) create_private(options.path);
    } else if (options.renew_wal) {
        TRY(store::renew_wal(vfs, path));
    }
    auto state = std::make_unique<State>();
    const int code = sqlite3_open_v2(path.c_str(), &state->handle, open_flags(options.access), vfs->zName);
    if (code != SQLITE_OK) return fail(state->error(code, "opening " + options.path.filename().string()));
    std::unique_ptr<Database> database(new Database(std::move(state)));
    TRY(configure(*database, database->state_->handle, options.access));
    sqlite3_wal_hook(database->state_->handle, remember_wal_pages, &database->state_->wal_pages);
    auto schema = TRY(database->query("SELECT count(*) FROM sqlite_schema"));
    TRY(schema.step());
    return database;
}

Result<void> Database::execute(const std::string& sql) {
    TRY(state_->check_usable());
    const int code = sqlite3_exec(state_->handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fail(state_->error(code, "executing statements"));
    return {};
}

Result<void> Database::migrate(std::span<const Migration> migrations) {
    auto transaction = TRY(Transaction::begin(*this));
    std::int64_t version = 0;
    {
        auto stored = TRY(query("PRAGMA user_version"));
        if (TRY(stored.step())) version = stored.integer(0);
    }
    if (version > static_cast<std::int64_t>(migrations.size()))
        return fail(Code::record_damaged, "store: the database's version " + std::to_string(version) +
                                              " is newer than this program's " +
                                              std::to_string(migrations.size()));
    if (version == static_cast<std::int64_t>(migrations.size())) return {};
    for (const Migration& migration : migrations.subspan(static_cast<std::size_t>(version))) {
        ARDAGER_CHECK(migration.version == version + 1);
        TRY(execute(migration.sql));
        version = migration.version;
    }
    TRY(execute("PRAGMA user_version=" + std::to_string(version)));
    return transaction.commit();
}

Result<void> Database::checkpoint_if_larger(int pages) {
    TRY(state_->check_usable());
    ARDAGER_CHECK(!state_->in_transaction);
    // The WAL starts over once every frame was copied; until then a copied part is not copied again.
    if (state_->wal_pages < state_->pages_at_checkpoint) state_->pages_at_checkpoint = 0;
    if (state_->wal_pages - state_->pages_at_checkpoint <= pages) return {};
    const int code =
        sqlite3_wal_checkpoint_v2(state_->handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY) return fail(state_->error(code, "checkpoint"));
    state_->pages_at_checkpoint = state_->wal_pages;
    return {};
}

Result<void> Database::backup_to(const std::filesystem::path& path) {
    TRY(state_->check_usable());
    sqlite3* target = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
    if (std::filesystem::exists(path)) return fail(Code::conflict, "backup: the file is there already");
    create_private(path);
    int code = sqlite3_open_v2(path.c_str(), &target, flags, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_backup* backup = sqlite3_backup_init(target, "main", state_->handle, "main");
        do {
            code = backup == nullptr ? sqlite3_errcode(target)
                                     : sqlite3_backup_step(backup, tuning::kBackupPages);
        } while (code == SQLITE_OK);
        const int finished = backup == nullptr ? code : sqlite3_backup_finish(backup);
        if (code == SQLITE_DONE) code = finished;
    }
    sqlite3_close_v2(target);
    if (code != SQLITE_OK) return fail(state_->error(code, "backup"));
    return {};
}

Result<void> Database::integrity_check() {
    auto check = TRY(query("PRAGMA integrity_check(1)"));
    if (!TRY(check.step())) return fail(Code::record_damaged, "store: integrity_check gave no answer");
    if (check.text(0) != "ok") return fail(Code::record_damaged, "store: integrity_check: " + check.text(0));
    auto foreign = TRY(query("PRAGMA foreign_key_check"));
    if (TRY(foreign.step()))
        return fail(Code::record_damaged, "store: a row of " + foreign.text(0) + " belongs to nothing");
    return {};
}

Result<std::int64_t> Database::data_version() {
    auto version = TRY(query("PRAGMA data_version"));
    if (!TRY(version.step())) return fail(Code::internal, "store: no data_version");
    return version.integer(0);
}

}  // namespace ardager::store
