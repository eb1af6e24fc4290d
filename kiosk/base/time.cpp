#include "kiosk/base/time.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace ardager {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

/// Exactly `size` digits at the front; removes them.
std::optional<int> take_digits(std::string_view& text, std::size_t size) {
    if (text.size() < size) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(size);
    return value;
}

bool take_char(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_date(std::string_view& text) {
    const auto year = take_digits(text, 4);
    if (!year || !take_char(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take_char(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day) return std::nullopt;
    const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<Milliseconds> take_time(std::string_view& text) {
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 23 || !take_char(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    Milliseconds time = hours(*hour) + minutes(*minute);
    if (take_char(text, ':')) {
        const auto second = take_digits(text, 2);
        if (!second || *second > 59) return std::nullopt;
        time += seconds(*second);
        if (take_char(text, '.')) {
            int scale = 100;
            if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
            while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
                time += Milliseconds((text[0] - '0') * scale);
                scale /= 10;
                text.remove_prefix(1);
            }
        }
    }
    return time;
}

std::optional<Milliseconds> take_zone(std::string_view& text) {
    if (text.empty()) return kKazakhstanOffset;
    if (take_char(text, 'Z')) return Milliseconds(0);
    const bool minus = text.starts_with('-');
    if (!minus && !text.starts_with('+')) return std::nullopt;
    text.remove_prefix(1);
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 14 || !take_char(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    const Milliseconds offset = hours(*hour) + minutes(*minute);
    return minus ? -offset : offset;
}

template <class... Args>
std::string print(const char* format, Args... args) {
    std::array<char, 64> buffer{};
    const int size = std::snprintf(buffer.data(), buffer.size(), format, args...);
    return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace

LocalTime local_time(Instant instant) {
    const auto local = instant + kKazakhstanOffset;
    const auto day = floor<days>(local);
    return {Date(day), local - day};
}

Instant from_local(Date date, Milliseconds since_midnight) {
    return Instant(sys_days(date)) + since_midnight - kKazakhstanOffset;
}

std::string iso_date(Date date) {
    return print("%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                 static_cast<unsigned>(date.day()));
}

std::string paper_date(Date date) {
    return print("%02u.%02u.%04d", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                 static_cast<int>(date.year()));
}

std::string iso_instant(Instant instant) {
    const auto day = floor<days>(instant);
    const auto ms = static_cast<int>((instant - day).count());
    return iso_date(Date(day)) +
           print("T%02d:%02d:%02d.%03dZ", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
}

std::string paper_time(Instant instant) {
    const auto local = local_time(instant);
    return print("%02d:%02d", local.hour(), local.minute());
}

Result<Date> parse_date(std::string_view text) {
    const auto date = take_date(text);
    if (!date || !text.empty())
        return fail(Code::invalid_input, "a date is YYYY-MM-DD and exists in the calendar");
    return *date;
}

Result<Instant> parse_instant(std::string_view text) {
    const auto bad = [] {
        return fail(Code::invalid_input, "a time is YYYY-MM-DDTHH:MM[:SS[.mmm]][Z or +HH:MM]");
    };
    const auto date = take_date(text);
    if (!date || (!take_char(text, 'T') && !take_char(text, ' '))) return bad();
    const auto time = take_time(text);
    if (!time) return bad();
    const auto zone = take_zone(text);
    if (!zone || !text.empty()) return bad();
    return Instant(sys_days(*date)) + *time - *zone;
}

}  // namespace ardager
