#include "hw/printer_place.h"

#include <algorithm>
#include <string_view>

namespace ardager::hw {
namespace {

// Of IPP's printer-name (RFC 8011, 5.4.4).
constexpr std::size_t kLongestQueueName = 127;
constexpr std::size_t kLongestPort = 5;

}  // namespace

bool is_queue_name(const std::string& name) {
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != 0x7f &&
               std::string("/\\?#'\"").find(c) == std::string::npos;
    });
    return plain && !name.empty() && name.size() <= kLongestQueueName;
}

bool is_local_server(const std::string& server) {
    if (server.empty() || server.front() == '/') return true;
    constexpr std::string_view kHere = "localhost";
    if (!server.starts_with(kHere)) return false;
    const auto rest = server.substr(kHere.size());
    if (rest.empty()) return true;
    return rest.size() > 1 && rest.size() <= kLongestPort + 1 && rest.front() == ':' &&
           std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace ardager::hw
