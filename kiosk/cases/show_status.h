// What a citizen or an employee may know of a number without giving a name: state, due date, decisions.
#pragma once

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

}  // namespace ardager
