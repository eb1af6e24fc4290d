// The inside of a connection, shared by the files of this folder only.
#pragma once

#include <sqlite3.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "kiosk/store/database.h"

namespace ardager::store {

struct Database::State {
    sqlite3* handle = nullptr;
    /// Statements that nobody holds, by their text.
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>> idle;
    bool in_transaction = false;
    /// After a failed flush nobody knows what the disk holds: every further call says so.
    bool outcome_unknown = false;
    int wal_pages = 0;
    int pages_at_checkpoint = 0;

    ~State();
    /// What an SQLite result code means for the caller; the detail names the code and what was being done.
    [[nodiscard]] Error error(int code, std::string_view doing) const;
    [[nodiscard]] Error unknown() const;
    /// Ok, or the error that a call must answer before touching SQLite.
    [[nodiscard]] Result<void> check_usable() const;
};

struct Query::Loan {
    Database::State* state;
    sqlite3_stmt* statement;
    const std::string* text;
    int bind_code = SQLITE_OK;
    Loan(Database::State* owner, sqlite3_stmt* prepared, const std::string* key)
        : state(owner), statement(prepared), text(key) {}
    ~Loan();
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
};

/// Reads the WAL beside `path` through the VFS, writes the same bytes back and flushes them. Error: disk.
[[nodiscard]] Result<void> renew_wal(sqlite3_vfs* vfs, const std::string& path);

}  // namespace ardager::store
