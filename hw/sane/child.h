// One run of ardager-scan: started with its wish, read to the end, told to stop, and ended by force when it
// does not listen. Internal to hw/sane; the thread that scans owns it, stop() is for any thread.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/base/bytes.h"

namespace ardager::hw::sane {

class Child {
public:
    /// Error: device when it cannot be started.
    [[nodiscard]] static Result<std::unique_ptr<Child>> start(const std::filesystem::path& program,
                                                              const std::string& wish,
                                                              std::chrono::milliseconds patience);
    /// Gives it its time to put the scanner to rest, then kills it.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Everything that it wrote until it closed its output, at most `limit_bytes`. After stop() only for as
    /// long as the patience. Error: device when there was more, or it had to be killed.
    [[nodiscard]] Result<Bytes> read_all(std::size_t limit_bytes);
    void stop();
    /// stop() was called: an answer may be missing because of it.
    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    Child(pid_t id, int process, int output, int wake, int patience_ms)
        : id_(id), process_(process), output_(output), wake_(wake), patience_ms_(patience_ms) {}

    pid_t id_;
    int process_;  // pidfd
    int output_;   // read end of its output
    int wake_;     // eventfd that stop() rings
    int patience_ms_;
    std::atomic<bool> stopped_{false};
};

}  // namespace ardager::hw::sane
