// A scanner with a drawn page on its glass, or a picture from a file, and a switch for everything that goes
// wrong. For tests and the dev dock; chosen only in a composition root. Any thread.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>

#include "hw/fake/sample_pages.h"
#include "hw/scanner.h"

namespace ardager::hw {

class FakeScanner final : public Scanner {
public:
    /// Begins with a military ID on the glass.
    FakeScanner() = default;

    [[nodiscard]] ScannerState state() const override;
    [[nodiscard]] Result<ScannedPage> scan() override;
    void cancel() override;

    // Switches of the dev dock and of tests.
    /// Lays a drawn page on the glass; it stays for every scan until it is changed or taken away.
    void put(SamplePage page);
    /// Lays a picture on the glass. Errors: not_found; invalid_input when it is no JPEG.
    [[nodiscard]] Result<void> put_picture(const std::filesystem::path& jpeg);
    void take_document_away();
    /// ready clears it; any other state is what scan() will complain of.
    void set_trouble(ScannerState trouble);
    /// scan() does not come back until release() or cancel().
    void hold();
    void release();

private:
    [[nodiscard]] ScannerState state_now() const;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<ScannedPage> picture_;
    std::optional<SamplePage> sample_ = SamplePage::military_id;
    ScannerState trouble_ = ScannerState::ready;
    bool held_ = false;
    bool cancelled_ = false;
};

}  // namespace ardager::hw
