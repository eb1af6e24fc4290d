// The randomness seam. SystemRandom is the kernel's generator; SeededRandom makes a test or a simulated
// world replayable and must never reach production keys.
#pragma once

#include <cstdint>
#include <random>
#include <span>

namespace ardager {

class Random {
public:
    virtual ~Random() = default;
    /// Fills the whole span; a machine without randomness is a broken invariant.
    virtual void fill(std::span<std::uint8_t> out) = 0;
    [[nodiscard]] std::uint64_t next_u64();
    /// Uniform in [0, below); below > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t below);
};

class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    std::mt19937_64 engine_;
};

}  // namespace ardager
