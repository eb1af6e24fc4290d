// What a program and all that it started cost, as the kernel counts it (/proc). No state.
#pragma once

#include <sys/types.h>

#include <vector>

namespace ardager::bench {

/// The process and its descendants.
[[nodiscard]] std::vector<pid_t> family_of(pid_t process);
/// Seconds on a processor so far, of all threads (schedstat).
[[nodiscard]] double processor_seconds(const std::vector<pid_t>& processes);
/// Memory of their own and their share of what is shared, MB.
[[nodiscard]] double proportional_memory_mb(const std::vector<pid_t>& processes);

}  // namespace ardager::bench
