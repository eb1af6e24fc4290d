// The order in which places are listed: by the alphabet, Kazakh and Russian letters together, whatever the
// codes are. Pure; any thread.
#pragma once

#include <string_view>

namespace ardager::citizen {

/// True when a place of the first name stands before one of the other. `г. Актау` counts as `Актау`: people
/// look for the name, not for what it is.
[[nodiscard]] bool stands_before(std::string_view name, std::string_view other);

}  // namespace ardager::citizen
