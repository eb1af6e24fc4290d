#include "tests/bench/counter_hand.h"

#include "kiosk/cases/issue_ticket.h"
#include "kiosk/cases/move_ticket.h"
#include "kiosk/cases/request_visit.h"

namespace ardager::bench {

Result<void> CounterHand::acts(Office& office, Random& random) {
    switch (random.below(4)) {
        case 0:
        case 1:
            return takes_ticket(office);
        case 2:
            return calls_and_serves(office);
        default:
            return asks_for_visit(office);
    }
}

Result<void> CounterHand::takes_ticket(Office& office) {
    const auto ticket = TRY(issue_ticket(office, {}));
    if (!tickets_.emplace(iso_date(ticket.day), ticket.number.text).second)
        faults_.push_back("ticket " + ticket.number.text + " was given twice");
    return {};
}

/// A step that failed leaves its person at the window; the next one finishes there.
Result<void> CounterHand::calls_and_serves(Office& office) {
    const auto queue = TRY(queue_now(office.journal().reader().database(), office.clock.today()));
    if (queue.at_windows.empty() && queue.waiting.empty()) return {};
    auto ticket = queue.at_windows.empty() ? TRY(call_next(office, "1")) : queue.at_windows.front();
    if (ticket.state == TicketState::called) ticket = TRY(start_service(office, ticket.number));
    ticket = TRY(end_service(office, ticket.number));
    served_.insert(ticket.number.text);
    return {};
}

Result<void> CounterHand::asks_for_visit(Office& office) {
    VisitDraft draft;
    draft.person = {"Ардагеров", "Сынақ", "Тестұлы", "250509300018"};
    draft.phone = "+77010000000";
    draft.kato = "351010000";
    draft.address = "Ержанов к-сі, 12";
    draft.reason = "bedridden";
    draft.consent = true;
    visits_.push_back(TRY(request_visit(office, draft)).number);
    return {};
}

void CounterHand::check(Office& office, std::vector<std::string>& broken) const {
    broken.insert(broken.end(), faults_.begin(), faults_.end());
    auto& database = office.journal().reader().database();
    for (const auto& [day, number] : tickets_) {
        const auto ticket = find_ticket(database, parse_date(day).value(), {number});
        if (!ticket)
            broken.push_back("ticket " + number + " is lost");
        else if (served_.contains(number) && ticket->state != TicketState::served)
            broken.push_back("ticket " + number + " was served and is " + ticket_state_name(ticket->state));
    }
    for (const auto& number : visits_)
        if (!find_visit(database, number)) broken.push_back("the visit " + number.text + " is lost");
}

}  // namespace ardager::bench
