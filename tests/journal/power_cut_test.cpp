// The journal on a disk that loses, reorders, tears and fails: what was promised is there, what was denied is
// not.
#include "tests/bench/disk_vfs.h"
#include "tests/journal/record_fixture.h"

using namespace ardager;
using bench::DiskFault;
using bench::DiskOperation;

namespace {

class StormyRecord {
public:
    explicit StormyRecord(std::uint64_t seed)
        : chance(seed),
          disk("storm-" + std::to_string(seed)),
          clock(good(parse_instant("2026-11-23T05:00:00Z"))) {
        options.paths.folder = "/simulated";
        options.device = good(DeviceId::parse("KRG03-K1"));
        options.vfs = "storm-" + std::to_string(seed);
        options.reserve_bytes = 0;
        options.anchor = disk.anchor_file("/simulated/record.anchor");
        options.free_bytes = []() -> Result<std::uint64_t> { return 1U << 30; };
        vault = make_vault(chance);
        reopen();
    }
    /// A fault may hit the opening itself; it is then opened again, as a program would be started again.
    void reopen() {
        journal.reset();
        for (int attempt = 0; !journal; ++attempt) {
            auto opened = Journal::open(options, *vault, clock, chance, {&projector});
            if (opened)
                journal = std::move(*opened);
            else if (opened.error().code != Code::disk && opened.error().code != Code::outcome_unknown)
                FAIL(detail_of(opened.error()));
            REQUIRE(attempt < 5);
        }
    }
    void lose_power() {
        disk.crash(chance);
        reopen();
        ++power_cuts;
    }
    void kill() {
        disk.kill_program();
        reopen();
    }
    void append() {
        std::optional<Entry> entry;
        const auto outcome = try_append(entry);
        if (outcome) {
            promised.push_back(*entry);
        } else if (outcome.error().code == Code::outcome_unknown) {
            ++unknown;
            REQUIRE(journal->begin().error().code == Code::outcome_unknown);
            if (chance.below(2) == 0) disk.kill_program();
            reopen();
            look_up(*entry);
        } else {
            INFO(detail_of(outcome.error()));
            REQUIRE(outcome.error().code == Code::disk);
            if (entry) denied.push_back(*entry);
        }
    }
    void arm() {
        const auto skip = static_cast<unsigned>(chance.below(12));
        if (chance.below(2) == 0)
            disk.arm_fault(DiskOperation::sync, DiskFault::input_output,
                           static_cast<unsigned>(chance.below(2)));
        else
            disk.arm_fault(DiskOperation::write,
                           chance.below(2) == 0 ? DiskFault::full : DiskFault::input_output, skip);
    }
    void check() {
        REQUIRE(journal->head().seq == promised.size());
        for (const Entry& entry : promised) REQUIRE(good(journal->reader().find(entry.id)).entry == entry);
        for (const Entry& entry : denied)
            REQUIRE(journal->reader().find(entry.id).error().code == Code::not_found);
        REQUIRE(good(journal->verify()).entries == promised.size());
    }

    SeededRandom chance;
    bench::SimulatedDisk disk;
    ManualClock clock;
    JournalOptions options;
    CountingProjector projector;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Journal> journal;
    std::vector<Entry> promised;
    std::vector<Entry> denied;
    int unknown = 0;
    int power_cuts = 0;

private:
    Result<void> try_append(std::optional<Entry>& entry) {
        auto work = TRY(journal->begin());
        if (chance.below(6) == 0)
            TRY(work->attach(Bytes(1 + chance.below(60'000), static_cast<std::uint8_t>(chance.below(200))),
                             "image/png"));
        TRY(work->next_number(local_date(clock.now())));
        entry = TRY(work->append("application.accepted", {{"text", std::string(chance.below(6000), 'x')}}));
        return work->commit();
    }
    void look_up(const Entry& entry) {
        if (journal->reader().find(entry.id))
            promised.push_back(entry);
        else
            denied.push_back(entry);
    }
};

}  // namespace

TEST_CASE("through power cuts and failing disks every promise is kept and none is made up",
          "[journal][storm]") {
    int unknown = 0;
    int denied = 0;
    int power_cuts = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        StormyRecord record(seed);
        for (int step = 0; step < 24; ++step) {
            const auto what = record.chance.below(20);
            if (what < 3) record.arm();
            if (what == 3) (void)record.journal->settle();
            if (what == 4) record.kill();
            if (what == 5 || what == 6) {
                record.lose_power();
                record.check();
            }
            if (what != 4) record.append();
        }
        record.disk.disarm();
        record.lose_power();
        record.check();
        unknown += record.unknown;
        denied += static_cast<int>(record.denied.size());
        power_cuts += record.power_cuts;
    }
    // The storm was one: a disk that never failed would prove nothing.
    CHECK(unknown > 100);
    CHECK(denied > 100);
    CHECK(power_cuts > 600);
}

TEST_CASE("an entry found after an unknown outcome survives the next power cut", "[journal][storm]") {
    for (std::uint64_t seed = 1001; seed <= 1040; ++seed) {
        CAPTURE(seed);
        StormyRecord record(seed);
        record.append();
        record.disk.arm_fault(DiskOperation::sync, DiskFault::input_output);
        record.append();
        CHECK(record.unknown == 1);
        record.lose_power();
        record.check();
    }
}

TEST_CASE("a disk that is full keeps nothing of the work and takes the next", "[journal][storm]") {
    StormyRecord record(2001);
    record.append();
    record.disk.arm_fault(DiskOperation::write, DiskFault::full, 2);
    record.append();
    CHECK(record.denied.size() == 1);
    record.append();
    CHECK(record.promised.size() == 2);
    record.lose_power();
    record.check();
}
