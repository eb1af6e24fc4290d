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

/// A queue's name as CUPS allows it: no space, no control character, none of / \ ? # ' ", at most 127 bytes.
[[nodiscard]] bool is_queue_name(const std::string& name);
/// Empty, an absolute path, or localhost with or without a port.
[[nodiscard]] bool is_local_server(const std::string& server);

}  // namespace ardager::hw
