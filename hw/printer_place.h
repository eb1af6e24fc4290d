// How the configuration names a printer: a queue, and the CUPS that has it. Pure; any thread.
#pragma once

#include <string>

namespace ardager::hw {

/// As CUPS allows it: no space, no control character, none of / \ ? # ' ", at most 127 bytes.
[[nodiscard]] bool is_queue_name(const std::string& name);
/// Empty (Debian's socket), a socket's absolute path, or localhost with or without a port: what is printed is
/// personal and crosses no network to CUPS.
[[nodiscard]] bool is_local_server(const std::string& server);

}  // namespace ardager::hw
