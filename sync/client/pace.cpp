#include "sync/client/pace.h"

#include <algorithm>

namespace ardager::sync {

void Pace::went_through(Milliseconds took) {
    if (took > kSlowPiece) {
        size_ = std::max(least_, size_ / 2);
        calm_ = 0;
        return;
    }
    if (took > kFastPiece || ++calm_ < calm_wanted_) return;
    calm_ = 0;
    calm_wanted_ = std::max(kCalmAtFirst, calm_wanted_ / 2);
    size_ = std::min(most_, size_ * 2);
}

void Pace::was_cut() {
    size_ = std::max(least_, size_ / 4);
    calm_ = 0;
    calm_wanted_ = std::min(kCalmAfterCuts, calm_wanted_ * 4);
}

}  // namespace ardager::sync
