// A program that a test started and that ends with it, at the latest by force.
#pragma once

#include <sys/types.h>

#include <string>
#include <utility>
#include <vector>

namespace ardager::hw {

class Process {
public:
    Process() = default;
    /// Ends with this thread, whatever ends it. `environment` stands in front of ours: `NAME=value`.
    explicit Process(const std::vector<std::string>& command, const std::string& environment = {});
    ~Process();
    Process(Process&& other) noexcept
        : id_(std::exchange(other.id_, -1)), output_(std::exchange(other.output_, -1)) {}
    Process& operator=(Process&& other) noexcept;

    /// Reads its output until a line is there, or it has ended.
    void wait_for_a_line() const;
    void signal(int number) const;
    /// Asks it to end and waits until it has.
    void end(int number);

private:
    pid_t id_ = -1;
    int output_ = -1;
};

}  // namespace ardager::hw
