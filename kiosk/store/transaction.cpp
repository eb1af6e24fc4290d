#include "kiosk/store/state.h"

namespace ardager::store {
namespace {

void roll_back(sqlite3* handle) {
    if (sqlite3_get_autocommit(handle) == 0) sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace

Result<Transaction> Transaction::begin(Database& database) {
    if (database.state_->in_transaction) return fail(Code::conflict, "store: a transaction is open already");
    Query begin = TRY(database.query("BEGIN IMMEDIATE"));
    TRY(begin.run());
    database.state_->in_transaction = true;
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
    if (database_ == nullptr) return;
    roll_back(database_->state_->handle);
    database_->state_->in_transaction = false;
}

Result<void> Transaction::commit() {
    if (database_ == nullptr) return fail(Code::conflict, "store: the transaction is over");
    auto& state = *database_->state_;
    TRY(state.check_usable());
    const int code = sqlite3_exec(state.handle, "COMMIT", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) {
        state.in_transaction = false;
        database_ = nullptr;
        return {};
    }
    Error error = state.error(code, "commit");
    const int primary = code & 0xFF;
    // A full disk ends the frames before the one that commits, so nothing was kept. After any other failure
    // of the disk the flush itself may have failed, and then nobody knows.
    const bool nothing_kept =
        primary == SQLITE_FULL || primary == SQLITE_CONSTRAINT || primary == SQLITE_BUSY;
    if (!nothing_kept) {
        state.outcome_unknown = true;
        error.code = Code::outcome_unknown;
        error.detail += "; close the record, open it again and look";
    }
    roll_back(state.handle);
    state.in_transaction = false;
    database_ = nullptr;
    return fail(std::move(error));
}

}  // namespace ardager::store
