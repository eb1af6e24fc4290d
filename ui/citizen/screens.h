// One function a page: draws a frame from its view and says what the citizen asked for. Changes nothing,
// keeps nothing between frames. Frame loop only. Each is defined in screen_<page>.cpp.
#pragma once

#include "ui/citizen/views.h"
#include "ui/kit/kit.h"

namespace ardager::citizen {

using ui::Kit;
using ui::Text;

[[nodiscard]] Intent draw_start(Kit& kit, const Text& text, const StartView& view);
[[nodiscard]] Intent draw_menu(Kit& kit, const Text& text, const MenuView& view);
[[nodiscard]] Intent draw_consent(Kit& kit, const Text& text);
[[nodiscard]] Intent draw_applicant(Kit& kit, const Text& text, const ApplicantView& view);
[[nodiscard]] Intent draw_representative(Kit& kit, const Text& text, const StaffView& view);
[[nodiscard]] Intent draw_identity(Kit& kit, const Text& text, const IdentityView& view);
[[nodiscard]] Intent draw_identity_confirm(Kit& kit, const Text& text, const ConfirmView& view);
[[nodiscard]] Intent draw_name(Kit& kit, const Text& text, const NameView& view);
[[nodiscard]] Intent draw_birth_date(Kit& kit, const Text& text, const BirthView& view);
[[nodiscard]] Intent draw_phone(Kit& kit, const Text& text, const PhoneView& view);
[[nodiscard]] Intent draw_place(Kit& kit, const Text& text, const PlaceView& view);
[[nodiscard]] Intent draw_address(Kit& kit, const Text& text, const AddressView& view);
[[nodiscard]] Intent draw_pickup(Kit& kit, const Text& text, const PickupView& view);
[[nodiscard]] Intent draw_document_kind(Kit& kit, const Text& text, const DocumentKindView& view);
[[nodiscard]] Intent draw_document_number(Kit& kit, const Text& text, const DocumentNumberView& view);
[[nodiscard]] Intent draw_scan(Kit& kit, const Text& text, const ScanView& view);
[[nodiscard]] Intent draw_check(Kit& kit, const Text& text, const CheckView& view);
[[nodiscard]] Intent draw_busy(Kit& kit, const Text& text, const BusyView& view);
[[nodiscard]] Intent draw_accepted(Kit& kit, const Text& text, const OutcomeView& view);
[[nodiscard]] Intent draw_incomplete(Kit& kit, const Text& text, const IncompleteView& view);
[[nodiscard]] Intent draw_draft_kept(Kit& kit, const Text& text, const OutcomeView& view);
[[nodiscard]] Intent draw_refused(Kit& kit, const Text& text, const OutcomeView& view);
[[nodiscard]] Intent draw_status_number(Kit& kit, const Text& text, const StatusNumberView& view);
[[nodiscard]] Intent draw_status(Kit& kit, const Text& text, const StatusView& view);
[[nodiscard]] Intent draw_other_services(Kit& kit, const Text& text, const ServicesView& view);
[[nodiscard]] Intent draw_status_choose(Kit& kit, const Text& text, const StatusChooseView& view);
[[nodiscard]] Intent draw_status_receipt(Kit& kit, const Text& text, const ReceiptScanView& view);
[[nodiscard]] Intent draw_status_identity(Kit& kit, const Text& text, const LastFourView& view);
[[nodiscard]] Intent draw_guide_who(Kit& kit, const Text& text, const GuideWhoView& view);
[[nodiscard]] Intent draw_guide(Kit& kit, const Text& text, const GuideView& view);
[[nodiscard]] Intent draw_information(Kit& kit, const Text& text, const InformationView& view);
[[nodiscard]] Intent draw_home_visit(Kit& kit, const Text& text, const HomeVisitView& view);
[[nodiscard]] Intent draw_authority(Kit& kit, const Text& text, const AuthorityView& view);
[[nodiscard]] Intent draw_visit_choice(Kit& kit, const Text& text, const VisitChoiceView& view);
[[nodiscard]] Intent draw_visit_check(Kit& kit, const Text& text, const CheckView& view);
[[nodiscard]] Intent draw_visit_taken(Kit& kit, const Text& text, const OutcomeView& view);
[[nodiscard]] Intent draw_ticket_purpose(Kit& kit, const Text& text, const TicketPurposeView& view);
[[nodiscard]] Intent draw_ticket(Kit& kit, const Text& text, const OutcomeView& view);

/// The questions that lie over a page.
[[nodiscard]] Intent draw_help(Kit& kit, const Text& text, const StaffView& view);
[[nodiscard]] Intent draw_language(Kit& kit, const Text& text);
[[nodiscard]] Intent draw_idle(Kit& kit, const Text& text, unsigned seconds);
[[nodiscard]] Intent draw_resume(Kit& kit, const Text& text, unsigned seconds);

}  // namespace ardager::citizen
