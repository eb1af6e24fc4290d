// The machine-readable zone of the Kazakh identity card: ICAO 9303 part 5, TD1, three lines of 30. Pure.
// Names in it are Latin; the person confirms the Cyrillic ones. Keeps nothing.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/rules/iin.h"

namespace ardager {

struct Mrz {
    std::string document_number;  // 9 characters without filler
    Iin iin;                      // line 1, 16–27; its check digits hold
    Date birth_date;              // line 2; century from digit 7 of the IIN
    Iin::Sex sex = Iin::male;
    Date expiry;          // always 20YY
    std::string surname;  // Latin capitals, fillers as spaces
    std::string given_names;
};

/// Reads three lines parted by LF or CR LF, or 90 characters in one run; spaces and empty lines around are
/// passed over. Error: invalid_field, fields `mrz`, `mrz.line1.document_number`, `mrz.line1.iin`,
/// `mrz.line2.birth_date`, `mrz.line2.sex`, `mrz.line2.expiry`, `mrz.line2.composite`, `mrz.line3.names`, …
/// with code `format` or `check_digit`; every fault is listed.
[[nodiscard]] Result<Mrz> parse_td1(std::string_view three_lines);

}  // namespace ardager
