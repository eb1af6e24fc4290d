#include "kiosk/base/ticket_number.h"

#include <array>
#include <cctype>
#include <cstdio>

namespace ardager {
namespace {

// A branch hands out some hundreds of tickets a day; more digits than this are a slip of the finger.
constexpr std::size_t kMostDigits = 5;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

TicketNumber TicketNumber::make(char letter, unsigned counter) {
    ARDAGER_CHECK(counter > 0 && kTicketLetters.find(letter) != std::string_view::npos);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%c-%03u", letter, counter);
    return {text.data()};
}

Result<TicketNumber> TicketNumber::parse(std::string_view text) {
    std::string clean;
    for (const char c : text)
        if (c != ' ' && c != '-') clean += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    unsigned counter = 0;
    bool good = clean.size() >= 2 && clean.size() <= 1 + kMostDigits &&
                kTicketLetters.find(clean[0]) != std::string_view::npos;
    for (std::size_t i = 1; good && i < clean.size(); ++i) {
        good = is_digit(clean[i]);
        counter = counter * 10 + static_cast<unsigned>(clean[i] - '0');
    }
    if (!good || counter == 0) return fail_field("ticket", "format", "a ticket's number, such as A-014");
    return make(clean[0], counter);
}

char ticket_letter_of(std::string_view device) {
    std::size_t number = 0;
    const auto first = device.find_last_not_of("0123456789");
    for (const char c : device.substr(first == std::string_view::npos ? 0 : first + 1))
        number = number * 10 + static_cast<std::size_t>(c - '0');
    return kTicketLetters[number == 0 ? 0 : (number - 1) % kTicketLetters.size()];
}

}  // namespace ardager
