// Taking a ticket for the queue: one question, one ticket, one slip that may be printed once more.
#include "ui/citizen/flow.h"

namespace ardager::citizen {

void CitizenFlow::take_ticket(const std::string& purpose) {
    // Whether the last one was kept is not known: another would be a second place in the queue.
    if (state_.needs_staff || !allows(Deed::ticket)) return;
    effects_.push_back(TakeTicket{purpose, state_.answers.language});
    go(Page::ticket_taking);
}

void CitizenFlow::on(const TicketTaken& taken) {
    if (state_.page != Page::ticket_taking) return;
    Outcome outcome{taken.number, std::nullopt, PrintState::waiting};
    outcome.people_before = taken.people_before;
    outcome.minutes = taken.minutes;
    finish_with(Page::ticket, std::move(outcome));
    effects_.push_back(PrintSlip{});
}

void CitizenFlow::print_slip_again() {
    if (state_.outcome.print == PrintState::waiting || state_.outcome.printed_again) return;
    state_.outcome.printed_again = true;
    state_.outcome.print = PrintState::waiting;
    effects_.push_back(PrintSlip{});
}

}  // namespace ardager::citizen
