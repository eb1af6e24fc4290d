// Well-formed pictures of any size for worlds and benchmarks: what a scan weighs without what a scan costs to
// make.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"

namespace ardager::bench {

/// A 1 × 1 PNG whose private chunk holds `filler_bytes` of randomness (PNG specification, section 5).
[[nodiscard]] Bytes make_png(Random& random, std::uint64_t filler_bytes);

}  // namespace ardager::bench
