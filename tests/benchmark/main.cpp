// ardager_bench: figures as ratios within one run. `./dev bench` builds and runs it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "kiosk/base/log.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/ground.h"
#include "tests/benchmark/measures.h"

namespace {

using namespace ardager;

struct Measure {
    const char* name;
    void (*run)(bench::Bench&);
};
constexpr Measure kMeasures[]{
    {"machine", bench::measure_ground}, {"accept", bench::measure_accept},
    {"drain", bench::measure_drain},    {"cut", bench::measure_cut_line},
    {"files", bench::measure_files},    {"receipts", bench::measure_receipts},
    {"app", bench::measure_app},        {"pages", bench::measure_pages},
    {"peers", bench::measure_peers},    {"browser", bench::measure_browser},
};

struct Options {
    bool quick = false, json = false;
    std::string scratch, peers;
    std::vector<std::string> only;
};

void run(const Options& options) {
    const bench::Scratch scratch(options.scratch);
    bench::Report report;
    bench::Bench all{scratch, report, options.quick, std::getenv("ARDAGER_BENCH_PEERS") != nullptr,
                     options.peers};
    report.note(std::to_string(std::thread::hardware_concurrency()) + " cores, load at the start " +
                bench::load_average());
    if (scratch.in_memory()) report.note("the files lie in memory: flushes cost nothing here; try --scratch");
    bench::make_certificates(scratch.path() / "pki");
    const double seconds = bench::seconds_of([&] {
        for (const auto& measure : kMeasures) {
            const auto wanted = std::find(options.only.begin(), options.only.end(), measure.name);
            if (!options.only.empty() && wanted == options.only.end()) continue;
            std::fprintf(stderr, "%s…\n", measure.name);
            measure.run(all);
        }
    });
    report.note("load at the end " + bench::load_average() + "; " +
                std::to_string(static_cast<int>(seconds)) + " s in all");
    std::printf("%s", options.json ? (report.json().dump(2) + "\n").c_str() : report.table().c_str());
}

}  // namespace

int main(int count, char** words) {
    Options options;
    CLI::App cli("Ardager's figures, as ratios within one run", "ardager_bench");
    cli.add_flag("--quick", options.quick, "fewer repetitions: half a minute instead of three");
    cli.add_flag("--json", options.json, "JSON instead of a table");
    cli.add_option(
        "--only", options.only,
        "machine, accept, drain, cut, files, receipts, app, pages, peers, browser; may stand several times");
    cli.add_option("--scratch", options.scratch, "where its files lie for the run; a folder on a real disk");
    cli.add_option("--peers", options.peers, "a folder whose node_modules hold the peers' packages");
    CLI11_PARSE(cli, count, words);
    set_log_level(LogLevel::error);
    try {
        run(options);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "ardager_bench: %s\n", fault.what());
        return 1;
    }
    return 0;
}
