#include "hw/late_scanner.h"

#include "hw/fake/fake_scanner.h"

using namespace ardager;
using namespace ardager::hw;

TEST_CASE("a scanner that is still being looked for is offline and keeps nobody waiting", "[hw]") {
    std::promise<void> search;
    LateScanner scanner([&]() -> Result<std::unique_ptr<Scanner>> {
        search.get_future().wait();
        return std::make_unique<FakeScanner>();
    });
    CHECK(scanner.state() == ScannerState::offline);
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
