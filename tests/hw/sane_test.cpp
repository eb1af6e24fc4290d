// The real program ardager-scan on the real libsane with its own `test` backend, which plays a flatbed and
// every error by option.
#include <cstdlib>

#include "hw/sane/sane_scanner.h"
#include "kiosk/base/files.h"
#include "tests/hw/temporary_folder.h"

using namespace ardager;
using namespace ardager::hw;

namespace {

/// SANE that knows only its test backend, from a configuration folder of these tests.
class TestBackend {
public:
    TestBackend() {
        REQUIRE(write_file(folder_.path() / "dll.conf", to_bytes("test\n")));
        ::setenv("SANE_CONFIG_DIR", folder_.path().c_str(), 1);
    }
    [[nodiscard]] std::unique_ptr<SaneScanner> scanner(SaneOptions options) {
        return SaneScanner::open(ARDAGER_SCAN, std::move(options)).value();
    }
    [[nodiscard]] std::unique_ptr<SaneScanner> with(const std::string& option, const std::string& value) {
        return scanner({"test:0", true, 50, {{option, value}}});
    }

private:
    TemporaryFolder folder_;
};

/// A program in place of ardager-scan: a driver at its worst.
class BadDriver {
public:
    explicit BadDriver(const std::string& script) : program_(folder_.path() / "driver") {
        REQUIRE(write_file(program_, to_bytes("#!/bin/sh\n" + script + "\n"), 0700));
    }
    [[nodiscard]] std::unique_ptr<SaneScanner> scanner() {
        return SaneScanner::open(program_, {"any"}, std::chrono::milliseconds(100)).value();
    }

private:
    TemporaryFolder folder_;
    std::filesystem::path program_;
};

}  // namespace

TEST_CASE("SANE delivers the whole bed in colour at the asked resolution", "[hw][sane]") {
    TestBackend sane;
    for (const unsigned dots_per_inch : {75U, 200U}) {
        const auto scanner =
            sane.scanner({"test:0", true, dots_per_inch, {{"test-picture", "Color pattern"}}});
        CHECK(scanner->state() == ScannerState::ready);
        const auto page = scanner->scan().value();
        const double side = 200 / 25.4 * dots_per_inch;  // the backend's bed is 200 × 200 mm
        CHECK(page.width == Approx(side).margin(2));
        CHECK(page.height == Approx(side).margin(2));
        CHECK(page.dots_per_inch == dots_per_inch);
        CHECK(page.rgb.size() == std::size_t{page.width} * page.height * 3);
        std::set<std::array<std::uint8_t, 3>> colours;
        for (std::size_t i = 0; i < page.rgb.size(); i += 3)
            colours.insert({page.rgb[i], page.rgb[i + 1], page.rgb[i + 2]});
        CHECK(colours.size() > 8);
    }
}

TEST_CASE("a grey page comes as RGB with equal channels", "[hw][sane]") {
    TestBackend sane;
    const auto page = sane.scanner({"test:0", false, 50, {{"test-picture", "Grid"}}})->scan().value();
    CHECK(page.rgb.size() == std::size_t{page.width} * page.height * 3);
    bool equal = true;
    for (std::size_t i = 0; i < page.rgb.size(); i += 3)
        equal = equal && page.rgb[i] == page.rgb[i + 1] && page.rgb[i] == page.rgb[i + 2];
    CHECK(equal);
    CHECK(std::set<std::uint8_t>(page.rgb.begin(), page.rgb.end()).size() > 1);
}

TEST_CASE("black is black and white is white", "[hw][sane]") {
    TestBackend sane;
    for (const auto& [picture, value] : {std::pair{"Solid black", 0}, std::pair{"Solid white", 255}}) {
        const auto page = sane.with("test-picture", picture)->scan().value();
        CHECK(std::all_of(page.rgb.begin(), page.rgb.end(),
                          [value = value](auto byte) { return byte == value; }));
    }
}

TEST_CASE("rows with padding and reads of odd sizes make the same page", "[hw][sane]") {
    TestBackend sane;
    const SaneOptions plain{"test:0", true, 50, {{"test-picture", "Color pattern"}}};
    auto rough = plain;
    rough.settings.insert(rough.settings.end(), {{"read-limit", "yes"}, {"read-limit-size", "1013"}});
    CHECK(sane.scanner(rough)->scan().value().rgb == sane.scanner(plain)->scan().value().rgb);
    auto padded = plain;
    padded.settings.emplace_back("ppl-loss", "7");
    const auto narrow = sane.scanner(padded)->scan().value();
    CHECK(narrow.rgb.size() == std::size_t{narrow.width} * narrow.height * 3);
}

TEST_CASE("each trouble that SANE reports becomes what a person must do, and a state", "[hw][sane]") {
    TestBackend sane;
    const std::vector<std::tuple<std::string, ScannerState, Code, std::string>> rows{
        {"SANE_STATUS_JAMMED", ScannerState::jammed, Code::device, "take the stuck page out"},
        {"SANE_STATUS_NO_DOCS", ScannerState::no_document, Code::device, "lay a page"},
        {"SANE_STATUS_COVER_OPEN", ScannerState::cover_open, Code::device, "close the scanner's cover"},
        {"SANE_STATUS_DEVICE_BUSY", ScannerState::busy, Code::not_now, "try again"},
        {"SANE_STATUS_IO_ERROR", ScannerState::offline, Code::device, "check its cable"},
        {"SANE_STATUS_ACCESS_DENIED", ScannerState::fault, Code::device, "group scanner"},
        {"SANE_STATUS_NO_MEM", ScannerState::fault, Code::device, "restart the machine"},
        {"SANE_STATUS_CANCELLED", ScannerState::ready, Code::not_now, "cancelled"},
        {"SANE_STATUS_UNSUPPORTED", ScannerState::fault, Code::device, "switch it off and on"},
        {"SANE_STATUS_EOF", ScannerState::fault, Code::device, "empty page"}};
    for (const auto& [status, state, code, words] : rows) {
        CAPTURE(status);
        const auto scanner = sane.with("read-return-value", status);
        const auto error = scanner->scan().error();
        CHECK(error.code == code);
        CHECK_THAT(error.detail, Catch::Contains(words));
        CHECK(scanner->state() == state);
    }
}

