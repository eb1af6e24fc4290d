// A folder on the disk of the build, gone when the benchmark ends; and programs that it starts.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace ardager::bench {

class Scratch {
public:
    /// Beside the folder of this program, so that files lie on the disk that is built on, or in `wanted`.
    explicit Scratch(const std::filesystem::path& wanted);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// A folder of that name that is empty now.
    [[nodiscard]] std::filesystem::path fresh(const std::string& name) const;
    /// True when the "disk" is memory: figures about flushing mean nothing there.
    [[nodiscard]] bool in_memory() const;

private:
    std::filesystem::path path_;
};

[[nodiscard]] std::filesystem::path own_folder();

/// A started program, ended by its id when it goes out of scope.
class Child {
public:
    explicit Child(const std::vector<std::string>& words);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    [[nodiscard]] pid_t id() const { return id_; }
    /// What it wrote until it closed its standard output.
    [[nodiscard]] std::string output();
    /// Waits for its end; the exit code, or 128 + signal.
    int wait();

private:
    pid_t id_ = -1;
    int output_ = -1;
};

/// Waits for nothing but the time.
void let_pass(int milliseconds);

}  // namespace ardager::bench
