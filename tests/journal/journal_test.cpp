#include "tests/journal/record_fixture.h"

using namespace ardager;

TEST_CASE("what was committed is there after reopening", "[journal]") {
    Record record;
    record.open();
    const Entry first = record.accepts("Бірінші");
    const Entry second = record.accepts("Екінші");
    CHECK(first.seq == 1);
    CHECK(second.prev == first.hash);
    record.open();
    CHECK(record.journal->head() == Head{2, second.hash});
    const StoredEntry found = good(record.journal->reader().find(second.id));
    CHECK(found.entry == second);
    CHECK(good(parse_json(found.payload))["name"] == "Екінші");
    CHECK(sha256(as_bytes(found.payload)) == second.payload_sha256);
    CHECK(good(record.journal->verify()).entries == 2);
}

TEST_CASE("the payload carries a fresh salt of sixteen bytes", "[journal]") {
    Record record;
    record.open();
    record.accepts("бір есім");
    record.accepts("бір есім");
    const auto both = good(record.journal->reader().read_from(1, 10, 1U << 20));
    const auto first = good(parse_json(both[0].payload))["salt"].get<std::string>();
    const auto second = good(parse_json(both[1].payload))["salt"].get<std::string>();
    CHECK(first.size() == 32);
    CHECK(first != second);
    CHECK(both[0].entry.payload_sha256 != both[1].entry.payload_sha256);
}

TEST_CASE("work that is let go leaves nothing: no entry, no number, no file", "[journal]") {
    Record record;
    record.open();
    record.accepts();
    const Head before = record.journal->head();
    {
        auto work = good(record.journal->begin());
        good(work->attach(to_bytes("a scanned page"), "image/png"));
        CHECK(good(work->next_number(
                       Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}}))
                  .text == "KRG03-K1-261123-0001-" + std::string(1, check_character("KRG03-K1-261123-0001")));
        good(work->append("application.accepted", {{"name", "x"}}));
    }
    CHECK(record.journal->head() == before);
    CHECK(good(record.journal->reader().head()) == before);
    CHECK(record.journal->reader().attachment(sha256(as_bytes("a scanned page"))).error().code ==
          Code::not_found);
    auto work = good(record.journal->begin());
    const Date day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
    CHECK(good(work->next_number(day)).text.substr(0, 20) == "KRG03-K1-261123-0001");
    CHECK(good(work->next_number(day)).text.substr(0, 20) == "KRG03-K1-261123-0002");
    CHECK(good(work->append("application.accepted", {{"name", "y"}})).seq == 2);
    good(work->commit());
}

TEST_CASE("work refuses everything after commit", "[journal]") {
    Record record;
    record.open();
    auto work = good(record.journal->begin());
    good(work->append("shift.opened", Json::object()));
    good(work->commit());
    CHECK(work->append("shift.closed", Json::object()).error().code == Code::conflict);
    CHECK(work->put_state("a", "b").error().code == Code::conflict);
    CHECK(work->commit().error().code == Code::conflict);
    CHECK(record.journal->head().seq == 1);
}

TEST_CASE("work whose projection failed can only be let go", "[journal]") {
    Record record;
    record.open();
    {
        auto work = good(record.journal->begin());
        CHECK(work->append("application.accepted", {{"refuse", true}}).error().code == Code::conflict);
        CHECK(work->commit().error().code == Code::conflict);
    }
    CHECK(record.journal->head().seq == 0);
    CHECK(record.accepts().seq == 1);
}

TEST_CASE("a payload or type of another shape is refused before anything is written", "[journal]") {
    Record record;
    record.open();
    auto work = good(record.journal->begin());
    CHECK(work->append("application.accepted", Json::array()).error().code == Code::invalid_input);
    CHECK(work->append("application.accepted", {{"salt", "mine"}}).error().code == Code::invalid_input);
    CHECK(work->append("Application", Json::object()).error().code == Code::invalid_input);
    CHECK(work->append("", Json::object()).error().code == Code::invalid_input);
    CHECK(work->append("a", {{"x", std::string(2U << 20, 'x')}}).error().code == Code::invalid_input);
    CHECK(work->attach({}, "image/png").error().code == Code::invalid_input);
    good(work->append("shift.opened", Json::object()));
    good(work->commit());
}

TEST_CASE("only one piece of work is open at a time, and one writer", "[journal]") {
    Record record;
    record.open();
    auto work = good(record.journal->begin());
    CHECK(record.journal->begin().error().code == Code::conflict);
    CHECK(Journal::open(record.options, *record.vault, record.clock, record.random, {}).error().code ==
          Code::not_now);
}

TEST_CASE("a wall clock that went back marks the entry suspect and keeps the order", "[journal]") {
    Record record;
    record.open();
    CHECK(record.accepts().clock.quality == ClockQuality::unverified);
    record.clock.set(record.clock.now() - std::chrono::hours(30));
    CHECK(record.accepts().clock.quality == ClockQuality::suspect);
    record.open();
    record.clock.set(record.clock.now() - std::chrono::hours(1));
    CHECK(record.accepts().clock.quality == ClockQuality::suspect);
    record.clock.advance(std::chrono::hours(2));
    CHECK(record.accepts().clock.quality == ClockQuality::unverified);
    CHECK(good(record.journal->verify()).entries == 4);
}

TEST_CASE("entries are read in order within the limits, at least one", "[journal]") {
    Record record;
    record.open();
    for (int i = 0; i < 6; ++i) record.accepts(std::string(1000, 'x'));
    auto& reader = record.journal->reader();
    CHECK(good(reader.read_from(2, 3, 1U << 20)).size() == 3);
    CHECK(good(reader.read_from(2, 3, 1U << 20)).front().entry.seq == 2);
    CHECK(good(reader.read_from(1, 100, 2500)).size() == 2);
    CHECK(good(reader.read_from(1, 100, 1)).size() == 1);
    CHECK(good(reader.read_from(7, 100, 1)).empty());
    CHECK(good(reader.read_from(UINT64_MAX, 100, 1)).empty());
    CHECK(reader.read(7).error().code == Code::not_found);
}

TEST_CASE("projections are built again from the entries", "[journal]") {
    Record record;
    record.open();
    for (int i = 0; i < 3; ++i) record.accepts();
    const auto seen = [&] {
        auto row = good(record.journal->reader().database().query(
            "SELECT count(*) FROM seen WHERE type = 'application.accepted'"));
        CHECK(good(row.step()));
        return row.integer(0);
    };
    good(record.journal->reader().database().execute("DELETE FROM seen"));
    CHECK(seen() == 0);
    good(record.journal->rebuild());
    CHECK(seen() == 3);
}

TEST_CASE("a program without projections leaves them to be caught up", "[journal]") {
    Record record;
    record.open();
    record.accepts();
    record.close();
    {
        auto bare = good(Journal::open(record.options, *record.vault, record.clock, record.random, {}));
        auto work = good(bare->begin());
        good(work->append("shift.opened", Json::object()));
        good(work->commit());
    }
    record.open();
    auto row = good(record.journal->reader().database().query("SELECT count(*) FROM seen"));
    CHECK(good(row.step()));
    CHECK(row.integer(0) == 2);
}
