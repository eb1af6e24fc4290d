// What each citizen's page shows, as plain values made from the flow. Screens see these and nothing else of
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/citizen/flow.h"
#include "ui/kit/kit_types.h"
#include "ui/text/text.h"

namespace ardager::citizen {

using Errors = std::vector<FieldError>;

struct Option {
    std::string id;
    std::string title;
    bool selected = false;
    bool opens = false;  // leads to a list of its own
};

/// "2/7 · Identity"; nothing when `of` is 0.
struct StepView {
    unsigned number = 0, of = 0;
    Key label{};
};
/// What a page that several journeys share says in this one: whose answer it asks for.
struct Asked {
    StepView step;
    Key title{};
    Key lead{};
};

struct QueueView {
    std::optional<unsigned> people;  // nothing when it is not known
    std::optional<unsigned> minutes;
};
struct StartView {
    QueueView queue;
    std::optional<Key> guard;  // the sentence of the guard ladder
};
/// A choice that is offered, or why not.
struct Offer {
    std::optional<Key> reason;  // nothing: it is offered
    [[nodiscard]] bool open() const { return !reason.has_value(); }
};
struct MenuView {
    Offer apply;
    bool keep_only = false;  // it can be filled in and kept, not handed in
    Key why_keep{};          // set with keep_only
    Offer status;
    Offer ticket;
    Offer visit;
    std::optional<Key> guard;  // the sentence of the guard ladder
    QueueView queue = {};
};
struct ApplicantView {
    bool for_another = false;
};
struct StaffView {
    bool called = false;
};
struct IdentityView {
    std::string iin;
    bool reader_ready = false;
    bool for_draft = false;
    Errors errors;
    Asked asked = {};
};
struct ConfirmView {
    std::string grouped_iin;
    std::string birth_date;  // dd.mm.yyyy
    Key caption{};
    std::optional<Key> birth_note;  // that the birth date can be changed later
    Asked asked = {};
};
struct NameView {
    std::string surname, given_name, patronymic, latin_name;
    Errors errors;
    Asked asked = {};
};
struct BirthView {
    std::string typed;
    Errors errors;
    Asked asked = {};
};
struct PhoneView {
    std::string digits;  // ten at most, without +7
    Errors errors;
    Asked asked = {};
};
struct PlaceView {
    std::vector<Option> places;
    bool can_go_up = false;
    bool has_more = false;
    std::string chosen;
    Errors errors;
    Asked asked = {};
};
struct AddressView {
    std::string place, text;
    Errors errors;
    Asked asked = {};
};
struct PickupView {
    std::vector<Option> branches;
    Errors errors;
    Asked asked = {};
};
struct DocumentKindView {
    std::string kind;
    Errors errors;
    Asked asked = {};
};
struct DocumentNumberView {
    std::string number;
    Errors errors;
    Asked asked = {};
};
struct ScanView {
    std::vector<ScannedPageState> pages;
    unsigned good = 0;
    bool scanning = false;
    Errors errors;
    Asked asked = {};
};
struct CheckView {
    struct Row {
        Field field;
        Key label;
        std::string value;
    };
    std::vector<Row> rows;
    ui::Signature signature;
    Key signature_label{};
    bool birth_differs = false;
    bool needs_staff = false;
    bool staff_called = false;
    bool keep_only = false;
    Errors errors;
    Asked asked = {};
};
struct BusyView {
    Key sentence;
};
struct OutcomeView {
    Outcome outcome;
    bool online = false;
    unsigned seconds = 0;
    bool printer_waits = false;  // for paper, for a closed cover, for its cable: somebody has to see to it
};
struct IncompleteView {
    bool needs_staff = false;
    bool staff_called = false;
    Errors errors;
};
struct StatusNumberView {
    std::string number;
    Errors errors;
};
struct StatusView {
    StatusAnswer answer;
    PrintState print = PrintState::none;
    Offer notice;  // printing it
    std::optional<Revealed> revealed;
    bool reveal_closed = false;
};
struct StatusChooseView {
    Offer receipt;
    bool camera = false;  // it can be held before one
};
struct ReceiptScanView {
    bool scanner = true;
    bool scanning = false;
    Errors errors;
    bool camera = false;
    CameraFacts seen;
};
struct LastFourView {
    std::string digits;
    Errors errors;
};
struct ServicesView {
    struct Row {
        std::string id;
        std::string title;
        std::string hint;
    };
    std::vector<Row> services;
    std::vector<Row> information;
};
struct GuideWhoView {
    std::string service;
    std::vector<Option> variants;
};
struct GuideView {
    std::string service;
    std::string who;  // empty when the service has no sub-types
    unsigned term_days = 0;
    std::string extension;  // empty when the term stays
    std::vector<std::string> documents;
    std::string note;
    std::vector<std::string> grounds;
    std::string legal_reference;
    bool translation = false;
    bool blank = false;  // the medical card goes with it
    std::string portal;
    std::shared_ptr<const ui::QrModules> portal_qr;
    PrintState print = PrintState::none;
    Offer printing;
};
struct InformationView {
    struct Part {
        std::string title;
        std::vector<std::string> text;
    };
    std::string title;
    std::vector<Part> parts;
    std::string legal_reference;
    bool translation = false;
};

struct AuthorityView {
    StepView step;
    std::string authority;
    Errors errors;
};
struct HomeVisitView {
    bool accepting = true;
};
/// One choice of a home visit: who, why, which days, which part of the day.
struct VisitChoiceView {
    std::vector<Option> options;
    Errors errors;
    Asked asked = {};
};
struct TicketPurposeView {
    bool accepting = true;
    QueueView queue;
    bool needs_staff = false;
    Errors errors;
};

[[nodiscard]] ui::PageHeader header_view(const CitizenFlow& flow, const ui::Text& text);
[[nodiscard]] StartView start_view(const CitizenFlow& flow);
[[nodiscard]] IdentityView identity_view(const CitizenFlow& flow);
[[nodiscard]] ConfirmView confirm_view(const CitizenFlow& flow);
[[nodiscard]] NameView name_view(const CitizenFlow& flow);
[[nodiscard]] PhoneView phone_view(const CitizenFlow& flow);
[[nodiscard]] PlaceView place_view(const CitizenFlow& flow);
[[nodiscard]] AddressView address_view(const CitizenFlow& flow);
[[nodiscard]] PickupView pickup_view(const CitizenFlow& flow);
[[nodiscard]] DocumentKindView document_kind_view(const CitizenFlow& flow);
[[nodiscard]] DocumentNumberView document_number_view(const CitizenFlow& flow);
[[nodiscard]] ScanView scan_view(const CitizenFlow& flow);
[[nodiscard]] CheckView check_view(const CitizenFlow& flow, const ui::Text& text);
[[nodiscard]] Asked asked_of(const CitizenFlow& flow);
[[nodiscard]] QueueView queue_view(const CitizenFlow& flow);
[[nodiscard]] AuthorityView authority_view(const CitizenFlow& flow);
[[nodiscard]] VisitChoiceView visit_choice_view(const CitizenFlow& flow, const ui::Text& text);
[[nodiscard]] CheckView visit_check_view(const CitizenFlow& flow, const ui::Text& text);
[[nodiscard]] TicketPurposeView ticket_purpose_view(const CitizenFlow& flow);
/// Names and numbers as a check page writes them.
[[nodiscard]] std::string full_name(const NameAnswers& name);
[[nodiscard]] std::string pickup_name(const CitizenFlow& flow, const std::string& code);
[[nodiscard]] std::string spaced_phone(const std::string& phone);
[[nodiscard]] std::string address_line(const CitizenFlow& flow, const AddressAnswer& address);
[[nodiscard]] BusyView busy_view(const CitizenFlow& flow);
[[nodiscard]] OutcomeView outcome_view(const CitizenFlow& flow);
[[nodiscard]] IncompleteView incomplete_view(const CitizenFlow& flow);

/// The sentence of the guard ladder that start and menu show.
[[nodiscard]] std::optional<Key> guard_sentence(const CitizenFlow& flow);
[[nodiscard]] MenuView menu_view(const CitizenFlow& flow);
[[nodiscard]] StatusView status_view(const CitizenFlow& flow);
[[nodiscard]] StatusChooseView status_choose_view(const CitizenFlow& flow);
[[nodiscard]] ReceiptScanView receipt_scan_view(const CitizenFlow& flow);
[[nodiscard]] ServicesView services_view(const CitizenFlow& flow, const ui::Text& text);
[[nodiscard]] GuideWhoView guide_who_view(const CitizenFlow& flow);
[[nodiscard]] GuideView guide_view(const CitizenFlow& flow);
[[nodiscard]] InformationView information_view(const CitizenFlow& flow);

/// The language of the session's texts.
[[nodiscard]] ui::Language language_of(const CitizenFlow& flow);

}  // namespace ardager::citizen
