// Everything of the person in a session that must not be heard by others, as it is typed and as it is shown.
// Pure.
#pragma once

#include "ui/citizen/flow.h"

namespace ardager::citizen {

/// Numbers, names, dates and addresses; none of them empty. A place that everybody can choose is not among
/// them.
[[nodiscard]] std::vector<std::string> own_words(const CitizenState& state);

}  // namespace ardager::citizen
