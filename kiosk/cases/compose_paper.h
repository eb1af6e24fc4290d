// Puts together the papers that need no application: the queue's ticket, the home visit's slip, the checklist
// of a portal-only service, the blank medical card. Changes nothing, counts nothing; holds nobody's name.
// Draw the result with receipts::render_pdf(office.law.forms, …).
#pragma once

#include "kiosk/cases/issue_ticket.h"
#include "kiosk/cases/request_visit.h"
#include "kiosk/receipts/receipt.h"

namespace ardager {

/// As the order writes it, in section 2 of each standard.
inline constexpr const char* kPortal = "www.egov.kz";

[[nodiscard]] receipts::Receipt compose_ticket_slip(const Office& office, const IssuedTicket& ticket);
/// Error: not_found when this device took no such request.
[[nodiscard]] Result<receipts::Receipt> compose_visit_slip(Office& office, const ReceiptNumber& number);
/// `variant` is the id of a sub-type of the standard, empty when it has none.
/// Errors: not_found (no such service or sub-type), not_now (no standard in force), conflict (a branch
/// accepts this service: it is applied for here).
[[nodiscard]] Result<receipts::Receipt> compose_checklist(const Office& office, const std::string& service,
                                                          const std::string& variant);
[[nodiscard]] receipts::Receipt compose_medical_card(const Office& office);

}  // namespace ardager
