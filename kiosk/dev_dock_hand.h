// The dev dock's hand: does in the world what the dock asks and gathers what it shows. Frame loop; the
// ministry is asked on a thread of its own, so that even a developer's kiosk never waits for the line.
#pragma once

#include "kiosk/cases/record_thread.h"
#include "kiosk/dev_world.h"
#include "sync/client/runner.h"
#include "ui/devdock/dock.h"

namespace ardager {

class DevDockHand {
public:
    /// `changed` wakes the frame loop; any thread.
    DevDockHand(DevWorld& world, sync::SyncRunner& runner, RecordThread& record,
                std::function<void()> line_changed, std::function<void()> changed);
    ~DevDockHand();
    DevDockHand(const DevDockHand&) = delete;
    DevDockHand& operator=(const DevDockHand&) = delete;

    [[nodiscard]] devdock::DockView view() const;
    void act(devdock::Act act);

private:
    void act_on_branch(devdock::Act act);
    void set_scanner_trouble();
    void hold_next();
    void hold_last_receipt();
    void ask_ministry(std::function<void()> job);
    void refresh();
    void decide(const std::vector<std::string>& from_states, const Json& decision);
    void work();

    DevWorld& world_;
    sync::SyncRunner& runner_;
    RecordThread& record_;
    std::function<void()> line_changed_;
    std::function<void()> changed_;
    bool paper_ = true;
    bool printer_jammed_ = false;
    bool scanner_jammed_ = false;
    bool scanner_there_ = true;
    bool camera_there_ = true;
    enum class Held { nothing, last_receipt, other_code };
    Held held_ = Held::nothing;
    hw::SamplePage page_ = hw::SamplePage::military_id;
    mutable std::mutex mutex_;
    std::vector<MinistryRow> ministry_;
    BoundedQueue<std::function<void()>> jobs_{16};
    std::thread thread_;
};

}  // namespace ardager
