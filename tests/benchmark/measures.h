// The measurements, one file each. Every one takes its figures in turn with their baselines and leaves them
// in the report.
#pragma once

#include "tests/benchmark/figures.h"
#include "tests/benchmark/scratch.h"

namespace ardager::bench {

struct Bench {
    const Scratch& scratch;
    Report& report;
    bool quick = false;
    bool install_peers = false;
    std::filesystem::path peers;  // a folder with node_modules; empty: none was named
    /// How many times: the first number, or the second when it must be quick.
    [[nodiscard]] unsigned times(unsigned full, unsigned short_run) const { return quick ? short_run : full; }
};

void measure_ground(Bench& bench);
void measure_accept(Bench& bench);
void measure_drain(Bench& bench);
void measure_cut_line(Bench& bench);
void measure_files(Bench& bench);
void measure_receipts(Bench& bench);
void measure_app(Bench& bench);
void measure_pages(Bench& bench);
void measure_peers(Bench& bench);
void measure_browser(Bench& bench);

}  // namespace ardager::bench
