#include "tests/benchmark/ground.h"
#include "tests/benchmark/measures.h"

namespace ardager::bench {

void measure_ground(Bench& bench) {
    constexpr unsigned kFlushes = 100;
    Figure hash{"machine", "SHA-256", "GB/s", {}, {}, {}, {}};
    Figure flush{"machine", "overwrite 4 KiB in place + fdatasync", "/s", {}, {}, {}, {}};
    RawFile raw(bench.scratch.path() / "ground.raw", 16U << 20);
    for (unsigned i = 0; i < bench.times(7, 3); ++i) {
        hash.ours.push_back(sha256_bytes_per_second() / 1e9);
        flush.ours.push_back(kFlushes / seconds_of([&] {
                                 for (unsigned n = 0; n < kFlushes; ++n) raw.overwrite(4096);
                             }));
    }
    bench.report.add(std::move(hash));
    bench.report.add(std::move(flush));
}

}  // namespace ardager::bench
