// What others do in the same run. Never a failure: a peer that is not there is said in one line.
#include "kiosk/base/source_folder.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/measures.h"

namespace ardager::bench {
namespace {

const std::filesystem::path kScripts = source_folder("tests/benchmark/peers");

bool install(const std::filesystem::path& folder) {
    std::filesystem::copy_file(kScripts / "package.json", folder / "package.json",
                               std::filesystem::copy_options::overwrite_existing);
    Child npm({"npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder.string()});
    (void)npm.output();
    return npm.wait() == 0;
}

/// One number that the script printed; nothing when it could not run.
std::optional<double> run(const std::filesystem::path& modules, const std::string& script,
                          const std::filesystem::path& folder) {
    // Node looks for packages beside the script.
    std::filesystem::copy_file(kScripts / script, modules / script,
                               std::filesystem::copy_options::overwrite_existing);
    Child node({"node", (modules / script).string(), folder.string()});
    const auto text = node.output();
    if (node.wait() != 0) return std::nullopt;
    const auto facts = parse_json(text);
    if (!facts || !facts->contains("value")) return std::nullopt;
    return facts->at("value").get<double>();
}

}  // namespace

void measure_peers(Bench& bench) {
    auto modules = bench.peers;
    if (modules.empty() && bench.install_peers) {
        modules = bench.scratch.fresh("peers");
        if (!install(modules)) modules.clear();
    }
    if (modules.empty() || !std::filesystem::exists(modules / "node_modules"))
        return bench.report.note("peers: not measured; ARDAGER_BENCH_PEERS=1 installs them with npm");
    Figure pouch{"peers", "PouchDB 9 → express-pouchdb, 10,000 × 1.5 KB", "docs/s", {}, {}, {}, {}};
    Figure tus{"peers", "tus-js-client → @tus/server, 100 × 300 KB", "MB/s", {}, {}, {}, {}};
    for (unsigned i = 0; i < bench.times(3, 1); ++i) {
        const auto documents = run(modules, "pouchdb.js", bench.scratch.fresh("pouchdb"));
        const auto files = run(modules, "tus.mjs", bench.scratch.fresh("tus"));
        if (documents) pouch.ours.push_back(*documents);
        if (files) tus.ours.push_back(*files);
    }
    for (auto* figure : {&pouch, &tus}) {
        if (figure->ours.empty())
            bench.report.note("peers: did not run: " + figure->name);
        else
            bench.report.add(std::move(*figure));
    }
}

}  // namespace ardager::bench
