// The app in a real window beside Chromium in kiosk mode with a page like ours, both on a virtual display.
// Never a failure: without Debian's chromium and xvfb it says so in one line.
#include <cstdlib>

#include "kiosk/base/source_folder.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/measures.h"
#include "tests/benchmark/processes.h"

namespace ardager::bench {
namespace {

constexpr const char* kDisplay = ":97";
constexpr int kSettleMs = 6'000;

bool installed(const char* program) {
    return std::filesystem::exists(std::filesystem::path("/usr/bin") / program);
}

struct Cost {
    double memory_mb = 0;
    double rest_percent = 0;
};

Cost cost_of(const std::vector<std::string>& words, int rest_ms) {
    const Child program(words);
    let_pass(kSettleMs);
    const auto family = family_of(program.id());
    const double before = processor_seconds(family);
    let_pass(rest_ms);
    return {proportional_memory_mb(family), 100 * (processor_seconds(family) - before) * 1e3 / rest_ms};
}

}  // namespace

void measure_browser(Bench& bench) {
    if (!installed("chromium") || !installed("Xvfb"))
        return bench.report.note(
            "browser: not measured; `./dev packages browser` installs chromium and xvfb");
    const Child display({"Xvfb", kDisplay, "-screen", "0", "1080x1920x24", "-nolisten", "tcp"});
    let_pass(2'000);
    ::setenv("DISPLAY", kDisplay, 1);
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
    const auto folder = bench.scratch.fresh("browser-app");
    { const BranchEnd branch(folder); }
    const std::vector<std::string> ours{(own_folder() / "ardager").string(), "--data", folder.string()};
    const std::vector<std::string> browser{
        "chromium",
        "--kiosk",
        "--no-sandbox",
        "--no-first-run",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--user-data-dir=" + bench.scratch.fresh("browser").string(),
        "--window-size=1080,1920",
        "file://" + source_folder("tests/benchmark/peers/name_page.html").string()};
    const std::string baseline = "Chromium's kiosk mode, ";
    Figure memory{"browser", "on a display: memory (PSS)", "MB", {}, baseline + "MB", {}, "≤ 64 MB"};
    Figure rest{"browser", "on a display: processor at rest", "%", {}, baseline + "%", {}, "≤ 0.5 %"};
    for (unsigned i = 0; i < bench.times(3, 1); ++i) {
        const int rest_ms = bench.quick ? 2'000 : 5'000;
        const Cost own = cost_of(ours, rest_ms);
        const Cost theirs = cost_of(browser, rest_ms);
        memory.ours.push_back(own.memory_mb);
        memory.baseline.push_back(theirs.memory_mb);
        rest.ours.push_back(own.rest_percent);
        rest.baseline.push_back(theirs.rest_percent);
    }
    ::unsetenv("DISPLAY");
    bench.report.add(std::move(memory));
    bench.report.add(std::move(rest));
}

}  // namespace ardager::bench
