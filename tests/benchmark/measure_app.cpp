// The touchscreen app itself, as a citizen meets it: its first frame, its memory, and what it costs at rest.
#include <unistd.h>

#include <cstdlib>

#include "kiosk/cases/office_config.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/measures.h"
#include "tests/benchmark/processes.h"

namespace ardager::bench {
namespace {

constexpr int kSettleMs = 3'000;

}  // namespace

void measure_app(Bench& bench) {
    const auto program = own_folder() / "ardager";
    if (::access(program.c_str(), X_OK) != 0)
        return bench.report.note("app: " + program.filename().string() + " is not built: no figure");
    ::setenv("SDL_VIDEODRIVER", "dummy", 1);
    const auto pki = bench.scratch.path() / "pki";
    MinistryEnd ministry(bench.scratch.fresh("app-ministry"), pki);
    const auto folder = bench.scratch.fresh("app");
    { const BranchEnd branch(folder); }
    auto config = need(load_config(folder / "ardager.toml"));
    config.gateway = {"https://localhost:" + std::to_string(ministry.port()), pki / "KRG03-K1.cert.pem",
                      pki / "KRG03-K1.key.pem", pki / "ca.cert.pem"};
    need(save_config(folder / "ardager.toml", config));
    const std::vector<std::string> words{program.string(), "--data", folder.string()};

    Figure frame{"app", "first frame, from the program's first line", "ms", {}, {}, {}, "≤ 150 ms"};
    Figure memory{"app", "memory with the first frame (PSS)", "MB", {}, {}, {}, "≤ 64 MB"};
    for (unsigned i = 0; i < bench.times(7, 3); ++i) {
        auto once = words;
        once.emplace_back("--exit-after-first-frame");
        Child app(once);
        const auto text = app.output();
        if (app.wait() != 0) return bench.report.note("app: it did not start: no figure");
        const Json facts = need(parse_json(text));
        frame.ours.push_back(static_cast<double>(need(json_u64(facts, "first_frame_ms"))));
        memory.ours.push_back(static_cast<double>(need(json_u64(facts, "pss_kb"))) / 1000);
    }
    bench.report.add(std::move(frame));
    bench.report.add(std::move(memory));

    const int rest_ms = bench.quick ? 2'000 : 5'000;
    const Child app(words);
    let_pass(kSettleMs);
    Figure rest{"app", "processor at rest, line open", "%", {}, {}, {}, "nothing drawn"};
    for (unsigned i = 0; i < bench.times(3, 1); ++i) {
        const double before = processor_seconds({app.id()});
        let_pass(rest_ms);
        rest.ours.push_back(100 * (processor_seconds({app.id()}) - before) * 1e3 / rest_ms);
    }
    bench.report.add(std::move(rest));
}

}  // namespace ardager::bench
