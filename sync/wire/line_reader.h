// Reads one line of the entries format, character by character, and nothing else: no other order of keys, no
// white space, no second spelling of a string. Works on bytes that a stranger sent; never reads past their
// end.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/base/digest.h"

namespace ardager::wire {

/// Each call takes its piece and says whether it was there; after false the place is where reading stopped.
class LineReader {
public:
    explicit LineReader(std::string_view line)
        : at_(line.data()), begin_(line.data()), end_(at_ + line.size()) {}

    [[nodiscard]] bool literal(std::string_view text);
    /// Decimal without sign, leading zeros or exponent; at most 2^63-1, which SQLite can hold.
    [[nodiscard]] bool whole(std::uint64_t& out);
    [[nodiscard]] bool signed_whole(std::int64_t& out);
    /// A string in quotes. Escapes: exactly those that encode_entries writes.
    [[nodiscard]] bool text(std::string& out);
    /// 64 lower-case hex digits in quotes.
    [[nodiscard]] bool digest(Digest& out);
    [[nodiscard]] bool at_end() const { return at_ == end_; }
    /// Bytes read so far, for the error's place.
    [[nodiscard]] std::size_t place() const { return static_cast<std::size_t>(at_ - begin_); }

private:
    [[nodiscard]] bool escape(std::string& out);
    template <class Number>
    [[nodiscard]] bool number(Number& out, const char* digits);
    const char* at_;
    const char* begin_;
    const char* end_;
};

/// Appends the text in quotes, escaped the one way that LineReader accepts.
void put_text(std::string& out, std::string_view text);

}  // namespace ardager::wire
