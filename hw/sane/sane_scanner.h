// Scanners through SANE (libsane): the only folder that includes sane.h. The device is opened for each page
// and closed after it, so that one that was unplugged works again when it is back.
// scan() belongs to the device thread; state() and cancel(): any thread. One per process.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "hw/scanner.h"
#include "hw/tuning.h"

namespace ardager::hw {

struct SaneOptions {
    std::string device;  // SANE's name, `epson2:libusb:001:004`; empty: the first that is found
    bool colour = true;  // false: grey, a third of the bytes on the cable; the page is RGB either way
    unsigned dots_per_inch = kScanDotsPerInch;
    /// More settings of this scanner by SANE's option names, such as {"source", "ADF"}.
    std::vector<std::pair<std::string, std::string>> settings;
};

class SaneScanner final : public Scanner {
public:
    /// Starts SANE and looks once for the device. Error: device when SANE itself cannot start; a scanner
    /// that is not there yet is no error, its state is offline.
    [[nodiscard]] static Result<std::unique_ptr<SaneScanner>> open(SaneOptions options);
    ~SaneScanner() override;
    SaneScanner(const SaneScanner&) = delete;
    SaneScanner& operator=(const SaneScanner&) = delete;

    /// What the last look or page has found: SANE tells nothing without scanning.
    [[nodiscard]] ScannerState state() const override { return state_; }
    /// Errors: device with what a person must do; not_now when it was cancelled or another program scans.
    [[nodiscard]] Result<ScannedPage> scan() override;
    /// Seen between two pieces of the page; never waits for the driver.
    void cancel() override { cancelled_ = true; }

private:
    explicit SaneScanner(SaneOptions options) : options_(std::move(options)) {}

    SaneOptions options_;
    std::atomic<ScannerState> state_{ScannerState::offline};
    std::atomic<bool> cancelled_{false};
};

}  // namespace ardager::hw
