// accept_application against the disk itself: as many bytes as one commit writes into the WAL, overwritten in
// place and flushed.
#include "kiosk/cases/accept_application.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/ground.h"
#include "tests/benchmark/measures.h"

namespace ardager::bench {
namespace {

struct Kind {
    const char* name;
    unsigned pages;
    std::size_t page_bytes;
    unsigned commits;  // in one repetition
};

struct Round {
    double commits_per_second = 0;
    std::size_t bytes_per_commit = 0;
};

/// The median of what one commit writes: a checkpoint, which comes once in many commits, is no part of it.
Round accept_some(Office& office, Random& random, const Kind& kind) {
    std::vector<double> bytes;
    double seconds = 0;
    for (unsigned i = 0; i < kind.commits; ++i) {
        const auto draft = sample_draft(random, kind.pages, kind.page_bytes);
        const auto before = bytes_written();
        seconds += seconds_of([&] { (void)need(accept_application(office, draft)); });
        bytes.push_back(static_cast<double>(bytes_written() - before));
    }
    return {kind.commits / seconds, static_cast<std::size_t>(spread_of(bytes).median)};
}

void measure_kind(Bench& bench, Office& office, const Kind& kind) {
    SeededRandom random(kind.pages);
    RawFile raw(bench.scratch.path() / "accept.raw", 16U << 20);
    Figure figure{"accept_application", kind.name, "/s", {}, {}, {}, "≥ 0.5 of raw"};
    std::size_t bytes = 0;
    (void)accept_some(office, random, kind);  // warms the WAL and the caches up
    for (unsigned i = 0; i < bench.times(7, 3); ++i) {
        const auto round = accept_some(office, random, kind);
        bytes = round.bytes_per_commit;
        figure.ours.push_back(round.commits_per_second);
        figure.baseline.push_back(kind.commits / seconds_of([&] {
                                      for (unsigned n = 0; n < kind.commits; ++n) raw.overwrite(bytes);
                                  }));
    }
    figure.baseline_name = "raw overwrite of " + std::to_string(bytes / 1024) + " KiB + fdatasync, /s";
    bench.report.add(std::move(figure));
}

}  // namespace

void measure_accept(Bench& bench) {
    BranchEnd branch(bench.scratch.fresh("accept"));
    measure_kind(bench, branch.office(), {"no scans (one page of 64 bytes)", 1, 64, bench.times(60, 20)});
    measure_kind(bench, branch.office(), {"two scans of 100 KB", 2, 100'000, bench.times(30, 10)});
}

}  // namespace ardager::bench
