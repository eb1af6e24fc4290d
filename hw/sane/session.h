// One opened SANE device for one page: options by name, the read loop, and what each status asks of a person.
// Lives in the program ardager-scan only, apart from the kiosk (DECISIONS, 31). The only user of sane.h.
#pragma once

#include <sane/sane.h>
#include <sane/saneopts.h>

#include <atomic>
#include <string>
#include <utility>

#include "hw/sane/scan_exchange.h"

namespace ardager::hw::sane {

/// SANE 1.06 §4.2.7 (SANE_Status) in words of what to do next; `doing` stands in front: `reading the page`.
[[nodiscard]] Trouble trouble_of(SANE_Status status, const std::string& doing);

class Session {
public:
    /// An empty name takes the first device that is found, after a search of seconds.
    [[nodiscard]] static Outcome<Session> open(const std::string& device);
    /// Ends a page that was started with sane_cancel, as the standard asks (§4.4), and closes the device.
    ~Session();
    Session(Session&& other) noexcept
        : name_(std::move(other.name_)),
          handle_(std::exchange(other.handle_, nullptr)),
          started_(std::exchange(other.started_, false)) {}
    Session& operator=(Session&&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Sets the options and scans one page.
    [[nodiscard]] Outcome<ScannedPage> scan(const SaneOptions& options, const std::atomic<bool>& cancelled);

private:
    Session(std::string name, SANE_Handle handle) : name_(std::move(name)), handle_(handle) {}
    [[nodiscard]] Outcome<void> set_up(const SaneOptions& options);
    [[nodiscard]] int find_option(const std::string& name) const;
    [[nodiscard]] Outcome<void> set_option(const std::string& name, const std::string& value);
    void use_whole_bed();
    [[nodiscard]] double resolution() const;
    [[nodiscard]] Outcome<Bytes> read_frame(const SANE_Parameters& shape, const std::atomic<bool>& cancelled);

    std::string name_;
    SANE_Handle handle_;
    bool started_ = false;
};

}  // namespace ardager::hw::sane
