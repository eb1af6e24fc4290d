#include <unistd.h>

#include <catch2/catch.hpp>

#include "kiosk/store/database.h"

using namespace ardager;
using store::Access;
using store::Database;
using store::Transaction;

namespace {

/// A folder that goes with the test.
class Folder {
public:
    Folder()
        : path_(std::filesystem::temp_directory_path() / ("ardager-store-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::filesystem::path file() const { return path_ / "some.sqlite"; }
    [[nodiscard]] std::filesystem::path path() const { return path_; }

private:
    std::filesystem::path path_;
};

template <class T>
T good(Result<T> result) {
    if (!result) FAIL(code_name(result.error().code) << ": " << result.error().detail);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::unique_ptr<Database> open(const Folder& folder, Access access = Access::read_write_create) {
    return good(Database::open({folder.file(), access, {}}));
}

std::int64_t count(Database& database) {
    auto row = good(database.query("SELECT count(*) FROM t"));
    CHECK(good(row.step()));
    return row.integer(0);
}

constexpr std::array kMigrations{
    store::Migration{1, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE, c BLOB) STRICT"},
    store::Migration{2, "CREATE TABLE child (a INTEGER REFERENCES t (a)) STRICT"}};

std::unique_ptr<Database> begun(const Folder& folder) {
    auto database = open(folder);
    good(database->migrate(kMigrations));
    return database;
}

}  // namespace

TEST_CASE("values come back as they went in", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    auto insert = good(database->query("INSERT INTO t VALUES (?, ?, ?)"));
    good(insert.bind(1, std::int64_t{-5})
             .bind(2, std::string("a\0b", 3))
             .bind(3, ByteView(Bytes{0, 1, 255}))
             .run());
    auto row = good(database->query("SELECT a, b, c, NULL FROM t"));
    REQUIRE(good(row.step()));
    CHECK(row.integer(0) == -5);
    CHECK(row.text(1) == std::string("a\0b", 3));
    CHECK(row.blob(2) == Bytes{0, 1, 255});
    CHECK(row.is_null(3));
    CHECK_FALSE(good(row.step()));
}

TEST_CASE("each connection is set as the record needs it", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    const std::vector<std::pair<const char*, std::string>> rows = {
        {"PRAGMA journal_mode", "wal"},  {"PRAGMA synchronous", "2"},
        {"PRAGMA foreign_keys", "1"},    {"PRAGMA trusted_schema", "0"},
        {"PRAGMA cell_size_check", "1"}, {"PRAGMA recursive_triggers", "1"},
        {"PRAGMA temp_store", "2"},      {"PRAGMA wal_autocheckpoint", "0"},
        {"PRAGMA secure_delete", "1"}};
    for (const auto& [pragma, value] : rows) {
        CAPTURE(pragma);
        auto row = good(database->query(pragma));
        REQUIRE(good(row.step()));
        CHECK(row.text(0) == value);
    }
    CHECK_FALSE(database->execute("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema").has_value());
    CHECK((std::filesystem::status(folder.file()).permissions() & std::filesystem::perms(0077)) ==
          std::filesystem::perms::none);
}

TEST_CASE("a transaction without commit leaves nothing", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    {
        auto transaction = good(Transaction::begin(*database));
        good(database->execute("INSERT INTO t VALUES (1, 'x', NULL)"));
        CHECK(Transaction::begin(*database).error().code == Code::conflict);
    }
    CHECK(count(*database) == 0);
    auto transaction = good(Transaction::begin(*database));
    good(database->execute("INSERT INTO t VALUES (1, 'x', NULL)"));
    good(transaction.commit());
    CHECK(transaction.commit().error().code == Code::conflict);
    database = open(folder);
    CHECK(count(*database) == 1);
}

TEST_CASE("errors say what the caller must do", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    good(database->execute("INSERT INTO t VALUES (1, 'x', NULL)"));
    CHECK(database->execute("INSERT INTO t VALUES (2, 'x', NULL)").error().code == Code::conflict);
    CHECK(database->execute("INSERT INTO child VALUES (77)").error().code == Code::conflict);
    CHECK(database->query("SELECT nothing FROM nowhere").error().code == Code::internal);
    CHECK(database->execute("SELECT \"a string\"").error().code == Code::internal);
    auto other = open(folder, Access::read_only);
    CHECK(other->execute("INSERT INTO t VALUES (9, 'z', NULL)").error().code == Code::disk);
    CHECK(count(*other) == 1);
}

TEST_CASE("a file that is missing, foreign, cut or newer is told apart", "[store]") {
    const Folder folder;
    CHECK(Database::open({folder.file(), Access::read_write, {}}).error().code == Code::not_found);
    CHECK(Database::open({folder.file(), Access::read_only, {}}).error().code == Code::not_found);
    SECTION("foreign") {
        std::ofstream(folder.file()) << std::string(5000, 'x');
        CHECK(Database::open({folder.file(), Access::read_write, {}}).error().code == Code::record_damaged);
    }
    SECTION("cut") {
        begun(folder).reset();
        std::filesystem::resize_file(folder.file(), 5000);
        const auto opened = Database::open({folder.file(), Access::read_write, {}});
        const auto checked = opened ? (*opened)->integrity_check() : tl::unexpected(opened.error());
        CHECK(checked.error().code == Code::record_damaged);
    }
    SECTION("newer") {
        auto database = begun(folder);
        CHECK(database->migrate(std::span(kMigrations).first(1)).error().code == Code::record_damaged);
    }
    SECTION("a link to another file") {
        std::filesystem::create_symlink(folder.path() / "elsewhere", folder.file());
        CHECK_FALSE(Database::open({folder.file(), Access::read_write_create, {}}).has_value());
    }
}

TEST_CASE("a migration that fails leaves the version before it", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    const std::array broken{kMigrations[0], kMigrations[1],
                            store::Migration{3, "CREATE TABLE u (a) ; CREATE TABLE t (b)"}};
    CHECK(database->migrate(broken).error().code == Code::internal);
    good(database->migrate(kMigrations));
    CHECK_FALSE(database->execute("SELECT * FROM u").has_value());
}

TEST_CASE("the same statement can run inside itself", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    good(database->execute("INSERT INTO t VALUES (1, 'a', NULL), (2, 'b', NULL)"));
    auto outer = good(database->query("SELECT a FROM t ORDER BY a"));
    REQUIRE(good(outer.step()));
    {
        auto inner = good(database->query("SELECT a FROM t ORDER BY a"));
        REQUIRE(good(inner.step()));
        REQUIRE(good(inner.step()));
        CHECK(inner.integer(0) == 2);
    }
    CHECK(outer.integer(0) == 1);
}

TEST_CASE("the WAL is copied back and written over from its start", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    const auto wal = folder.file().string() + "-wal";
    std::uintmax_t largest = 0;
    for (int i = 0; i < 200; ++i) {
        auto insert = good(database->query("INSERT INTO t VALUES (?, ?, NULL)"));
        good(insert.bind(1, i).bind(2, std::to_string(i)).run());
        good(database->checkpoint_if_larger(20));
        if (i == 50) largest = std::filesystem::file_size(wal);
    }
    CHECK(std::filesystem::file_size(wal) == largest);
    CHECK(count(*database) == 200);
}

TEST_CASE("a backup is a whole database and never replaces a file", "[store]") {
    const Folder folder;
    auto database = begun(folder);
    good(database->execute("INSERT INTO t VALUES (1, 'x', NULL)"));
    const auto copy = folder.path() / "copy.sqlite";
    good(database->backup_to(copy));
    CHECK(database->backup_to(copy).error().code == Code::conflict);
    auto restored = good(Database::open({copy, Access::read_write, {}}));
    good(restored->integrity_check());
    CHECK(count(*restored) == 1);
}

TEST_CASE("data_version tells that another connection committed", "[store]") {
    const Folder folder;
    auto writer = begun(folder);
    auto reader = open(folder, Access::read_only);
    const auto before = good(reader->data_version());
    CHECK(good(reader->data_version()) == before);
    good(writer->execute("INSERT INTO t VALUES (1, 'x', NULL)"));
    CHECK(good(reader->data_version()) != before);
}