TEST_CASE("forms of a page that we do not read are refused by name", "[hw][sane]") {
    TestBackend sane;
    const std::vector<std::tuple<std::string, std::string, std::string>> rows{
        {"three-pass", "yes", "several passes"},
        {"depth", "16", "16 bits"},
        {"depth", "1", "1 bits"},
        {"no-such-setting", "1", "no setting"},
        {"mode", "Sepia", "not take"},
        {"depth", "eight", "not take"},
        {"three-pass", "perhaps", "not take"}};
    for (const auto& [option, value, words] : rows) {
        CAPTURE(option, value);
        const auto error = sane.with(option, value)->scan().error();
        CHECK(error.code == Code::device);
        CHECK_THAT(error.detail, Catch::Contains(words));
    }
}

TEST_CASE("a scanner that is not there is offline, and one is found without a name", "[hw][sane]") {
    TestBackend sane;
    {
        const auto missing = sane.scanner({"test:9", true, 50, {}});
        CHECK(missing->state() == ScannerState::offline);
        CHECK(missing->scan().error().code == Code::device);
    }
    const auto any = sane.scanner({"", true, 50, {}});
    CHECK(any->state() == ScannerState::ready);
    CHECK(any->scan());
}

TEST_CASE("one page after another works on the same scanner, after a trouble too", "[hw][sane]") {
    TestBackend sane;
    const auto scanner = sane.scanner({"test:0", true, 50, {}});
    CHECK(scanner->scan());
    CHECK(scanner->scan());
    CHECK(scanner->state() == ScannerState::ready);
}

TEST_CASE("a page that is being read can be cancelled from another thread", "[hw][sane]") {
    TestBackend sane;
    // 200 ms before each piece of the page: without a cancel this takes minutes.
    const auto scanner = sane.scanner({"test:0",
                                       true,
                                       600,
                                       {{"read-limit", "yes"},
                                        {"read-limit-size", "1024"},
                                        {"read-delay", "yes"},
                                        {"read-delay-duration", "200000"}}});
    std::atomic<bool> ended{false};
    std::thread person([&] {
        while (!ended) {
            scanner->cancel();
            std::this_thread::yield();
        }
    });
    CHECK(scanner->scan().error().code == Code::not_now);
    ended = true;
    person.join();
}

TEST_CASE("a driver that crashes, lies or says nothing costs a page and not the kiosk", "[hw][sane]") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"kill -SEGV $$", "ended by itself"},
        {"exit 1", "ended by itself"},
        {"echo nonsense", "ended by itself"},
        {R"(printf '{"device":"x","width":2,"height":2,"dots_per_inch":50}\nabc')", "the page is cut"},
        {R"(printf '{"device":"x","width":9999999,"height":9999999,"dots_per_inch":50}\n')",
         "the page is cut"},
        {R"(printf '{"device":"x"}\n')", "no page"}};
    for (const auto& [script, words] : rows) {
        CAPTURE(script);
        BadDriver driver(script);
        const auto scanner = driver.scanner();
        const auto page = scanner->scan();
        REQUIRE_FALSE(page);
        CHECK(page.error().code == Code::device);
        CHECK_THAT(page.error().detail, Catch::Contains(words));
    }
}

TEST_CASE("a page counts although its driver never ends", "[hw][sane]") {
    // As SANE's test backend does now and then: its reader thread dies with malloc's lock in its hand.
    BadDriver driver(R"(printf '{"device":"x","width":1,"height":1,"dots_per_inch":50}\nabc'
exec 1>&-
exec sleep 1000)");
    const auto scanner = driver.scanner();
    const auto page = scanner->scan();
    REQUIRE(page);
    CHECK(page->rgb == to_bytes("abc"));
}

TEST_CASE("a driver that does not hear a cancel is ended by force", "[hw][sane]") {
    const TemporaryFolder folder;
    const auto deaf = folder.path() / "deaf";
    BadDriver driver("trap '' TERM\nread wish\ncase $wish in\n*'\"only_look\":false'*) : > " + deaf.string() +
                     "; exec sleep 1000;;\nesac");
    const auto scanner = driver.scanner();
    std::atomic<bool> ended{false};
    std::thread person([&] {
        while (!ended) {
            if (std::filesystem::exists(deaf)) scanner->cancel();
            std::this_thread::yield();
        }
    });
    CHECK_THAT(scanner->scan().error().detail, Catch::Contains("does not answer"));
    ended = true;
    person.join();
}

TEST_CASE("a kiosk without the scanning program says that it is missing", "[hw][sane]") {
    const auto opened = SaneScanner::open("/nowhere/ardager-scan", {});
    REQUIRE_FALSE(opened);
    CHECK_THAT(opened.error().detail, Catch::Contains("install the kiosk's programs together"));
}
