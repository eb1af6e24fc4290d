// The dev dock: a drawer for developers that cuts the line, empties the printer, jams the scanner, moves the
// clock and decides as the ministry. Draws from a view, answers with one intent; carries nothing out. Never
// in a branch's build of the screen: the composition root shows it only in development mode. In English,
// since only developers see it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/kit/kit.h"

namespace ardager::devdock {

enum class Act {
    none,
    toggle_line,
    toggle_paper,
    toggle_printer_jam,
    toggle_scanner_jam,
    next_page,  // another sample page on the glass
    present_card,
    hold_next,       // something else before the camera
    toggle_camera,   // its cable
    clock_hour,      // an hour on
    clock_day,       // a day on
    clock_back,      // a day back: before the last entry the date is wrong
    toggle_scanner,  // its cable
    toggle_disk,
    toggle_record,
    toggle_shift,
    decide_register,  // the oldest application that allows it
    decide_extend,
    decide_grant,
    decide_refuse
};

struct DockView {
    bool line_up = true;
    bool paper = true;
    bool printer_jammed = false;
    bool scanner_jammed = false;
    bool scanner_there = true;
    bool camera_there = true;
    bool disk_low = false;
    bool record_damaged = false;
    bool shift_open = true;
    std::string page_on_glass;
    std::string before_camera;
    std::string clock;    // local, as the kiosk believes
    std::string waiting;  // entries that wait to be sent
    std::string last_fault;
    std::vector<std::string> ministry;  // `KRG03-…  granted`, newest last
};

/// After end_page(). Act::none when nothing was tapped or the dock is closed.
[[nodiscard]] Act draw_dock(ui::Kit& kit, const DockView& view);

}  // namespace ardager::devdock
