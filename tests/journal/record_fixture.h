// A record in a folder of its own, with a clock that stands still: the vocabulary of the journal's tests.
#pragma once

#include <sqlite3.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "kiosk/journal/journal.h"

namespace ardager {

/// A fixed key; `key` tells records' keys apart.
class FixedKey final : public KeySource {
public:
    explicit FixedKey(std::uint8_t key = 7) : key_(key) {}
    Result<Bytes> load() override { return Bytes(32, key_); }

private:
    std::uint8_t key_;
};

/// Counts applications per day; keeps what it saw in a table.
class CountingProjector final : public Projector {
public:
    std::string schema() const override {
        return "CREATE TABLE IF NOT EXISTS seen (seq INTEGER PRIMARY KEY, type TEXT NOT NULL) STRICT";
    }
    Result<void> apply(store::Database& database, const Entry& entry, const Json& payload) override {
        if (payload.contains("refuse")) return fail(Code::conflict, "projection: refused");
        auto row = TRY(database.query("INSERT INTO seen VALUES (?, ?)"));
        return row.bind(1, entry.seq).bind(2, entry.type).run();
    }
    Result<void> clear(store::Database& database) override { return database.execute("DELETE FROM seen"); }
};

inline std::string detail_of(const Error& error) {
    return std::string(code_name(error.code)) + ": " + error.detail;
}

template <class T>
T good(Result<T> result) {
    if (!result) FAIL(detail_of(result.error()));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

template <class T>
std::string why(const Result<T>& result) {
    return result ? "nothing failed" : detail_of(result.error());
}

inline std::unique_ptr<Vault> make_vault(Random& random, std::uint8_t key = 7) {
    FixedKey source(key);
    return good(open_vault(source, random));
}

class Record {
public:
    explicit Record(std::uint64_t seed = 1)
        : random(seed), clock(good(parse_instant("2026-11-23T05:00:00Z"))) {
        static int count = 0;
        options.paths.folder =
            std::filesystem::temp_directory_path() /
            ("ardager-journal-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::remove_all(options.paths.folder);
        options.device = good(DeviceId::parse("KRG03-K1"));
        options.reserve_bytes = 0;
        vault = make_vault(random);
    }
    ~Record() {
        journal.reset();
        const std::string prefix = options.paths.folder.filename().string();
        for (const auto& item : std::filesystem::directory_iterator(options.paths.folder.parent_path()))
            if (const auto name = item.path().filename().string();
                name == prefix || name.starts_with(prefix + "-"))
                std::filesystem::remove_all(item.path());
    }
    Record(const Record&) = delete;
    Record& operator=(const Record&) = delete;

    Result<void> try_open() {
        journal.reset();
        journal = TRY(Journal::open(options, *vault, clock, random, {&projector}));
        return {};
    }
    Record& open() {
        good(try_open());
        return *this;
    }
    void close() { journal.reset(); }

    /// One application in one transaction.
    Entry accepts(const std::string& name = "Ардагеров") {
        auto work = good(journal->begin());
        Entry entry = good(work->append("application.accepted", {{"name", name}}));
        good(work->commit());
        return entry;
    }
    /// The files as a power cut leaves them: the shared memory is gone.
    void copy_files_to(const std::filesystem::path& folder) const {
        std::filesystem::create_directories(folder);
        for (const char* name : {"record.sqlite", "record.sqlite-wal", "record.anchor"})
            if (const auto from = options.paths.folder / name; std::filesystem::exists(from))
                std::filesystem::copy_file(from, folder / name,
                                           std::filesystem::copy_options::overwrite_existing);
    }
    /// Puts a copied record in place of this one's.
    void restore_files_from(const std::filesystem::path& folder) {
        close();
        std::filesystem::remove_all(options.paths.folder);
        std::filesystem::copy(folder, options.paths.folder);
    }
    [[nodiscard]] std::filesystem::path side_folder(const std::string& name) const {
        return options.paths.folder.string() + "-" + name;
    }
    /// SQL by someone who has the file: no triggers of ours would stop a file editor.
    void tamper(const std::string& sql) const {
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open(options.paths.database().c_str(), &raw) == SQLITE_OK);
        char* message = nullptr;
        const int code = sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, &message);
        const std::string said = message != nullptr ? message : "";
        sqlite3_free(message);
        sqlite3_close(raw);
        INFO(sql << ": " << said);
        REQUIRE(code == SQLITE_OK);
    }

    SeededRandom random;
    ManualClock clock;
    JournalOptions options;
    CountingProjector projector;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Journal> journal;
};

}  // namespace ardager
