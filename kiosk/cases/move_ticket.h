// What happens to a ticket after it was given: called, called again, served, not come, left. Each step keeps
// one entry; a step that the ticket's state does not allow keeps nothing. Runs on the record thread.
#pragma once

#include "kiosk/cases/office.h"
#include "kiosk/views/queue.h"

namespace ardager {

// Errors of all: invalid_field (`window`: 1 to 99), not_found (no such ticket today), conflict (the detail
// is a sentence that says why not), disk (nothing was kept), outcome_unknown, record_damaged. All return the
// ticket as it stands afterwards.

/// Calls who has waited longest. not_now: nobody waits. conflict: this window has somebody already, so that
/// no person is left standing and no length of service is invented.
[[nodiscard]] Result<TicketRow> call_next(Office& office, const std::string& window);
/// Calls one who waits, out of turn: an employee saw why (age, wheelchair).
[[nodiscard]] Result<TicketRow> call_ticket(Office& office, const TicketNumber& number,
                                            const std::string& window);
/// Calls again who was called and has not come yet, or came after all.
[[nodiscard]] Result<TicketRow> recall_ticket(Office& office, const TicketNumber& number,
                                              const std::string& window);
/// Nobody came when it was called.
[[nodiscard]] Result<TicketRow> mark_no_show(Office& office, const TicketNumber& number);
/// The person stands at the window: the time of service begins, and later ends.
[[nodiscard]] Result<TicketRow> start_service(Office& office, const TicketNumber& number);
[[nodiscard]] Result<TicketRow> end_service(Office& office, const TicketNumber& number);
/// The person gives the ticket up before being served.
[[nodiscard]] Result<TicketRow> leave_queue(Office& office, const TicketNumber& number);

}  // namespace ardager
