// The project's promise under faults: every printed receipt stands exactly once at the ministry, with
// identical files.
#include <cstdlib>

#include "tests/bench/world.h"

using namespace ardager;
using bench::World;

namespace {

constexpr unsigned kSteps = 40;

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out;
}

/// One world to its end; the events of all worlds are added up, so that the test can prove that faults
/// happened.
std::string run_world(std::uint64_t seed, std::map<std::string, unsigned>& events, std::size_t& promises) {
    World world(seed);
    for (unsigned i = 0; i < kSteps; ++i) world.step();
    world.settle();
    promises += world.promises();
    for (const auto& [event, count] : world.events()) events[event] += count;
    return joined(world.broken_promises());
}

void run_worlds(std::uint64_t first, std::uint64_t count) {
    std::map<std::string, unsigned> events;
    std::size_t promises = 0;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const auto broken = run_world(seed, events, promises);
        INFO("seed " << seed << ": set ARDAGER_SEED=" << seed << " to replay it alone");
        REQUIRE(broken.empty());
    }
    for (const auto& [event, times] : events) UNSCOPED_INFO(event << ": " << times);
    CHECK(promises > count * 5);
    for (const char* needed :
         {"accepted", "refused", "decided", "counter served", "pass completed", "kiosk lost power",
          "kiosk killed", "ministry lost power", "ministry killed", "pass: broken", "pass: not_a_gateway"})
        CHECK(events[needed] > 0);
}

}  // namespace

TEST_CASE("in a hundred worlds of faults every printed receipt arrives exactly once, with identical files",
          "[sim]") {
    run_worlds(1, 100);
}

TEST_CASE(
    "in a thousand more worlds of faults every printed receipt arrives exactly once, with identical files",
    "[sim][slow]") {
    run_worlds(1'001, 1'000);
}

TEST_CASE("one world is replayed by its seed", "[sim]") {
    const char* wanted = std::getenv("ARDAGER_SEED");
    const std::uint64_t seed = wanted == nullptr ? 42 : std::strtoull(wanted, nullptr, 10);
    std::map<std::string, unsigned> first;
    std::map<std::string, unsigned> second;
    std::size_t promises = 0;
    const auto broken = run_world(seed, first, promises);
    CHECK(broken == run_world(seed, second, promises));
    CHECK(first == second);
    CHECK(broken.empty());
}
