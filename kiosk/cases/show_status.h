// What a citizen or an employee may know of a number without giving a name: state, due date, decisions. With
// the last four digits of the IIN also whose it is and what was handed in.
#pragma once

#include <map>

#include "kiosk/cases/office.h"

namespace ardager {

struct DecisionFacts {
    NoticeRow notice;
    std::optional<unsigned> extended_days;
    std::optional<Date> due;
};

struct StatusFacts {
    ApplicationRow row;
    LocalText service;
    std::vector<DecisionFacts> decisions;  // oldest first
    bool at_the_ministry = false;          // acknowledged, signed
};

/// Holds no personal data. Errors: not_found, record_damaged.
[[nodiscard]] Result<StatusFacts> show_status(Office& office, const ReceiptNumber& number);

/// Personal data in clear: drawn and dropped.
struct PersonalStatus {
    std::string applicant;             // initials and surname: `С. Т. Ардагеров`
    std::vector<LocalText> documents;  // accepted ones by name; none on a refusal
    LocalText pickup;                  // where the result is handed over; empty on a refusal
};

/// The personal part of a number, for whoever knows the last four digits of the applicant's IIN. They are
/// compared in constant time. Who calls counts the wrong ones: see IdentityTries.
/// Errors: invalid_field (`last_four` / `format`: not four digits), not_allowed (another person's: nothing is
/// said of which digit), not_found, record_damaged.
[[nodiscard]] Result<PersonalStatus> reveal_status(Office& office, const ReceiptNumber& number,
                                                   std::string_view last_four);

/// Wrong digits in one session, for each number. Ten thousand guesses would open any; three open none.
/// Pure; lives as long as the session and is forgotten with it.
class IdentityTries {
public:
    [[nodiscard]] bool may_try(const ReceiptNumber& number) const { return left(number) > 0; }
    [[nodiscard]] unsigned left(const ReceiptNumber& number) const;
    void count_wrong(const ReceiptNumber& number) { ++wrong_[number]; }

private:
    std::map<ReceiptNumber, unsigned> wrong_;
};

}  // namespace ardager
