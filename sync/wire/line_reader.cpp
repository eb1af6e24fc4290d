#include "sync/wire/line_reader.h"

#include <array>

#include "kiosk/base/text.h"

namespace ardager::wire {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

constexpr std::array<std::int8_t, 256> make_hex_values() {
    std::array<std::int8_t, 256> values{};
    for (auto& value : values) value = -1;
    for (int i = 0; i < 16; ++i)
        values[static_cast<unsigned char>(kHexDigits[i])] = static_cast<std::int8_t>(i);
    return values;
}
constexpr auto kHexValues = make_hex_values();

constexpr bool is_special(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

constexpr std::array<bool, 256> make_specials() {
    std::array<bool, 256> specials{};
    for (unsigned i = 0; i < 256; ++i) specials[i] = is_special(static_cast<char>(i));
    return specials;
}
constexpr auto kSpecials = make_specials();

/// The letter of a two-character escape, or zero.
constexpr char short_escape(char c) {
    switch (c) {
        case '"':
            return '"';
        case '\\':
            return '\\';
        case '\n':
            return 'n';
        case '\r':
            return 'r';
        case '\t':
            return 't';
        default:
            return '\0';
    }
}

int hex_value(char c) {
    return kHexValues[static_cast<unsigned char>(c)];
}

}  // namespace

bool LineReader::literal(std::string_view text) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(text)) return false;
    at_ += text.size();
    return true;
}

template <class Number>
bool LineReader::number(Number& out, const char* digits) {
    if (digits + 1 < end_ && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9') return false;
    const auto [next, error] = std::from_chars(at_, end_, out);
    if (error != std::errc()) return false;
    at_ = next;
    return true;
}

bool LineReader::whole(std::uint64_t& out) {
    return number(out, at_) && out <= INT64_MAX;
}

bool LineReader::signed_whole(std::int64_t& out) {
    const bool negative = at_ != end_ && *at_ == '-';
    return number(out, negative ? at_ + 1 : at_) && !(negative && out == 0);
}

bool LineReader::escape(std::string& out) {
    if (at_ == end_) return false;
    const char letter = *at_++;
    switch (letter) {
        case '"':
            out += '"';
            return true;
        case '\\':
            out += '\\';
            return true;
        case 'n':
            out += '\n';
            return true;
        case 'r':
            out += '\r';
            return true;
        case 't':
            out += '\t';
            return true;
        case 'u':
            break;
        default:
            return false;
    }
    if (end_ - at_ < 4 || at_[0] != '0' || at_[1] != '0') return false;
    const int high = hex_value(at_[2]);
    const int low = hex_value(at_[3]);
    const char value = static_cast<char>(high * 16 + low);
    // A second spelling of the same text would give one entry two encodings.
    if (high < 0 || low < 0 || high > 1 || short_escape(value) != '\0') return false;
    out += value;
    at_ += 4;
    return true;
}

bool LineReader::text(std::string& out) {
    if (!literal("\"")) return false;
    out.clear();
    unsigned char seen = 0;
    for (;;) {
        const char* run = at_;
        while (at_ != end_ && !kSpecials[static_cast<unsigned char>(*at_)])
            seen |= static_cast<unsigned char>(*at_++);
        out.append(run, at_);
        if (at_ == end_) return false;
        const char c = *at_++;
        if (c == '"') return seen < 0x80 || is_utf8(out);
        if (c != '\\' || !escape(out)) return false;
    }
}

bool LineReader::digest(Digest& out) {
    if (end_ - at_ < 66 || at_[0] != '"' || at_[65] != '"') return false;
    for (std::size_t i = 0; i < 32; ++i) {
        const int high = hex_value(at_[1 + 2 * i]);
        const int low = hex_value(at_[2 + 2 * i]);
        if (high < 0 || low < 0) return false;
        out.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    at_ += 66;
    return true;
}

void put_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char *at = text.data(), *const end = at + text.size(); at != end;) {
        const char* run = at;
        while (at != end && !kSpecials[static_cast<unsigned char>(*at)]) ++at;
        out.append(run, at);
        if (at == end) break;
        const char c = *at++;
        const char letter = short_escape(c);
        out += '\\';
        if (letter != '\0') {
            out += letter;
        } else {
            out += "u00";
            out += kHexDigits[static_cast<unsigned char>(c) >> 4];
            out += kHexDigits[static_cast<unsigned char>(c) & 15U];
        }
    }
    out += '"';
}

}  // namespace ardager::wire
