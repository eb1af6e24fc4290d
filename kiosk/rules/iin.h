// The individual identification number (ЖСН/ИИН): `YYMMDD C NNNN K`, 12 digits. Pure; any thread.
// Says whether a number can have been issued, never whose it is. Source: DOMAIN, "IIN".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/time.h"

namespace ardager {

struct Iin {
    enum Sex { male, female };
    std::string text;  // 12 digits, no spaces
    Date birth_date;   // century from digit 7, never from a sliding window
    Sex sex = male;
    bool operator==(const Iin&) const = default;
};

struct IinCheck {
    bool valid = false;
    /// Empty when valid; else the first of: length, not_digits, century, date, check_digit, never_issued.
    std::string reason;
    std::optional<Iin> iin;  // only when valid
};

/// Spaces at the ends and between groups are passed over. The 11th digit is almost unprotected (its weight is
/// 0 mod 11 in the first pass), so a valid number that was typed is still read back: see group_iin().
[[nodiscard]] IinCheck check_iin(std::string_view text);

/// A sentence in English for a reason of IinCheck, without the number itself.
[[nodiscard]] std::string iin_reason_message(std::string_view reason);

/// `250509300018` → `250509 300 018`, for reading back. Another length is returned unchanged.
[[nodiscard]] std::string group_iin(std::string_view text);

/// Codes `birth_date` and `sex` where the number disagrees with its holder. Such a number can be genuine
/// (the tie was removed in 2013): a warning for the reader, never a refusal.
[[nodiscard]] std::vector<std::string> iin_warnings(const Iin& iin, Date stated_birth,
                                                    std::optional<Iin::Sex> stated_sex = std::nullopt);

}  // namespace ardager
