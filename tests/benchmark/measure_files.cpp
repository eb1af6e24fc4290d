// Scans one after another: read and opened from the record, sent, sealed and flushed at the ministry, checked
// against their digests. Hashing is the limit, so it is the baseline.
#include "kiosk/cases/accept_application.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/ground.h"
#include "tests/benchmark/measures.h"

namespace ardager::bench {

void measure_files(Bench& bench) {
    constexpr std::size_t kPageBytes = 300'000;
    constexpr unsigned kPages = 5;
    const unsigned applications = bench.times(20, 6);
    const auto pki = bench.scratch.path() / "pki";
    Figure figure{"files",
                  std::to_string(applications * kPages) + " files of 300 KB, mutual TLS",
                  "MB/s",
                  {},
                  "SHA-256, MB/s",
                  {},
                  {}};
    for (unsigned i = 0; i < bench.times(5, 2); ++i) {
        MinistryEnd ministry(bench.scratch.fresh("files-ministry"), pki);
        BranchEnd branch(bench.scratch.fresh("files-branch"));
        SeededRandom random(i);
        for (unsigned n = 0; n < applications; ++n)
            (void)need(accept_application(branch.office(), sample_draft(random, kPages, kPageBytes)));
        auto& runner = branch.connect(pki, ministry.port());
        const double seconds = seconds_of([&] { (void)runner.pass(0); });
        if (!branch.drained()) give_up({Code::line, "one pass did not send all files", {}});
        const auto bytes = static_cast<double>(std::size_t{applications} * kPages * kPageBytes);
        figure.ours.push_back(bytes / seconds / 1e6);
        figure.baseline.push_back(sha256_bytes_per_second() / 1e6);
    }
    bench.report.add(std::move(figure));
}

}  // namespace ardager::bench
