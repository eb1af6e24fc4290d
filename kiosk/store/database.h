// SQLite as this project uses it: WAL, synchronous=FULL, STRICT tables, defensive, one writer that owns
// checkpoints. The only folder on the device that includes sqlite3.h. A Database and its queries belong to
// one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/base/bytes.h"

namespace ardager::store {

enum class Access { read_write_create, read_write, read_only };

struct Options {
    std::filesystem::path path;
    Access access = Access::read_write_create;
    std::string vfs;  // empty: the system's; the simulated world passes its own
    /// Before SQLite reads it, writes an existing WAL's bytes again and flushes them: after a failed flush
    /// the system may show bytes that never reached the disk. Only where no other connection writes.
    bool renew_wal = false;
};

/// A prepared statement on loan from the connection's cache; resets itself when it goes out of scope.
/// Parameters count from 1, columns from 0, as in SQL and SQLite.
class Query {
public:
    Query(Query&&) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();
    Query& bind(int parameter, std::int64_t value);
    Query& bind(int parameter, std::uint64_t value);  // must fit 63 bits
    Query& bind(int parameter, int value) { return bind(parameter, static_cast<std::int64_t>(value)); }
    Query& bind(int parameter, std::string_view text);
    Query& bind(int parameter, const char* text) { return bind(parameter, std::string_view(text)); }
    Query& bind(int parameter, ByteView blob);
    Query& bind_null(int parameter);
    /// True while a row is there. Errors: disk, outcome_unknown, record_damaged, conflict (a constraint).
    [[nodiscard]] Result<bool> step();
    /// Steps to the end; for statements that return nothing.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] ByteView blob_view(int column) const;  // until the next step
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class Database;
    struct Loan;
    explicit Query(std::unique_ptr<Loan> loan);
    std::unique_ptr<Loan> loan_;
};

struct Migration {
    int version;      // counts from 1 without gaps
    const char* sql;  // runs in one transaction with the version's change
};

class Database {
public:
    /// Errors: disk (cannot open), record_damaged (not a database, fails quick_check), not_found
    /// (read_only/read_write).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const Options& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Prepares once per text and connection. A wrong statement is our own mistake: internal.
    [[nodiscard]] Result<Query> query(std::string_view sql);
    /// Several statements without parameters.
    [[nodiscard]] Result<void> execute(const std::string& sql);
    /// Brings PRAGMA user_version up to the last migration. Error: record_damaged when the file is newer than
    /// the program.
    [[nodiscard]] Result<void> migrate(std::span<const Migration> migrations);
    /// Copies committed frames back into the database when the WAL has grown past `pages`. Writer only,
    /// between transactions.
    [[nodiscard]] Result<void> checkpoint_if_larger(int pages);
    /// A consistent copy into another file while open (SQLite's backup API).
    [[nodiscard]] Result<void> backup_to(const std::filesystem::path& path);
    [[nodiscard]] Result<void> integrity_check();
    /// Changes when another connection has committed.
    [[nodiscard]] Result<std::int64_t> data_version();

private:
    friend class Transaction;
    friend class Query;
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// BEGIN IMMEDIATE until commit(); rolls back when it goes out of scope without one.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    /// After success the change is on disk. disk: nothing was kept. outcome_unknown: close, reopen and look.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace ardager::store
