#include "kiosk/cases/compose_paper.h"

#include "kiosk/cases/describe_branch.h"
#include "kiosk/cases/describe_terms.h"
#include "kiosk/rules/checklist.h"

namespace ardager {
namespace {

LocalText variant_name(const Standard& standard, const std::string& variant) {
    for (const auto& known : standard.variants)
        if (known.id == variant) return known.name;
    return {};
}

}  // namespace

receipts::Receipt compose_ticket_slip(const Office& office, const IssuedTicket& ticket) {
    receipts::TicketSlip slip;
    slip.number = ticket.number.text;
    slip.issued_at = ticket.at;
    if (const auto standard = office.law.standards.in_force(ticket.service, ticket.day))
        slip.purpose = (*standard)->name;
    slip.waiting_before = ticket.before.waiting;
    slip.estimate_minutes = ticket.before.estimate_minutes;
    slip.branch = describe_branch(office.config);
    return slip;
}

Result<receipts::Receipt> compose_visit_slip(Office& office, const ReceiptNumber& number) {
    const auto row = TRY(find_visit(office.journal().reader().database(), number));
    const auto* standard = TRY(office.law.standards.in_force(row.service, local_date(row.requested_at)));
    receipts::VisitSlip slip;
    slip.number = row.number;
    slip.issued_at = row.requested_at;
    slip.service = standard->name;
    for (const auto& requirement : standard->requirements)
        if (requirement.applies == Requirement::Applies::always) slip.documents.push_back(requirement.name);
    slip.branch = describe_branch(office.config);
    return receipts::Receipt(std::move(slip));
}

Result<receipts::Receipt> compose_checklist(const Office& office, const std::string& service,
                                            const std::string& variant) {
    const Instant now = office.clock.now();
    const auto* standard = TRY(office.law.standards.in_force(service, local_date(now)));
    if (standard->accepted_at_branch())
        return fail(Code::conflict, service + ": a branch accepts this service; it is applied for here");
    auto documents = TRY(list_documents(*standard, variant));
    receipts::Checklist list;
    list.service = standard->name;
    list.variant = variant_name(*standard, variant);
    list.term_days = static_cast<unsigned>(standard->terms.base);
    list.extension = describe_extensions(*standard);
    list.documents = std::move(documents.items);
    list.note = std::move(documents.note);
    for (const auto& ground : standard->refusal_grounds) list.refusal_grounds.push_back(ground.text);
    list.legal_reference = standard->legal_reference;
    list.portal = kPortal;
    const auto& translations = standard->translations;
    list.russian_is_translation =
        std::find(translations.begin(), translations.end(), "ru") != translations.end();
    list.printed_at = now;
    list.branch = describe_branch(office.config);
    return receipts::Receipt(std::move(list));
}

receipts::Receipt compose_medical_card(const Office& office) {
    return receipts::MedicalCard{office.clock.now()};
}

}  // namespace ardager
