#include "ui/devdock/dock.h"

namespace ardager::devdock {
namespace {

// Wide enough for a receipt's number with its state.
constexpr float kDockWidth = 130;

void pick(bool tapped, Act act, Act& out) {
    if (tapped) out = act;
}

void draw_devices(ui::Kit& kit, const DockView& view, Act& act) {
    kit.dock_heading("Line and devices");
    pick(kit.dock_toggle("dock_line", "Line to the ministry", view.line_up), Act::toggle_line, act);
    pick(kit.dock_toggle("dock_paper", "Paper in the printer", view.paper), Act::toggle_paper, act);
    pick(kit.dock_toggle("dock_printer_jam", "Printer jammed", view.printer_jammed), Act::toggle_printer_jam,
         act);
    pick(kit.dock_toggle("dock_scanner_jam", "Scanner jammed", view.scanner_jammed), Act::toggle_scanner_jam,
         act);
    pick(kit.dock_toggle("dock_scanner", "Scanner's cable", view.scanner_there), Act::toggle_scanner, act);
    kit.dock_label("On the glass", view.page_on_glass);
    pick(kit.dock_button("dock_next_page", "Another page on the glass"), Act::next_page, act);
    pick(kit.dock_toggle("dock_camera", "Camera's cable", view.camera_there), Act::toggle_camera, act);
    kit.dock_label("Before the camera", view.before_camera);
    pick(kit.dock_button("dock_hold", "Hold something else before it"), Act::hold_next, act);
    pick(kit.dock_button("dock_card", "Present an identity card"), Act::present_card, act);
}

void draw_branch(ui::Kit& kit, const DockView& view, Act& act) {
    kit.dock_heading("Branch and record");
    pick(kit.dock_toggle("dock_shift", "A shift is open", view.shift_open), Act::toggle_shift, act);
    pick(kit.dock_toggle("dock_disk", "Disk nearly full", view.disk_low), Act::toggle_disk, act);
    pick(kit.dock_toggle("dock_record", "Record damaged", view.record_damaged), Act::toggle_record, act);
    kit.dock_label("Time", view.clock);
    pick(kit.dock_button("dock_hour", "An hour on"), Act::clock_hour, act);
    pick(kit.dock_button("dock_day", "A day on"), Act::clock_day, act);
    pick(kit.dock_button("dock_back", "A day back"), Act::clock_back, act);
}

void draw_ministry(ui::Kit& kit, const DockView& view, Act& act) {
    kit.dock_heading("Ministry");
    kit.dock_label("Waiting to be sent", view.waiting);
    if (!view.last_fault.empty()) kit.dock_label("Line says", view.last_fault);
    for (const auto& line : view.ministry) kit.dock_label("", line);
    pick(kit.dock_button("dock_register", "Register the oldest"), Act::decide_register, act);
    pick(kit.dock_button("dock_extend", "Extend it to 30 days"), Act::decide_extend, act);
    pick(kit.dock_button("dock_grant", "Grant it"), Act::decide_grant, act);
    pick(kit.dock_button("dock_refuse", "Refuse it"), Act::decide_refuse, act);
}

}  // namespace

Act draw_dock(ui::Kit& kit, const DockView& view) {
    Act act = Act::none;
    if (!kit.begin_dock("dock", "Dev dock", {.width_mm = kDockWidth})) return act;
    draw_devices(kit, view, act);
    draw_branch(kit, view, act);
    draw_ministry(kit, view, act);
    kit.end_dock();
    return act;
}

}  // namespace ardager::devdock
