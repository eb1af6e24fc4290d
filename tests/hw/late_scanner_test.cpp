#include "hw/late_scanner.h"

#include "hw/driver_threads.h"
#include "hw/fake/fake_scanner.h"

using namespace ardager;
using namespace ardager::hw;

TEST_CASE("a scanner that is still being looked for says so and keeps nobody waiting", "[hw]") {
    std::promise<void> search;
    LateScanner scanner([&]() -> Result<std::unique_ptr<Scanner>> {
        search.get_future().wait();
        return std::make_unique<FakeScanner>();
    });
    CHECK(scanner.state() == ScannerState::searching);
    scanner.cancel();
    search.set_value();
    CHECK(scanner.scan());  // waits for the end of the search
    CHECK(scanner.state() == ScannerState::ready);
}

TEST_CASE("a search that fails says so at the first page", "[hw]") {
    LateScanner scanner(
        []() -> Result<std::unique_ptr<Scanner>> { return fail(Code::device, "no scanner library"); });
    CHECK(scanner.scan().error().detail == "no scanner library");
    CHECK(scanner.state() == ScannerState::offline);
}

TEST_CASE("a search that never ends is left behind, and the program knows", "[hw]") {
    const auto come_back = [](unsigned but) {  // bounded: a thread of another test is on its last steps
        for (unsigned tries = 0; driver_threads() > but && tries < 10'000'000; ++tries)
            std::this_thread::yield();
        return driver_threads() == but;
    };
    REQUIRE(come_back(0));
    std::promise<void> search;
    std::promise<void> begun;
    {
        const LateScanner scanner([&]() -> Result<std::unique_ptr<Scanner>> {
            begun.set_value();
            search.get_future().wait();
            return std::make_unique<FakeScanner>();
        });
        begun.get_future().wait();
    }  // comes back although the search does not
    CHECK(driver_threads() == 1);
    search.set_value();
    CHECK(come_back(0));
}
