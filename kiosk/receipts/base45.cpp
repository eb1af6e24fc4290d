#include "kiosk/receipts/base45.h"

#include <array>

namespace ardager::receipts {
namespace {

// RFC 9285 §4, table 1.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned kBase = 45;

int value_of(char character) {
    const auto at = kAlphabet.find(character);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string to_base45(ByteView bytes) {
    std::string out;
    out.reserve((bytes.size() + 1) / 2 * 3);
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const bool pair = at + 1 < bytes.size();
        unsigned rest = pair ? bytes[at] * 256u + bytes[at + 1] : bytes[at];
        for (int count = pair ? 3 : 2; count > 0; --count) {
            out.push_back(kAlphabet[rest % kBase]);
            rest /= kBase;
        }
    }
    return out;
}

Result<Bytes> from_base45(std::string_view text) {
    if (text.size() % 3 == 1)
        return fail(Code::invalid_input, "base45: one character is left over at the end");
    Bytes out;
    out.reserve(text.size() / 3 * 2 + 1);
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const std::size_t size = std::min<std::size_t>(3, text.size() - at);
        unsigned sum = 0;
        unsigned weight = 1;
        for (std::size_t i = 0; i < size; ++i, weight *= kBase) {
            const int value = value_of(text[at + i]);
            if (value < 0)
                return fail(Code::invalid_input,
                            "base45: character " + std::to_string(at + i + 1) + " is outside the alphabet");
            sum += static_cast<unsigned>(value) * weight;
        }
        if (sum > (size == 3 ? 0xFFFFu : 0xFFu))
            return fail(Code::invalid_input,
                        "base45: the group at character " + std::to_string(at + 1) + " is above its range");
        if (size == 3) out.push_back(static_cast<std::uint8_t>(sum >> 8));
        out.push_back(static_cast<std::uint8_t>(sum & 0xFF));
    }
    return out;
}

}  // namespace ardager::receipts
