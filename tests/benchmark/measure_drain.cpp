// A branch that comes back after days: all its applications over mutual TLS, flushed on both sides, against
// the same payloads put into a bare SQLite.
#include "sync/client/tuning.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/ground.h"
#include "tests/benchmark/measures.h"

namespace ardager::bench {

void measure_drain(Bench& bench) {
    const unsigned count = bench.times(10'000, 4'000);
    const auto pki = bench.scratch.path() / "pki";
    const auto record = bench.scratch.fresh("drain");
    std::vector<std::string> payloads;
    {
        BranchEnd branch(record);
        payloads = fill_record(branch.office(), count);
    }
    double payload_bytes = 0;
    for (const auto& payload : payloads) payload_bytes += static_cast<double>(payload.size());
    Figure speed{"drain", std::to_string(count) + " applications, mutual TLS", "entries/s", {}, {}, {}, {}};
    speed.baseline_name = "bare SQLite, batches of 2 MiB, rows/s";
    speed.target = "≥ 15,000 entries/s";
    Figure sent{"drain", "bytes sent ÷ payload bytes", "", {}, {}, {}, "< 1"};
    for (unsigned i = 0; i < bench.times(5, 2); ++i) {
        const auto copy = bench.scratch.path() / "drain-copy";
        std::filesystem::remove_all(copy);
        std::filesystem::copy(record, copy, std::filesystem::copy_options::recursive);
        MinistryEnd ministry(bench.scratch.fresh("drain-ministry"), pki);
        BranchEnd branch(copy);
        auto& runner = branch.connect(pki, ministry.port());
        const double seconds = seconds_of([&] { (void)runner.pass(0); });
        if (!branch.drained()) give_up({Code::line, "one pass did not drain the record", {}});
        speed.ours.push_back(count / seconds);
        sent.ours.push_back(static_cast<double>(runner.status().counters.bytes_sent) / payload_bytes);
        speed.baseline.push_back(
            raw_inserts_per_second(bench.scratch.fresh("drain-raw"), payloads, sync::kMostBatchPlainBytes));
    }
    bench.report.add(std::move(speed));
    bench.report.add(std::move(sent));
}

}  // namespace ardager::bench
