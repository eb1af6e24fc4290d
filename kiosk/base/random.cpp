#include "kiosk/base/random.h"

#include <openssl/rand.h>

#include <cstring>

#include "kiosk/base/result.h"

namespace ardager {

std::uint64_t Random::next_u64() {
    std::array<std::uint8_t, 8> raw{};
    fill(raw);
    std::uint64_t value = 0;
    std::memcpy(&value, raw.data(), raw.size());
    return value;
}

std::uint64_t Random::below(std::uint64_t below) {
    ARDAGER_CHECK(below > 0);
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % below;
    std::uint64_t value = next_u64();
    while (value >= limit) value = next_u64();
    return value % below;
}

void SystemRandom::fill(std::span<std::uint8_t> out) {
    ARDAGER_CHECK(RAND_bytes(out.data(), static_cast<int>(out.size())) == 1);
}

void SeededRandom::fill(std::span<std::uint8_t> out) {
    for (std::size_t i = 0; i < out.size(); i += 8) {
        const std::uint64_t word = engine_();
        std::memcpy(out.data() + i, &word, std::min<std::size_t>(8, out.size() - i));
    }
}

}  // namespace ardager
