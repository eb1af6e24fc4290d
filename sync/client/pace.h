// How much to send at once: grows while the line is calm and fast, shrinks when it is cut or slow. Pure.
#pragma once

#include "sync/client/tuning.h"

namespace ardager::sync {

class Pace {
public:
    Pace(std::size_t first, std::size_t least, std::size_t most) : size_(first), least_(least), most_(most) {}
    [[nodiscard]] std::size_t size() const { return size_; }
    /// One piece went through in this time.
    void went_through(Milliseconds took);
    /// The line was cut or timed out under a piece.
    void was_cut();

private:
    std::size_t size_;
    std::size_t least_;
    std::size_t most_;
    unsigned calm_ = 0;  // pieces in a row that went well
    unsigned calm_wanted_ = kCalmAtFirst;
};

}  // namespace ardager::sync
