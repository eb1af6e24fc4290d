#include "kiosk/journal/anchor.h"
#include "kiosk/journal/tuning.h"
#include "tests/journal/record_fixture.h"

using namespace ardager;

namespace {

Bytes bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void put_bytes(const std::filesystem::path& path, const Bytes& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

TEST_CASE("a database put back from an older copy is refused and not written to", "[anchor]") {
    Record record;
    record.open();
    record.accepts();
    record.close();
    const Bytes older = bytes_of(record.options.paths.database());
    record.open();
    record.accepts();
    record.accepts();
    record.close();
    put_bytes(record.options.paths.database(), older);
    const auto opened = record.try_open();
    CHECK(why(opened) ==
          "record_damaged: record: the database ends at entry 1 but its anchor knows entry 3; nothing was "
          "written; keep the folder as it is");
    CHECK(bytes_of(record.options.paths.database()) == older);
}

TEST_CASE("a database that is gone is not begun anew over its anchor", "[anchor]") {
    Record record;
    record.open();
    record.accepts();
    record.close();
    std::filesystem::remove(record.options.paths.database());
    CHECK(record.try_open().error().code == Code::record_damaged);
    CHECK_FALSE(std::filesystem::exists(record.options.paths.database()));
}

TEST_CASE("another history of the same length is refused", "[anchor]") {
    Record record(1);
    record.open();
    record.accepts();
    record.close();
    Record other(2);
    other.open();
    other.accepts();
    other.close();
    put_bytes(record.options.paths.database(), bytes_of(other.options.paths.database()));
    CHECK(why(record.try_open())
              .starts_with("record_damaged: entry 1: differs from the one that the anchor knows"));
}

TEST_CASE("a power cut in the middle of a transaction leaves what was committed", "[anchor][crash]") {
    Record record;
    record.open();
    record.accepts();
    const Entry last = record.accepts();
    const auto cut = record.side_folder("cut");
    {
        auto work = good(record.journal->begin());
        // Larger than the page cache, so that uncommitted pages are in the WAL already.
        good(work->attach(Bytes(9U << 20, 1), "image/png"));
        good(work->append("application.accepted", Json::object()));
        record.copy_files_to(cut);
    }
    record.restore_files_from(cut);
    record.open();
    CHECK(record.journal->head() == Head{2, last.hash});
    CHECK(good(record.journal->verify()).attachments == 0);
}

TEST_CASE("a WAL that lost its end or a bit is noticed", "[anchor][crash]") {
    Record record;
    record.open();
    for (int i = 0; i < 5; ++i) record.accepts();
    const auto cut = record.side_folder("cut");
    record.copy_files_to(cut);
    const Bytes wal = bytes_of(cut / "record.sqlite-wal");
    REQUIRE(wal.size() > 40'000);
    record.restore_files_from(cut);
    good(record.try_open());
    CHECK(record.journal->head().seq == 5);
    record.close();
    SECTION("truncated") {
        put_bytes(cut / "record.sqlite-wal", Bytes(wal.begin(), wal.end() - 9000));
    }
    SECTION("a flipped bit") {
        Bytes flipped = wal;
        flipped[flipped.size() - 6000] ^= 1U;
        put_bytes(cut / "record.sqlite-wal", flipped);
    }
    SECTION("empty") {
        put_bytes(cut / "record.sqlite-wal", {});
    }
    SECTION("gone") {
        std::filesystem::remove(cut / "record.sqlite-wal");
    }
    record.restore_files_from(cut);
    CHECK(record.try_open().error().code == Code::record_damaged);
}

TEST_CASE("a missing, older or torn anchor weakens the check and is no alarm", "[anchor]") {
    Record record;
    record.open();
    record.accepts();
    record.close();
    const Bytes older = bytes_of(record.options.paths.anchor());
    record.open();
    record.accepts();
    record.close();
    const Bytes newer = bytes_of(record.options.paths.anchor());
    SECTION("missing") {
        std::filesystem::remove(record.options.paths.anchor());
    }
    SECTION("older") {
        put_bytes(record.options.paths.anchor(), older);
    }
    SECTION("both slots torn") {
        put_bytes(record.options.paths.anchor(), Bytes(newer.size(), 0x5A));
    }
    SECTION("cut short") {
        put_bytes(record.options.paths.anchor(), Bytes(newer.begin(), newer.begin() + 100));
    }
    good(record.try_open());
    const auto anchor = good(
        Anchor::load(open_anchor_file(record.options.paths.anchor()), *record.vault, record.options.device));
    REQUIRE(anchor.mark().has_value());
    CHECK(anchor.mark()->head == record.journal->head());
}

TEST_CASE("writes that were not flushed never touch the flushed slot", "[anchor]") {
    Record record;
    record.open();
    record.accepts();
    good(record.journal->settle());
    const Bytes flushed = bytes_of(record.options.paths.anchor());
    for (int i = 0; i < 3; ++i) record.accepts();
    const Bytes after = bytes_of(record.options.paths.anchor());
    const auto half = static_cast<std::ptrdiff_t>(tuning::kAnchorSlotBytes);
    const bool first_kept = std::equal(flushed.begin(), flushed.begin() + half, after.begin());
    const bool second_kept = std::equal(flushed.begin() + half, flushed.end(), after.begin() + half);
    CHECK(first_kept != second_kept);
}

TEST_CASE("the acknowledgement stays in the anchor while the head moves on", "[anchor]") {
    Record record;
    record.open();
    record.accepts();
    good(record.journal->anchor_acknowledged("{\"next_seq\": 2}"));
    record.accepts();
    CHECK(record.journal->anchor_acknowledged(std::string(5000, 'x')).error().code == Code::invalid_input);
    record.close();
    const auto anchor = good(
        Anchor::load(open_anchor_file(record.options.paths.anchor()), *record.vault, record.options.device));
    REQUIRE(anchor.mark().has_value());
    CHECK(anchor.mark()->acknowledgement == "{\"next_seq\": 2}");
    CHECK(anchor.mark()->head.seq == 2);
}

TEST_CASE("an anchor of another device or key says nothing", "[anchor]") {
    Record record;
    record.open();
    record.accepts();
    record.close();
    const auto load = [&](const Vault& vault, const char* device) {
        return good(Anchor::load(open_anchor_file(record.options.paths.anchor()), vault,
                                 good(DeviceId::parse(device))));
    };
    CHECK(load(*record.vault, "KRG03-K1").mark().has_value());
    CHECK(load(*record.vault, "KRG03-K2").unreadable());
    CHECK(load(*make_vault(record.random, 9), "KRG03-K1").unreadable());
}
