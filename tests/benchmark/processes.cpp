#include "tests/benchmark/processes.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace ardager::bench {
namespace {

const std::filesystem::path kProc = "/proc";

/// 0 when it has ended meanwhile. The name in parentheses may hold spaces.
pid_t parent_of(const std::filesystem::path& process) {
    std::ifstream file(process / "stat");
    std::string text;
    std::getline(file, text);
    const auto end = text.rfind(')');
    if (end == std::string::npos || end + 4 >= text.size()) return 0;
    return static_cast<pid_t>(std::stol(text.substr(end + 4)));
}

}  // namespace

std::vector<pid_t> family_of(pid_t process) {
    std::multimap<pid_t, pid_t> children;
    for (const auto& entry : std::filesystem::directory_iterator(kProc)) {
        const auto name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") == std::string::npos)
            children.emplace(parent_of(entry.path()), static_cast<pid_t>(std::stol(name)));
    }
    std::vector<pid_t> family{process};
    for (std::size_t i = 0; i < family.size(); ++i) {
        const auto [first, last] = children.equal_range(family[i]);
        for (auto child = first; child != last; ++child) family.push_back(child->second);
    }
    return family;
}

double processor_seconds(const std::vector<pid_t>& processes) {
    double total = 0;
    for (const pid_t process : processes) {
        std::error_code ended;
        for (const auto& thread :
             std::filesystem::directory_iterator(kProc / std::to_string(process) / "task", ended)) {
            std::ifstream file(thread.path() / "schedstat");
            double nanoseconds = 0;
            file >> nanoseconds;
            total += nanoseconds / 1e9;
        }
    }
    return total;
}

double proportional_memory_mb(const std::vector<pid_t>& processes) {
    double kilobytes = 0;
    for (const pid_t process : processes) {
        std::ifstream file(kProc / std::to_string(process) / "smaps_rollup");
        std::string word;
        for (double number = 0; file >> word;)
            if (word == "Pss:" && file >> number) kilobytes += number;
    }
    return kilobytes / 1000;
}

}  // namespace ardager::bench
