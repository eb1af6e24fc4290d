// Scanners through SANE, whose drivers run in a program of their own (ardager-scan): one that hangs or
// crashes is ended and takes nothing with it. The device is opened for each page and closed after it, so that
// one that was unplugged works again when it is back. scan() belongs to the device thread; state() and
// cancel(): any thread.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>

#include "hw/sane/scan_exchange.h"

namespace ardager::hw {

class Child;

class SaneScanner final : public Scanner {
public:
    /// Looks once for the device; without a name that takes seconds. Error: device when the program cannot
    /// run; a scanner that is not there yet is no error, its state is offline.
    [[nodiscard]] static Result<std::unique_ptr<SaneScanner>> open(
        std::filesystem::path program, SaneOptions options,
        std::chrono::milliseconds patience = kDriverPatience);

    /// What the last look or page has found: SANE tells nothing without scanning.
    [[nodiscard]] ScannerState state() const override { return state_; }
    /// Errors: device with what a person must do; not_now when it was cancelled or another program scans.
    [[nodiscard]] Result<ScannedPage> scan() override;
    /// Seen between two pieces of the page; never waits for the driver.
    void cancel() override;

private:
    SaneScanner(std::filesystem::path program, SaneOptions options, std::chrono::milliseconds patience)
        : program_(std::move(program)), options_(std::move(options)), patience_(patience) {}
    /// One run of the program. Error: device when it did not answer.
    [[nodiscard]] Result<sane::Outcome<sane::Scanned>> run(const std::string& device, bool only_look);
    /// Nothing when it was only looked at.
    [[nodiscard]] Result<std::optional<ScannedPage>> ask(bool only_look);

    const std::filesystem::path program_;
    const SaneOptions options_;
    const std::chrono::milliseconds patience_;
    std::string found_;  // the device that answered last, when none is named
    std::atomic<ScannerState> state_{ScannerState::offline};
    std::mutex mutex_;  // guards child_
    std::shared_ptr<Child> child_;
};

}  // namespace ardager::hw
