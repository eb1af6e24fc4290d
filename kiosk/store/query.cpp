#include "kiosk/store/state.h"

namespace ardager::store {

Query::Loan::~Loan() {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    state->idle[*text].push_back(statement);
}

Query::Query(std::unique_ptr<Loan> loan) : loan_(std::move(loan)) {}
Query::Query(Query&&) noexcept = default;
Query::~Query() = default;

Result<Query> Database::query(std::string_view sql) {
    TRY(state_->check_usable());
    // The key's address is stable in an unordered_map, so a loan points at it.
    const auto [slot, is_new] = state_->idle.try_emplace(std::string(sql));
    sqlite3_stmt* statement = nullptr;
    if (!slot->second.empty()) {
        statement = slot->second.back();
        slot->second.pop_back();
    } else {
        const int code = sqlite3_prepare_v3(state_->handle, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK || statement == nullptr) {
            Error error = state_->error(code, "preparing a statement");
            if (is_new) state_->idle.erase(slot);
            return fail(std::move(error));
        }
    }
    return Query(std::make_unique<Query::Loan>(state_.get(), statement, &slot->first));
}

Query& Query::bind(int parameter, std::int64_t value) {
    const int code = sqlite3_bind_int64(loan_->statement, parameter, value);
    if (code != SQLITE_OK) loan_->bind_code = code;
    return *this;
}

Query& Query::bind(int parameter, std::uint64_t value) {
    ARDAGER_CHECK(value <= static_cast<std::uint64_t>(INT64_MAX));
    return bind(parameter, static_cast<std::int64_t>(value));
}

Query& Query::bind(int parameter, std::string_view text) {
    const char* data = text.data() == nullptr ? "" : text.data();
    const int code =
        sqlite3_bind_text64(loan_->statement, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) loan_->bind_code = code;
    return *this;
}

Query& Query::bind(int parameter, ByteView blob) {
    const int code = blob.empty() ? sqlite3_bind_zeroblob(loan_->statement, parameter, 0)
                                  : sqlite3_bind_blob64(loan_->statement, parameter, blob.data(), blob.size(),
                                                        SQLITE_TRANSIENT);
    if (code != SQLITE_OK) loan_->bind_code = code;
    return *this;
}

Query& Query::bind_null(int parameter) {
    const int code = sqlite3_bind_null(loan_->statement, parameter);
    if (code != SQLITE_OK) loan_->bind_code = code;
    return *this;
}

Result<bool> Query::step() {
    TRY(loan_->state->check_usable());
    if (loan_->bind_code != SQLITE_OK)
        return fail(Code::internal, "store: a parameter does not fit its statement");
    const int code = sqlite3_step(loan_->statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return fail(loan_->state->error(code, "running a statement"));
}

Result<void> Query::run() {
    while (TRY(step())) {
    }
    return {};
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(loan_->statement, column);
}

std::string Query::text(int column) const {
    const auto* data = sqlite3_column_text(loan_->statement, column);
    if (data == nullptr) return {};
    return {reinterpret_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(loan_->statement, column))};
}

ByteView Query::blob_view(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(loan_->statement, column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(loan_->statement, column))};
}

Bytes Query::blob(int column) const {
    const ByteView view = blob_view(column);
    return {view.begin(), view.end()};
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(loan_->statement, column) == SQLITE_NULL;
}

}  // namespace ardager::store
