// What people do at the counter of a simulated branch: take tickets, are called and served, ask for a home
// visit. Remembers what they were told, so that a world can ask whether it is still true.
#pragma once

#include <set>

#include "kiosk/cases/office.h"

namespace ardager::bench {

class CounterHand {
public:
    /// One random act. Error: what the case said; nothing was promised then.
    Result<void> acts(Office& office, Random& random);
    /// Every ticket and visit that somebody was told of and that the record does not know, in words.
    void check(Office& office, std::vector<std::string>& broken) const;
    [[nodiscard]] std::size_t promises() const { return tickets_.size() + visits_.size(); }

private:
    Result<void> takes_ticket(Office& office);
    Result<void> calls_and_serves(Office& office);
    Result<void> asks_for_visit(Office& office);
    std::set<std::pair<std::string, std::string>> tickets_;  // day and number
    std::set<std::string> served_;                           // of the last day
    std::vector<ReceiptNumber> visits_;
    std::vector<std::string> faults_;
};

}  // namespace ardager::bench
