#include "hw/sane/sane_scanner.h"

#include "hw/sane/session.h"

namespace ardager::hw {
namespace {

Result<ScannedPage> scan_page(const SaneOptions& options, const std::atomic<bool>& cancelled,
                              ScannerState& state) {
    auto opened = sane::Session::open(options.device);
    if (!opened) {
        state = opened.error().state;
        return fail(opened.error().error);
    }
    auto page = opened->scan(options, cancelled);
    if (!page) {
        state = page.error().state;
        return fail(page.error().error);
    }
    state = ScannerState::ready;
    return std::move(*page);
}

}  // namespace

Result<std::unique_ptr<SaneScanner>> SaneScanner::open(SaneOptions options) {
    if (const auto status = sane_init(nullptr, nullptr); status != SANE_STATUS_GOOD)
        return fail(Code::device, std::string("SANE cannot start: ") + sane_strstatus(status));
    auto scanner = std::unique_ptr<SaneScanner>(new SaneScanner(std::move(options)));
    if (auto seen = sane::Session::open(scanner->options_.device)) {
        scanner->state_ = ScannerState::ready;
    } else {
        scanner->state_ = seen.error().state;
    }
    return scanner;
}

SaneScanner::~SaneScanner() {
    sane_exit();
}

Result<ScannedPage> SaneScanner::scan() {
    cancelled_ = false;
    auto state = ScannerState::fault;
    auto page = scan_page(options_, cancelled_, state);
    state_ = state;
    return page;
}

}  // namespace ardager::hw
