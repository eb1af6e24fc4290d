// Owns the printer, the scanner and the identity reader and lets nobody wait for them. Asks go into bounded
// queues, answers come out of bounded queues, the board is a snapshot. Every call returns at once, whatever a
// device does; two threads stand behind it, so that a scanner that hangs does not keep a receipt from
// printing, and the camera has its own (hw/camera_thread.h). Calls: one thread (the frame loop's or a
// test's); cancel_scan() and board(): any thread.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "hw/camera_thread.h"
#include "hw/device_board.h"
#include "hw/identity_reader.h"
#include "hw/tuning.h"

namespace ardager::hw {

/// Any of them may be missing; the board then says `offline`.
struct DeviceSet {
    std::unique_ptr<Printer> printer;
    std::unique_ptr<Scanner> scanner;
    std::unique_ptr<IdentityReader> reader;
    std::unique_ptr<Camera> camera = nullptr;
};

struct DevicePatience {
    std::chrono::milliseconds refresh = kBoardRefresh;
    std::chrono::milliseconds scan = kScanPatience;
    std::chrono::milliseconds stop = kStopPatience;
};

/// Names one ask of print(); the printer's own job id comes later and stays inside.
struct PrintRequest {
    std::uint64_t id = 0;
    bool operator==(const PrintRequest&) const = default;
};
struct PrintResult {
    PrintRequest request;
    PrintOutcome outcome = PrintOutcome::failed;  // printed or failed, never waiting
    std::string detail;                           // on failed: for staff
};
struct ScanResult {
    Result<ScannedPage> page;
};

class DeviceThread {
public:
    /// `changed` is called from the device threads after every change of the board and every result, so
    /// that an event-driven loop wakes up; it must not destroy this object. Never called after the
    /// destructor.
    explicit DeviceThread(DeviceSet devices, std::function<void()> changed = {},
                          DevicePatience patience = {});
    /// Cancels a running scan. Gives the drivers kStopPatience to come back, then leaves them behind.
    ~DeviceThread();
    DeviceThread(const DeviceThread&) = delete;
    DeviceThread& operator=(const DeviceThread&) = delete;

    [[nodiscard]] DeviceBoard board() const;

    /// Asks for one page; the answer is in take_scan(). Errors: not_now while an earlier page is being
    /// scanned or was not taken; device when no scanner is fitted.
    [[nodiscard]] Result<void> scan();
    /// The page or the error (device; not_now when it was cancelled), once per scan(). A scanner that
    /// has not answered within the patience is cancelled and answered for: device.
    [[nodiscard]] std::optional<ScanResult> take_scan();
    void cancel_scan();

    /// Asks for paper. Errors: not_now when too many wait; device when no printer is fitted.
    /// Nothing is ever printed twice by itself: a failed job is reported and dropped.
    [[nodiscard]] Result<PrintRequest> print(Document document, unsigned copies);
    /// What became of a request; nothing while it waits (for paper, for a closed cover).
    [[nodiscard]] std::optional<PrintResult> take_print();

    /// The last card that was put in; personal data, handed out once.
    [[nodiscard]] std::optional<std::string> take_mrz();

    /// Off until somebody looks. Tells of news by `changed`, too.
    [[nodiscard]] CameraThread& camera() { return camera_; }

private:
    struct State;
    std::shared_ptr<State> state_;  // shared with the threads: a hung driver outlives this object
    CameraThread camera_;
};

}  // namespace ardager::hw
