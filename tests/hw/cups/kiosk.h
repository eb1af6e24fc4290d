// A kiosk's device thread with a CUPS printer alone: the vocabulary of these tests.
#pragma once

#include <condition_variable>
#include <mutex>

#include "hw/cups/cups_printer.h"
#include "hw/device_thread.h"
#include "hw/driver_threads.h"
#include "tests/hw/cups/printer_room.h"

namespace ardager::hw {

inline const Document kReceipt{"KRG03-K1-261123-0014-7", to_bytes("%PDF-1.7 a receipt\n%%EOF\n")};
inline const Document kOther{"KRG03-K1-261123-0016-3", to_bytes("%PDF-1.7 another receipt\n%%EOF\n")};
// Only how long a broken program may keep the tests waiting.
inline constexpr std::chrono::seconds kGuard{30};

inline CupsPatience quick() {
    using namespace std::chrono_literals;
    CupsPatience patience;
    patience.watch = 10ms;
    patience.itself = 10ms;
    patience.connecting = 100ms;
    patience.stalled = 100ms;
    return patience;
}

/// For what nobody tells of.
template <class Question>
[[nodiscard]] bool comes_true(Question question) {
    const auto end = std::chrono::steady_clock::now() + kGuard;
    while (!question()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::yield();
    }
    return true;
}

class Kiosk {
public:
    explicit Kiosk(const std::string& server, CupsPatience patience = quick(),
                   const std::string& queue = "receipts")
        : devices_(std::make_unique<DeviceThread>(
              DeviceSet{CupsPrinter::open({queue, server}, patience).value(), nullptr, nullptr},
              [this] {
                  const std::lock_guard lock(mutex_);
                  changed_.notify_all();
              },
              DevicePatience{std::chrono::milliseconds(5), kGuard, kGuard})) {}
    /// Like the end of the program: every thread has come back.
    ~Kiosk() {
        devices_.reset();
        CHECK(comes_true([] { return driver_threads() == 0; }));
    }
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    [[nodiscard]] bool shows(PrinterState state) {
        return until([&] { return devices_->board().printer == state; });
    }
    [[nodiscard]] PrintResult prints(const Document& document, unsigned copies = 1) {
        REQUIRE(devices_->print(document, copies));
        return result();
    }
    [[nodiscard]] PrintResult result() {
        std::optional<PrintResult> result;
        REQUIRE(until([&] { return (result = devices_->take_print()).has_value(); }));
        return *result;
    }
    [[nodiscard]] DeviceThread& devices() { return *devices_; }

private:
    template <class Question>
    [[nodiscard]] bool until(Question question) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, kGuard, question);
    }
    std::mutex mutex_;
    std::condition_variable changed_;
    std::unique_ptr<DeviceThread> devices_;
};

}  // namespace ardager::hw
