// The log: one line per event on standard error, `time level area message`. Never personal data: messages
// are built from codes, numbers, sequence numbers and ids only.
#pragma once

#include <string_view>

namespace ardager {

enum class LogLevel { debug, info, warning, error };

/// Any thread. The time is the machine's, for support staff; nothing reads it back.
void log(LogLevel level, std::string_view area, std::string_view message);
/// Lines below the level are dropped. Default: info.
void set_log_level(LogLevel level);

}  // namespace ardager
