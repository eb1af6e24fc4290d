#include "hw/late_scanner.h"

#include "hw/driver_threads.h"

namespace ardager::hw {

LateScanner::LateScanner(Open open) {
    // Not std::async: its future waits for the search when it goes.
    auto promise = std::make_shared<std::promise<Result<std::unique_ptr<Scanner>>>>();
    opened_ = promise->get_future().share();
    start_driver_thread([promise, open = std::move(open)] { promise->set_value(open()); });
}

bool LateScanner::has_ended() const {
    return opened_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

Scanner* LateScanner::found() const {
    if (!has_ended()) return nullptr;
    const auto& opened = opened_.get();
    return opened ? opened->get() : nullptr;
}

ScannerState LateScanner::state() const {
    if (!has_ended()) return ScannerState::searching;
    const auto* scanner = found();
    return scanner == nullptr ? ScannerState::offline : scanner->state();
}

Result<ScannedPage> LateScanner::scan() {
    const auto& opened = opened_.get();
    if (!opened) return fail(opened.error());
    return (*opened)->scan();
}

void LateScanner::cancel() {
    if (auto* scanner = found()) scanner->cancel();
}

}  // namespace ardager::hw
