#include "kiosk/store/state.h"

namespace ardager::store {
namespace {

Code code_of(int extended) {
    switch (extended & 0xFF) {
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return Code::record_damaged;
        case SQLITE_CONSTRAINT:
            return Code::conflict;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Code::not_now;
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return Code::disk;
        default:
            return Code::internal;
    }
}

}  // namespace

Error Database::State::error(int code, std::string_view doing) const {
    // sqlite3_errmsg names tables, columns and our own trigger texts, never the values of a row.
    std::string detail = "store: " + std::string(doing) + ": ";
    detail += handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    detail += " (SQLite " + std::to_string(code) + ")";
    return {code_of(code), std::move(detail), {}};
}

Error Database::State::unknown() const {
    return {Code::outcome_unknown, "store: a flush failed; close the record, open it again and look", {}};
}

Result<void> Database::State::check_usable() const {
    if (outcome_unknown) return fail(unknown());
    // SQLite rolls back by itself after some disk errors; a later statement would then commit on its own.
    if (in_transaction && sqlite3_get_autocommit(handle) != 0)
        return fail(Code::disk, "store: the transaction was rolled back after an error");
    return {};
}

}  // namespace ardager::store
