// Development mode's world in one folder: a made-up branch, simulated devices, development certificates and
// an embedded ministry gateway on loopback, reached over real mutual TLS. Everything a dev dock can disturb
// hangs here. Composition root only; never part of a branch's start.
#pragma once

#include <memory>
#include <mutex>
#include <thread>

#include "hw/device_thread.h"
#include "hw/fake/fake_camera.h"
#include "hw/fake/fake_identity_reader.h"
#include "hw/fake/fake_printer.h"
#include "hw/fake/fake_scanner.h"
#include "kiosk/base/bounded_queue.h"
#include "kiosk/cases/office.h"
#include "sync/wire/http.h"

namespace ardager {

/// What an officer of the ministry sees of one application.
struct MinistryRow {
    std::string number;
    std::string state;  // incomplete, received, registered, extended, granted, refused
    bool operator==(const MinistryRow&) const = default;
};

/// What the dev dock makes the kiosk believe of its record and branch, to show every rung of the guard
/// ladder. The record itself stays whole.
struct WorldSwitches {
    bool disk_low = false;
    bool record_damaged = false;
    bool shift_open = true;
};

class DevWorld {
public:
    /// Wipes and fills `folder`/dev. Errors: what, where, what next.
    [[nodiscard]] static Result<std::unique_ptr<DevWorld>> open(const std::filesystem::path& folder,
                                                                const std::filesystem::path& assets,
                                                                SystemClock& clock, Random& random);
    ~DevWorld();
    DevWorld(const DevWorld&) = delete;
    DevWorld& operator=(const DevWorld&) = delete;

    [[nodiscard]] const OfficePaths& office_paths() const { return paths_; }
    /// The fakes, handed over once; the world keeps its switches on them.
    [[nodiscard]] hw::DeviceSet take_devices();
    /// Puts the line's switch around a transport.
    [[nodiscard]] std::unique_ptr<wire::Transport> wrap(std::unique_ptr<wire::Transport> transport);
    void set_line(bool up) { line_up_ = up; }
    [[nodiscard]] bool line_up() const { return line_up_; }
    [[nodiscard]] hw::FakePrinter& printer() { return *printer_; }
    [[nodiscard]] hw::FakeScanner& scanner() { return *scanner_; }
    [[nodiscard]] hw::FakeIdentityReader& reader() { return *reader_; }
    [[nodiscard]] hw::FakeCamera& camera() { return *camera_; }
    [[nodiscard]] SystemClock& clock() { return clock_; }
    /// The frame loop's only.
    [[nodiscard]] WorldSwitches& switches() { return switches_; }

    // As the ministry's officer, over the line with an officer's certificate; blocks for a few milliseconds.
    [[nodiscard]] Result<std::vector<MinistryRow>> applications();
    [[nodiscard]] Result<void> decide(const std::string& number, const Json& decision);

private:
    struct Gateway;
    DevWorld(OfficePaths paths, SystemClock& clock);
    [[nodiscard]] Result<void> open_gateway(const std::filesystem::path& folder, Random& random);
    [[nodiscard]] Result<void> open_branch(Random& random);
    [[nodiscard]] Result<Json> officer_call(const wire::HttpRequest& request);

    OfficePaths paths_;
    std::filesystem::path pki_;
    SystemClock& clock_;
    std::atomic<bool> line_up_{true};
    std::unique_ptr<Gateway> gateway_;
    std::unique_ptr<wire::Transport> officer_;
    std::string url_;
    hw::DeviceSet devices_;
    WorldSwitches switches_;
    hw::FakePrinter* printer_ = nullptr;
    hw::FakeScanner* scanner_ = nullptr;
    hw::FakeIdentityReader* reader_ = nullptr;
    hw::FakeCamera* camera_ = nullptr;
};

}  // namespace ardager
