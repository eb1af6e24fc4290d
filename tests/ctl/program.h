// Starts a program as a child process and watches it: no shell, no waiting without an end.
// Owned by one test; a child that is still there when its Program goes is killed.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/json.h"

namespace ardager::ctl_test {

struct Outcome {
    int exit = -1;  // 128 + the signal when it was killed
    std::string out;
    std::string err;
    /// What the program printed as its one line of JSON; null when it did not.
    [[nodiscard]] Json json() const;
};

class Program {
public:
    explicit Program(const std::vector<std::string>& words);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void signal(int number) const;
    /// True when it ended within the time; a wait for the end itself, not a pause.
    [[nodiscard]] bool ended_within(std::chrono::milliseconds time) const;
    /// The first line of its output, read until it is there or the output ends.
    [[nodiscard]] std::string first_line();
    /// Reads all output to its end and takes the exit code. A child that hangs is killed after a minute.
    [[nodiscard]] Outcome wait();

private:
    /// Takes in what is there; false when both outputs have ended or nothing came in time.
    bool read_more(int limit_ms);
    pid_t pid_ = -1;
    int watch_ = -1;  // pidfd
    int out_ = -1;
    int err_ = -1;
    Outcome outcome_;
};

/// Runs it to its end.
[[nodiscard]] Outcome run(const std::vector<std::string>& words);

}  // namespace ardager::ctl_test
