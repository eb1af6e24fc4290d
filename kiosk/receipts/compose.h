// From a receipt's data to the strips of its paper; one file per kind of paper. Lives during one drawing.
#pragma once

#include "kiosk/receipts/flow.h"
#include "kiosk/receipts/wording.h"

namespace ardager::receipts {

/// Pages that belong together and are numbered together: a whole receipt, or one copy of it.
struct Part {
    std::vector<Strip> strips;
    std::string running_head;  // from the second page on
    std::string foot;          // the number, beside the page's own number
    std::string page_text;     // with the blanks {page} and {pages}
    std::string staff_note;    // empty on a citizen's paper
};

/// What every paper's composing needs.
struct Desk {
    const Forms& forms;
    const Typesetter& typesetter;
    DrawOptions options;
};

/// Error: invalid_input when the QR text cannot be a QR code.
[[nodiscard]] Result<std::vector<Part>> compose(const Desk& desk, const Receipt& receipt);

[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const AcceptanceReceipt& receipt);
[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const RefusalReceipt& receipt);
[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const ExtensionNotice& notice);
[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const RefusalNotice& notice);
[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const ResultNotice& notice);

[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const TicketSlip& slip);
[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const VisitSlip& slip);
[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const Checklist& list);
[[nodiscard]] Result<std::vector<Part>> compose_paper(const Desk& desk, const MedicalCard& card);

/// Puts running head and foot to the strips; `foot` names the paper: its number, or what it is.
[[nodiscard]] Part finish_part(const Desk& desk, const Wording& words, const std::string& foot, Flow& flow);
[[nodiscard]] std::vector<Part> one_part(Part part);

}  // namespace ardager::receipts
