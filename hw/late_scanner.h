// A scanner that is looked for in the background: drivers search cables and the network for seconds, and the
// first frame must not wait for them, nor the program's end. Until the search ends the board says searching.
// state() and cancel(): any thread; scan(): the device thread's.
#pragma once

#include <future>
#include <memory>

#include "hw/scanner.h"

namespace ardager::hw {

class LateScanner final : public Scanner {
public:
    using Open = std::function<Result<std::unique_ptr<Scanner>>()>;
    /// `open` runs at once on a thread of its own, which may outlive this object.
    explicit LateScanner(Open open);

    [[nodiscard]] ScannerState state() const override;
    /// Waits for the search first. Errors: the search's; else the scanner's.
    [[nodiscard]] Result<ScannedPage> scan() override;
    void cancel() override;

private:
    /// The scanner once the search has ended well; nothing before and otherwise.
    [[nodiscard]] Scanner* found() const;
    [[nodiscard]] bool has_ended() const;
    std::shared_future<Result<std::unique_ptr<Scanner>>> opened_;
};

}  // namespace ardager::hw
