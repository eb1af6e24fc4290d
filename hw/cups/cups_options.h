// Which queue prints, where its CUPS listens, and how long anything may take. Plain values.
#pragma once

#include <chrono>
#include <string>

#include "hw/tuning.h"

namespace ardager::hw {

struct CupsOptions {
    std::string queue;  // as `lpstat -e` names it
    /// A socket's path or `localhost:port`; empty: Debian's socket. CUPS runs on this machine: what is
    /// printed is personal and must not cross a network to it.
    std::string server;
};

struct CupsPatience {
    std::chrono::milliseconds answer = kCupsAnswer;
    std::chrono::milliseconds document = kCupsDocument;
    std::chrono::milliseconds fresh = kPrinterFresh;
    std::chrono::milliseconds watch = kPrinterWatch;
    std::chrono::milliseconds itself = kPrinterItself;
    std::chrono::milliseconds connecting = kPrinterConnecting;
    std::chrono::milliseconds stalled = kPrinterStalled;
};

}  // namespace ardager::hw
