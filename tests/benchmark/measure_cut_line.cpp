// The same branch on a line that breaks every 200 KB, and then thirty applications with 1 MB of scans each.
// Passes follow one another at once: the delays between them are the backoff's, not the line's.
#include "kiosk/cases/accept_application.h"
#include "tests/benchmark/cutting_proxy.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/measures.h"

namespace ardager::bench {
namespace {

constexpr std::uint64_t kMeanBytes = 200'000;
constexpr unsigned kMostPasses = 5'000;
constexpr std::size_t kPageBytes = 500'000;
constexpr unsigned kPages = 2;

struct Leg {
    double seconds = 0;
    double bytes = 0;  // the client's, on the wire
    double cuts = 0;
};

Leg drain(BranchEnd& branch, CuttingProxy& proxy) {
    const auto bytes = proxy.client_bytes();
    const auto cuts = proxy.cuts();
    unsigned passes = 0;
    Leg leg;
    leg.seconds = seconds_of([&] {
        while (!branch.drained() && passes++ < kMostPasses) (void)branch.runner().pass(0);
    });
    const auto fault = branch.runner().status().fault.value_or(sync::PassFault{});
    if (!branch.drained())
        give_up(
            {Code::line, "the cut line never drained the record; " + fault.code + ": " + fault.detail, {}});
    leg.bytes = static_cast<double>(proxy.client_bytes() - bytes);
    leg.cuts = static_cast<double>(proxy.cuts() - cuts);
    return leg;
}

std::vector<Digest> accept_with_scans(Office& office, unsigned count) {
    SeededRandom random(30);
    std::vector<Digest> digests;
    for (unsigned i = 0; i < count; ++i) {
        const auto draft = sample_draft(random, kPages, kPageBytes);
        (void)need(accept_application(office, draft));
        for (const auto& page : draft.documents[0].files) digests.push_back(sha256(page.bytes));
    }
    return digests;
}

struct Day {
    Leg entries, files;
    double payload_bytes = 0, file_bytes = 0;
};

Day run_day(Bench& bench, std::uint64_t mean_bytes, unsigned seed) {
    const auto pki = bench.scratch.path() / "pki";
    MinistryEnd ministry(bench.scratch.fresh("cut-ministry"), pki);
    CuttingProxy proxy(ministry.port(), mean_bytes, seed);
    BranchEnd branch(bench.scratch.fresh("cut-branch"));
    Day day;
    for (const auto& payload : fill_record(branch.office(), bench.times(10'000, 2'000)))
        day.payload_bytes += static_cast<double>(payload.size());
    (void)branch.connect(pki, proxy.port());
    day.entries = drain(branch, proxy);
    const auto digests = accept_with_scans(branch.office(), bench.times(30, 5));
    day.files = drain(branch, proxy);
    for (const auto& digest : digests) {
        const auto file = ministry.file(digest);
        if (sha256(as_bytes(file)) != digest) give_up({Code::forged, "a file came through differently", {}});
        day.file_bytes += static_cast<double>(file.size());
    }
    return day;
}

}  // namespace

void measure_cut_line(Bench& bench) {
    const std::string whole = "a whole line, ";
    Figure entries{"cut line", "entries: seconds", "s", {}, whole + "s", {}, "finishes"};
    Figure sent{"cut line", "entries: wire bytes ÷ payload", "", {}, whole + "same", {}, "< 1"};
    Figure files{"cut line", "files: seconds", "s", {}, whole + "s", {}, "finishes, all identical"};
    Figure again{"cut line", "files: wire bytes ÷ file bytes", "", {}, whole + "same", {}, "≤ 1.05"};
    Figure cuts{"cut line", "cuts, every 200 KB on average", "", {}, {}, {}, {}};
    for (unsigned i = 0; i < bench.times(3, 1); ++i) {
        const Day cut = run_day(bench, kMeanBytes, i + 1);
        const Day calm = run_day(bench, 0, i + 1);
        const auto put = [&](Figure& figure, const auto& value) {
            figure.ours.push_back(value(cut));
            figure.baseline.push_back(value(calm));
        };
        put(entries, [](const Day& day) { return day.entries.seconds; });
        put(sent, [](const Day& day) { return day.entries.bytes / day.payload_bytes; });
        put(files, [](const Day& day) { return day.files.seconds; });
        put(again, [](const Day& day) { return day.files.bytes / day.file_bytes; });
        cuts.ours.push_back(cut.entries.cuts + cut.files.cuts);
    }
    for (auto* figure : {&entries, &sent, &files, &again, &cuts}) bench.report.add(std::move(*figure));
}

}  // namespace ardager::bench
