// What the words after `ardager-gateway` mean, and the commands that need no server. One thread.
#pragma once

#include <map>
#include <ostream>
#include <span>
#include <string>

#include "kiosk/base/result.h"

namespace ardager::gateway {

/// Words in order (`device add`) and options (`--data DIR`).
struct CommandLine {
    std::vector<std::string> words;
    std::map<std::string, std::string> options;  // without the dashes
    /// Error: invalid_input, naming the option.
    [[nodiscard]] Result<std::string> need(const std::string& option) const;
    [[nodiscard]] std::string get(const std::string& option, const std::string& otherwise) const;
};

/// Error: invalid_input on an unknown option, one without a value, or one that stands twice.
[[nodiscard]] Result<CommandLine> read_command_line(std::span<const char* const> arguments);

/// `device add|revoke|list|unfence`, `officer add|revoke|list`, `restored`, `--help`, `--version`. Writes
/// what it did to `out`.
[[nodiscard]] Result<void> run_command(const CommandLine& line, std::ostream& out);

/// For the program's exit: 2 bad usage or input, 4 not now, 5 the record is damaged, 1 anything else.
[[nodiscard]] int exit_code(const Error& error);

[[nodiscard]] const char* usage();

}  // namespace ardager::gateway
