// Limits of the views, each with its reason.
#pragma once

#include <cstddef>

namespace ardager {

// An estimate follows the last hour or so of work, not a slow morning.
inline constexpr std::size_t kEstimateTickets = 10;
// One short question, or one long conversation, says nothing of the next person.
inline constexpr std::size_t kLeastEstimateTickets = 3;

}  // namespace ardager
