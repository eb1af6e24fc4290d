// What stands on each paper, as plain data. The cases fill it, draw.h puts it on paper.
// Holds personal data in clear: lives only inside a case or the drawing of one receipt.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/ids.h"
#include "kiosk/base/local_text.h"
#include "kiosk/base/time.h"

namespace ardager::receipts {

struct BranchDetails {
    std::string code;               // KRG03
    std::string department_number;  // the number in "№__ бөлімі"
    LocalText name;
    LocalText address;
    std::string phone;
};

struct ReceiptDocument {
    LocalText name;
    std::string number;  // empty when the document has none
    unsigned pages = 0;
};

struct Representative {
    std::string name;
    std::string authority;  // number of the paper that gives authority; may be empty
};

/// Құжаттарды қабылдағаны туралы қолхат: item 5 of the rules approved by order 526 of 9 July 2019.
struct AcceptanceReceipt {
    ReceiptNumber number;
    Instant accepted_at;
    Date day_of_acceptance;  // the next working day when accepted outside the branch's hours
    Date due;
    LocalText service;
    std::string applicant_name;
    std::string applicant_iin;
    std::optional<Representative> representative;
    std::vector<ReceiptDocument> documents;
    LocalText extension_note;  // what may extend the term, from the service standard
    std::string employee_name;
    std::string employee_phone;
    BranchDetails branch;
    LocalText pickup;  // where the result is handed over
    /// True when no state system was reached and the shown documents are the evidence of identity.
    bool identity_by_documents = false;
    unsigned copy_number = 0;  // 0: the original; n: the n-th reprint
    std::string qr_text;       // sign_statement(); empty draws no QR
};

/// Құжаттарды қабылдаудан бас тарту туралы қолхат: appendix 3 of the rules (appendix 5 of order 172).
/// Drawn in two copies, one for each side.
struct RefusalReceipt {
    ReceiptNumber number;
    Instant refused_at;
    LocalText service;
    std::vector<LocalText> missing;
    std::string applicant_name;
    std::string employee_name;
    std::string executor_name;
    std::string executor_phone;
    BranchDetails branch;
    unsigned copy_number = 0;
    std::string qr_text;
};

/// Мерзімді ұзарту туралы хабарлама: appendix 6 of the rules.
struct ExtensionNotice {
    ReceiptNumber number;  // of the acceptance receipt
    Instant issued_at;
    Date day_of_acceptance;
    LocalText service;
    std::string applicant_name;
    unsigned extended_to_working_days = 30;  // 30 or 90
    Date new_due;
    LocalText provider;              // the local military administration body
    std::string provider_reference;  // its own number of the decision; may be empty
    BranchDetails branch;
    unsigned copy_number = 0;
};

/// Мемлекеттік қызметті көрсетуден бас тарту туралы хабарлама: appendix 5 of the rules.
struct RefusalNotice {
    ReceiptNumber number;
    Instant issued_at;
    LocalText service;
    std::string applicant_name;
    LocalText ground;         // the ground of section 9, word for word
    std::string explanation;  // the provider's own words; may be empty
    LocalText provider;
    std::string provider_reference;
    BranchDetails branch;
    unsigned copy_number = 0;
};

/// The certificate is ready: where and when to fetch it.
struct ResultNotice {
    ReceiptNumber number;
    Instant issued_at;
    LocalText service;
    std::string applicant_name;
    LocalText pickup;
    LocalText provider;
    BranchDetails branch;
    unsigned copy_number = 0;
};

/// The ticket for the queue. Holds nobody's name.
struct TicketSlip {
    std::string number;
    Instant issued_at;
    LocalText purpose;            // the service; empty for a question
    unsigned waiting_before = 0;  // people
    std::optional<unsigned> estimate_minutes;
    BranchDetails branch;
};

/// What the one who asked for a home visit takes along. Holds nobody's name: it lies about in a hallway.
struct VisitSlip {
    ReceiptNumber number;
    Instant issued_at;
    LocalText service;
    std::vector<LocalText> documents;  // what to have ready, from the service standard
    BranchDetails branch;
};

/// What to gather for a service that only the portal accepts, with boxes to tick.
struct Checklist {
    LocalText service;
    LocalText variant;  // for whom; empty when the service has no sub-types
    unsigned term_days = 0;
    LocalText extension;  // how far the term may be extended and why; may be empty
    std::vector<LocalText> documents;
    LocalText note;  // what the provider finds out by itself; may be empty
    std::vector<LocalText> refusal_grounds;
    LocalText legal_reference;
    std::string portal;                   // www.egov.kz, as the order writes it
    bool russian_is_translation = false;  // the Kazakh text is the order's own
    Instant printed_at;
    BranchDetails branch;
};

/// Азаматты медициналық куәландыру картасы: appendix 40 of the rules approved by order 28 (appendix 3 of
/// order 172), as a blank to be filled in by hand.
struct MedicalCard {
    Instant printed_at;  // metadata only; the blank has no date
};

using Receipt = std::variant<AcceptanceReceipt, RefusalReceipt, ExtensionNotice, RefusalNotice, ResultNotice,
                             TicketSlip, VisitSlip, Checklist, MedicalCard>;

}  // namespace ardager::receipts
