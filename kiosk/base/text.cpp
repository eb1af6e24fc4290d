#include "kiosk/base/text.h"

#include <cstdint>
#include <cstring>

namespace ardager {
namespace {

struct Decoded {
    char32_t character = 0;
    std::size_t size = 0;  // 0: malformed
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    std::size_t size = 0;
    char32_t value = 0;
    char32_t least = 0;
    if ((first & 0xE0) == 0xC0)
        size = 2, value = first & 0x1FU, least = 0x80;
    else if ((first & 0xF0) == 0xE0)
        size = 3, value = first & 0x0FU, least = 0x800;
    else if ((first & 0xF8) == 0xF0)
        size = 4, value = first & 0x07U, least = 0x10000;
    else
        return {};
    if (at + size > text.size()) return {};
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        value = (value << 6) | (byte(i) & 0x3FU);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, size};
}

/// How many characters at the start are ASCII, eight at a time; may stop up to seven early.
std::size_t ascii_run(std::string_view text) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & kHighBits) != 0) break;
    }
    return at;
}

/// U+0080–U+07FF, Cyrillic among them.
bool is_two_byte(std::string_view text) {
    return text.size() >= 2 && static_cast<unsigned char>(text[0]) >= 0xC2 &&
           static_cast<unsigned char>(text[0]) <= 0xDF &&
           (static_cast<unsigned char>(text[1]) & 0xC0) == 0x80;
}

bool is_bidi(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
           c == 0x061C;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        at += ascii_run(text.substr(at));
        if (at == text.size()) return true;
        if (is_two_byte(text.substr(at))) {
            at += 2;
            continue;
        }
        const auto decoded = decode(text, at);
        if (decoded.size == 0) return false;
        at += decoded.size;
    }
    return true;
}

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto decoded = decode(text, at);
    at += decoded.size == 0 ? 1 : decoded.size;
    return decoded.size == 0 ? U'\uFFFD' : decoded.character;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

std::optional<std::string> unsafe_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        if (c == 0) return "nul";
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return "control";
        if (is_bidi(c)) return "bidi";
    }
    return std::nullopt;
}

std::string tidy_spaces(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

}  // namespace ardager
