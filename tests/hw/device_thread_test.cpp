#include "hw/device_thread.h"

#include <condition_variable>
#include <future>
#include <mutex>

#include "hw/fake/fake_camera.h"
#include "hw/fake/fake_identity_reader.h"
#include "hw/fake/fake_printer.h"
#include "hw/fake/fake_scanner.h"
#include "tests/hw/temporary_folder.h"

using namespace ardager;
using namespace ardager::hw;
using namespace std::chrono_literals;

namespace {

const Document kReceipt{"KRG03-K1-261123-0014-7", to_bytes("%PDF-1.7 receipt")};
// Only how long a broken program may keep the tests waiting.
constexpr auto kGuard = 30s;
constexpr DevicePatience kQuick{5ms, 30s, 30s};

/// Waits for what the device threads tell, never for time.
class Wakeups {
public:
    [[nodiscard]] std::function<void()> teller() {
        return [this] {
            const std::lock_guard lock(mutex_);
            changed_.notify_all();
        };
    }
    template <class Question>
    [[nodiscard]] bool until(Question question) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, kGuard, question);
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
};

/// All three fakes behind one device thread.
struct Kiosk {
    explicit Kiosk(DevicePatience patience = kQuick) {
        auto printer_owner = std::make_unique<FakePrinter>(folder.path());
        auto scanner_owner = std::make_unique<FakeScanner>();
        auto reader_owner = std::make_unique<FakeIdentityReader>();
        printer = printer_owner.get();
        scanner = scanner_owner.get();
        reader = reader_owner.get();
        devices = std::make_unique<DeviceThread>(
            DeviceSet{std::move(printer_owner), std::move(scanner_owner), std::move(reader_owner)},
            wakeups.teller(), patience);
    }
    [[nodiscard]] ScanResult page() {
        std::optional<ScanResult> result;
        REQUIRE(wakeups.until([&] { return (result = devices->take_scan()).has_value(); }));
        return std::move(*result);
    }
    [[nodiscard]] PrintResult paper() {
        std::optional<PrintResult> result;
        REQUIRE(wakeups.until([&] { return (result = devices->take_print()).has_value(); }));
        return std::move(*result);
    }
    [[nodiscard]] bool board_shows(const std::function<bool(const DeviceBoard&)>& sign) {
        return wakeups.until([&] { return sign(devices->board()); });
    }

    TemporaryFolder folder;
    Wakeups wakeups;
    FakePrinter* printer = nullptr;
    FakeScanner* scanner = nullptr;
    FakeIdentityReader* reader = nullptr;
    std::unique_ptr<DeviceThread> devices;
};

/// A driver that does not come back, not even when it is cancelled.
class DeadScanner final : public Scanner {
public:
    explicit DeadScanner(std::shared_future<void> end) : end_(std::move(end)) {}
    [[nodiscard]] ScannerState state() const override { return ScannerState::ready; }
    [[nodiscard]] Result<ScannedPage> scan() override {
        end_.wait();
        return ScannedPage{1, 1, 200, {0, 0, 0}};
    }
    void cancel() override {}

private:
    std::shared_future<void> end_;
};

}  // namespace

TEST_CASE("a page is asked for and comes back without anyone waiting", "[hw]") {
    Kiosk kiosk;
    CHECK(kiosk.devices->board().scanner == ScannerState::ready);
    REQUIRE(kiosk.devices->scan());
    CHECK(kiosk.page().page.value().width == 1165);
    CHECK_FALSE(kiosk.devices->take_scan());
    CHECK(kiosk.board_shows([](const auto& board) { return !board.scanning; }));
}

TEST_CASE("only one page is scanned at a time, and it must be taken before the next", "[hw]") {
    Kiosk kiosk;
    kiosk.scanner->hold();
    REQUIRE(kiosk.devices->scan());
    CHECK(kiosk.devices->board().scanning);
    CHECK(kiosk.devices->scan().error().code == Code::not_now);
    kiosk.scanner->release();
    CHECK(kiosk.page().page);
    REQUIRE(kiosk.devices->scan());
    CHECK(kiosk.page().page);
}

TEST_CASE("a receipt prints while the scanner hangs", "[hw]") {
    Kiosk kiosk;
    kiosk.scanner->hold();
    REQUIRE(kiosk.devices->scan());
    const auto request = kiosk.devices->print(kReceipt, 1).value();
    const auto result = kiosk.paper();
    CHECK(result.request == request);
    CHECK(result.outcome == PrintOutcome::printed);
    CHECK(kiosk.devices->board().scanning);
    kiosk.devices->cancel_scan();
    CHECK(kiosk.page().page.error().code == Code::not_now);
}

TEST_CASE("a cancel that comes before the driver has started is not lost", "[hw]") {
    Kiosk kiosk;
    kiosk.scanner->hold();
    for (int round = 0; round < 20; ++round) {
        REQUIRE(kiosk.devices->scan());
        kiosk.devices->cancel_scan();
        CHECK(kiosk.page().page.error().code == Code::not_now);
    }
}

