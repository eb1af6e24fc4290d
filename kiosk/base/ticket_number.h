// The number on a queue ticket: a letter for the device and a count of the day, short enough to be read from
// afar and heard once. A pure value; any thread.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace ardager {

/// Letters that no digit looks like (no D, G, I, L, O, Q, S, Z), alike in Latin and easy to tell by ear.
inline constexpr std::string_view kTicketLetters = "ABCEFHKMNPRTUVXY";

/// `A-014`. Starts again each local day, so only day and number together name one ticket of a device.
struct TicketNumber {
    std::string text;
    auto operator<=>(const TicketNumber&) const = default;  // NOLINT(modernize-use-nullptr), see digest.h
    /// Shape: a letter of kTicketLetters; counter from 1 (above 999 it prints with more digits).
    [[nodiscard]] static TicketNumber make(char letter, unsigned counter);
    /// Lower case, spaces, a missing hyphen and missing zeros are accepted. Error: invalid_field `ticket`.
    [[nodiscard]] static Result<TicketNumber> parse(std::string_view text);
};

/// The letter of a device code by the number at its end: K1 is A, K2 is B …; without a number A.
[[nodiscard]] char ticket_letter_of(std::string_view device);

}  // namespace ardager
