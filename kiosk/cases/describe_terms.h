// The terms of a service in words. Pure.
#pragma once

#include "kiosk/rules/standard.h"

namespace ardager {

/// The order's own words for how far and why the term may be extended; empty when it may not.
[[nodiscard]] LocalText describe_extensions(const Standard& standard);

}  // namespace ardager