TEST_CASE("a scanner that does not answer is answered for and refused until it comes back", "[hw]") {
    std::promise<void> end;
    Wakeups wakeups;
    DeviceThread devices({nullptr, std::make_unique<DeadScanner>(end.get_future().share()), nullptr},
                         wakeups.teller(), DevicePatience{5ms, 0ms, 30s});
    REQUIRE(devices.scan());
    std::optional<ScanResult> result;
    REQUIRE(wakeups.until([&] { return (result = devices.take_scan()).has_value(); }));
    CHECK(result->page.error().code == Code::device);
    CHECK(wakeups.until([&] { return devices.board().scanner == ScannerState::fault; }));
    CHECK(devices.scan().error().code == Code::device);
    end.set_value();
    CHECK(wakeups.until([&] { return devices.board().scanner == ScannerState::ready; }));
    CHECK_FALSE(devices.take_scan());  // its late page belongs to nobody
}

TEST_CASE("the program ends although a driver never comes back", "[hw]") {
    std::promise<void> end;
    {
        DeviceThread devices({nullptr, std::make_unique<DeadScanner>(end.get_future().share()), nullptr}, {},
                             DevicePatience{5ms, 30s, 0ms});
        REQUIRE(devices.scan());
    }
    end.set_value();
}

TEST_CASE("a job waits for paper on the board and is reported when it is printed", "[hw]") {
    Kiosk kiosk;
    kiosk.printer->set_sheets(0);
    REQUIRE(kiosk.board_shows([](const auto& board) { return board.printer == PrinterState::out_of_paper; }));
    REQUIRE(kiosk.devices->print(kReceipt, 2));
    CHECK(kiosk.devices->board().jobs_waiting == 1);
    CHECK_FALSE(kiosk.devices->take_print());
    kiosk.printer->set_sheets(10);
    CHECK(kiosk.paper().outcome == PrintOutcome::printed);
    CHECK(kiosk.board_shows([](const auto& board) { return board.jobs_waiting == 0; }));
    CHECK(kiosk.printer->sheets() == 8);
}

TEST_CASE("a failed job and a refused job are both reported as failed, with what to do", "[hw]") {
    Kiosk kiosk;
    kiosk.printer->fail_next_job();
    REQUIRE(kiosk.devices->print(kReceipt, 1));
    const auto failed = kiosk.paper();
    CHECK(failed.outcome == PrintOutcome::failed);
    CHECK_FALSE(failed.detail.empty());
    kiosk.printer->set_offline(true);
    REQUIRE(kiosk.devices->print(kReceipt, 1));
    const auto refused = kiosk.paper();
    CHECK(refused.outcome == PrintOutcome::failed);
    CHECK_THAT(refused.detail, Catch::Contains("switch it on"));
    CHECK(kiosk.printer->printed().empty());
}

TEST_CASE("the print queue is bounded and opens again when results are taken", "[hw]") {
    Kiosk kiosk;
    kiosk.printer->set_cover_open(true);
    for (std::size_t i = 0; i < kMaxPrintRequests; ++i) REQUIRE(kiosk.devices->print(kReceipt, 1));
    CHECK(kiosk.devices->print(kReceipt, 1).error().code == Code::not_now);
    kiosk.printer->set_cover_open(false);
    for (std::size_t i = 0; i < kMaxPrintRequests; ++i) CHECK(kiosk.paper().request.id == i + 1);
    CHECK(kiosk.devices->print(kReceipt, 1));
}

TEST_CASE("the last card that was put in is handed out once", "[hw]") {
    Kiosk kiosk;
    CHECK(kiosk.devices->board().has_reader);
    kiosk.reader->present_card("first");
    std::optional<std::string> mrz;
    REQUIRE(kiosk.wakeups.until([&] { return (mrz = kiosk.devices->take_mrz()).has_value(); }));
    CHECK(mrz == "first");
    CHECK_FALSE(kiosk.devices->take_mrz());
}

TEST_CASE("the camera stands on the board, and tells of its news as the others do", "[hw][camera]") {
    Wakeups wakeups;
    DeviceSet set;
    set.camera = std::make_unique<FakeCamera>(1ms);
    DeviceThread devices(std::move(set), wakeups.teller(), kQuick);
    CHECK(devices.board().has_camera);
    REQUIRE(devices.camera().watch([](const CameraFrame&) { return std::optional<std::string>("code"); }));
    CHECK(wakeups.until([&] {
        const auto sight = devices.camera().take();
        return sight && sight->code == "code";
    }));
}

TEST_CASE("a kiosk without devices says so at once", "[hw]") {
    DeviceThread devices({});
    CHECK(devices.board() == DeviceBoard{});
    CHECK(devices.board().printer == PrinterState::offline);
    CHECK(devices.scan().error().code == Code::device);
    CHECK(devices.print(kReceipt, 1).error().code == Code::device);
}

TEST_CASE("every state has its own word", "[hw]") {
    std::set<std::string> words;
    for (int state = 0; state <= static_cast<int>(ScannerState::fault); ++state)
        words.insert(scanner_state_name(static_cast<ScannerState>(state)));
    CHECK(words.size() == 7);
    CHECK(std::string(printer_state_name(PrinterState::out_of_paper)) == "out_of_paper");
}
