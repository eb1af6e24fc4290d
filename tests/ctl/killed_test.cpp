#include <catch2/catch.hpp>
#include <csignal>

#include "kiosk/base/random.h"
#include "tests/ctl/ministry.h"

using namespace ardager;
using namespace ardager::ctl_test;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kFiles = 6;
constexpr std::uint64_t kFileBytes = 3'000'000;
constexpr unsigned kMostLooks = 20'000;  // of 2 ms each: far more than the transfer takes

std::string accepts_large_files(const Branch& branch) {
    auto application = complete_application();
    auto& files = application["documents"][0]["files"] = Json::array();
    for (std::uint64_t i = 0; i < kFiles; ++i) {
        const auto name = "large" + std::to_string(i) + ".png";
        branch.puts_into_inbox(name, picture(100 + i, kFileBytes));
        files.push_back(name);
    }
    return branch.accepts(application);
}

/// Watches a pass until `bytes` more have come to the ministry; false when the pass ended before.
bool watch_until(const Program& pass, const Ministry& ministry, std::uintmax_t bytes) {
    const auto wanted = ministry.stored_bytes() + bytes;
    for (unsigned look = 0; look < kMostLooks; ++look) {
        if (ministry.stored_bytes() >= wanted) return !pass.ended_within(0ms);
        if (pass.ended_within(2ms)) return false;
    }
    return false;
}

void check_arrived_once(const Branch& branch, const Ministry& ministry, const std::string& number) {
    const auto outcome = branch.ctl({"sync", "run", "--once"});
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.exit == 0);
    CHECK(outcome.json().at("waiting") == 0);
    CHECK(outcome.json().at("files_wait") == false);
    const auto listed = ministry.applications();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("number") == number);
    CHECK(listed[0].at("files_complete") == true);
    for (std::uint64_t i = 0; i < kFiles; ++i)
        CHECK(ministry.file(sha256(picture(100 + i, kFileBytes))) == as_text(picture(100 + i, kFileBytes)));
    CHECK(branch.verified().at("ok") == true);
}

}  // namespace

TEST_CASE("either side killed in the middle of a transfer: one application, identical files", "[ctl]") {
    const std::uint64_t seed = GENERATE(1, 2);
    CAPTURE(seed);
    SeededRandom random(seed);
    Ministry ministry;
    ministry.starts();
    const Branch branch(ministry.for_device());
    const auto number = accepts_large_files(branch);
    unsigned killed = 0;
    for (unsigned round = 0; round < 4; ++round) {
        Program pass(branch.ctl_words({"sync", "run", "--once"}));
        if (!watch_until(pass, ministry, 1 + random.below(2'500'000))) break;
        ++killed;
        if ((round + seed) % 2 == 0) {
            pass.signal(SIGKILL);
            (void)pass.wait();
            continue;
        }
        ministry.is_killed();
        const auto outcome = pass.wait();
        INFO(outcome.out << outcome.err);
        CHECK(outcome.exit == 4);
        ministry.starts();
    }
    CHECK(killed >= 3);
    check_arrived_once(branch, ministry, number);
}
