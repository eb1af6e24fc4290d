// One opened SANE device for one page: options by name, the read loop, and what each status asks of a person.
// Internal to hw/sane; the device thread's.
#pragma once

#include <sane/sane.h>
#include <sane/saneopts.h>

#include <atomic>
#include <string>
#include <utility>

#include "hw/sane/sane_scanner.h"

namespace ardager::hw::sane {

/// What went wrong: the state for the board and the error for the caller.
struct Trouble {
    ScannerState state = ScannerState::fault;
    Error error;
};
template <class T>
using Outcome = tl::expected<T, Trouble>;

/// SANE 1.06 §4.2.7 (SANE_Status) in words of what to do next; `doing` stands in front: `reading the page`.
[[nodiscard]] Trouble trouble_of(SANE_Status status, const std::string& doing);

class Session {
public:
    /// An empty name takes the first device that is found.
    [[nodiscard]] static Outcome<Session> open(const std::string& device);
    ~Session();
    Session(Session&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Session& operator=(Session&&) = delete;

    /// Sets the options, scans one page and always ends with sane_cancel, as the standard asks (§4.4).
    [[nodiscard]] Outcome<ScannedPage> scan(const SaneOptions& options, const std::atomic<bool>& cancelled);

private:
    explicit Session(SANE_Handle handle) : handle_(handle) {}
    [[nodiscard]] Outcome<void> set_up(const SaneOptions& options);
    [[nodiscard]] int find_option(const std::string& name) const;
    [[nodiscard]] Outcome<void> set_option(const std::string& name, const std::string& value);
    void use_whole_bed();
    [[nodiscard]] double resolution() const;
    [[nodiscard]] Outcome<Bytes> read_frame(const SANE_Parameters& shape, const std::atomic<bool>& cancelled);

    SANE_Handle handle_;
};

}  // namespace ardager::hw::sane
