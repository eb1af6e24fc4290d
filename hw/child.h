// One run of a program that holds a driver (ardager-scan, ardager-camera): started with its wish, read, told
// to stop, and ended by force when it does not listen. The device's own thread owns it, stop() is for any
// thread.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/base/bytes.h"

namespace ardager::hw {

class Child {
public:
    /// `device` names it in errors: `scanner`. Error: device when it cannot be started.
    [[nodiscard]] static Result<std::unique_ptr<Child>> start(const std::filesystem::path& program,
                                                              const std::string& device,
                                                              const std::string& wish,
                                                              std::chrono::milliseconds patience);
    /// Gives it its time to put the device to rest, then kills it.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Everything that it wrote until it closed its output, at most `limit_bytes`. After stop() only for as
    /// long as the patience. Error: device when there was more, or it had to be killed.
    [[nodiscard]] Result<Bytes> read_all(std::size_t limit_bytes);
    /// Fills `into`, and fewer bytes only where its output ends. Error: device when it was silent for so long
    /// and had to be killed.
    [[nodiscard]] Result<std::size_t> read_some(std::span<std::uint8_t> into,
                                                std::chrono::milliseconds silence);
    void stop();
    /// stop() was called: an answer may be missing because of it.
    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    Child(std::string device, pid_t id, int process, int output, int wake, int patience_ms)
        : device_(std::move(device)),
          id_(id),
          process_(process),
          output_(output),
          wake_(wake),
          patience_ms_(patience_ms) {}
    /// What is there next; nothing at the end. `silence_ms` −1: however long it takes.
    [[nodiscard]] Result<std::size_t> read_piece(std::span<std::uint8_t> into, int silence_ms);

    const std::string device_;
    pid_t id_;
    int process_;  // pidfd
    int output_;   // read end of its output
    int wake_;     // eventfd that stop() rings
    int patience_ms_;
    bool told_ = false;  // the reader has passed stop() on
    std::atomic<bool> stopped_{false};
};

}  // namespace ardager::hw
