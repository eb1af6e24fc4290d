#include "kiosk/cases/issue_ticket.h"

namespace ardager {
namespace {

Result<void> check_wish(const Office& office, const TicketWish& wish, Date today) {
    Error error{Code::invalid_field, "the ticket has wrong fields", {}};
    if (wish.service != kQuestion && !office.law.standards.in_force(wish.service, today))
        error.fields.push_back({"service", "unknown", "no such service; `question` for anything else"});
    if (wish.language != "kk" && wish.language != "ru" && wish.language != "en")
        error.fields.push_back({"language", "unknown", "one of kk, ru, en"});
    if (!error.fields.empty()) return fail(std::move(error));
    return {};
}

}  // namespace

Result<IssuedTicket> issue_ticket(Office& office, const TicketWish& wish) {
    const Instant now = office.clock.now();
    IssuedTicket ticket;
    ticket.day = local_date(now);
    ticket.at = now;
    ticket.service = wish.service;
    TRY(check_wish(office, wish, ticket.day));
    if (office.journal().disk_low())
        return fail(Code::disk_reserved, "the disk is nearly full; free space before new tickets are given");
    auto& database = office.journal().reader().database();
    ticket.before = TRY(queue_now(database, ticket.day)).figures;
    const unsigned counter = TRY(count_tickets(database, ticket.day)) + 1;
    ticket.number = TicketNumber::make(ticket_letter(office.config), counter);
    auto work = TRY(office.begin());
    const auto entry = TRY(work->append("ticket.issued", Json{{"ticket", ticket.number.text},
                                                              {"day", iso_date(ticket.day)},
                                                              {"service", wish.service},
                                                              {"language", wish.language}}));
    TRY(office.keep(std::move(work), entry.id));
    ticket.entry = entry.id;
    return ticket;
}

}  // namespace ardager
