// Gives a ticket for the queue: keeps one entry and says the number, who is before it and about how long that
// takes. Prints and sends nothing, asks for no name. Runs on the record thread.
#pragma once

#include "kiosk/cases/office.h"
#include "kiosk/views/queue.h"

namespace ardager {

/// What somebody wants at a window when it is no service of the list.
inline constexpr const char* kQuestion = "question";

struct TicketWish {
    std::string service = kQuestion;  // a service's id, or kQuestion
    std::string language = "kk";      // kk, ru, en: the window speaks it
};

struct IssuedTicket {
    TicketNumber number;
    Date day;
    Instant at{};
    std::string service;
    QueueFigures before;  // the queue as the person joined it
    EntryId entry;
};

/// When it returns, the ticket is on disk. Source: DOMAIN, "at the branch" (15 minutes of waiting).
/// Errors: invalid_field (`service`, `language`), disk_reserved, disk (nothing was kept), outcome_unknown and
/// record_damaged (stop; no number may be shown).
[[nodiscard]] Result<IssuedTicket> issue_ticket(Office& office, const TicketWish& wish);

}  // namespace ardager
