#include "hw/device_board.h"

namespace ardager::hw {

const char* printer_state_name(PrinterState state) {
    switch (state) {
        case PrinterState::ready:
            return "ready";
        case PrinterState::out_of_paper:
            return "out_of_paper";
        case PrinterState::cover_open:
            return "cover_open";
        case PrinterState::offline:
            return "offline";
        case PrinterState::fault:
            return "fault";
    }
    return "fault";
}

const char* scanner_state_name(ScannerState state) {
    switch (state) {
        case ScannerState::ready:
            return "ready";
        case ScannerState::no_document:
            return "no_document";
        case ScannerState::jammed:
            return "jammed";
        case ScannerState::cover_open:
            return "cover_open";
        case ScannerState::busy:
            return "busy";
        case ScannerState::offline:
            return "offline";
        case ScannerState::fault:
            return "fault";
        case ScannerState::searching:
            return "searching";
    }
    return "fault";
}

}  // namespace ardager::hw
