#include "kiosk/base/log.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <string>

namespace ardager {
namespace {
std::atomic<LogLevel> least_level{LogLevel::info};
std::mutex line_mutex;
constexpr std::array<const char*, 4> kNames{"debug", "info", "warning", "error"};
}  // namespace

void set_log_level(LogLevel level) {
    least_level = level;
}

void log(LogLevel level, std::string_view area, std::string_view message) {
    if (level < least_level.load()) return;
    std::array<char, 32> stamp{};
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::strftime(stamp.data(), stamp.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    const std::lock_guard lock(line_mutex);
    std::fprintf(stderr, "%s %s %.*s %.*s\n", stamp.data(), kNames[static_cast<std::size_t>(level)],
                 static_cast<int>(area.size()), area.data(), static_cast<int>(message.size()),
                 message.data());
}

}  // namespace ardager
