// The state machine of one citizen's session at the touchscreen: (state, event) → (state, effects).
// Owned by the frame loop. Draws nothing, reads no clock, does no input or output; time enters as Tick.
#pragma once

#include "kiosk/rules/guides.h"
#include "kiosk/rules/mrz.h"
#include "kiosk/rules/places.h"
#include "kiosk/rules/standard.h"
#include "ui/citizen/events.h"
#include "ui/citizen/guard_ladder.h"
#include "ui/text/keys.h"

namespace ardager::citizen {

using ui::Key;

/// An office of the State Corporation where a certificate can be collected.
struct PickupBranch {
    std::string code;  // `KRG03`
    std::string kk;    // `№ 3 бөлім, Қарағанды қ.`
    std::string ru;
};

/// What stays the same from session to session.
struct CitizenSetup {
    std::vector<Place> places;           // by KATO code; their order on screen
    std::vector<PickupBranch> branches;  // the first is this one
    std::string home_place;              // KATO code of this branch's place: its neighbours are shown first
    std::vector<Standard> portal_services = {};  // every version of the services that only the portal accepts
    std::vector<Guide> guides = {};              // information pages, in their order
    std::string portal = {};                     // www.egov.kz, as the order writes it
    std::shared_ptr<const ui::QrModules> portal_qr = nullptr;
};

struct FieldError {
    Field field = Field::none;
    Key message{};
    bool operator==(const FieldError&) const = default;
};

struct ScannedPageState {
    std::string id;
    PageQuality quality = PageQuality::ok;
    std::shared_ptr<const ui::Picture> preview;
    bool operator==(const ScannedPageState&) const = default;
};

enum class PrintState { none, waiting, printed, failed };

/// How a person likes to read; back to ordinary with the next session.
struct Comfort {
    unsigned text_size = 0;  // 0 … kTextSizes − 1
    ui::Contrast contrast = ui::Contrast::calm;
    unsigned read_aloud = 0;  // 0 off … kReadAloudLevels − 1, each louder
    bool operator==(const Comfort&) const = default;
};

/// What the card in the reader said about one person.
struct CardFacts {
    bool read = false;       // the number came from the card, no read-back needed
    std::string latin_name;  // to be written in Cyrillic by the person
    bool operator==(const CardFacts&) const = default;
};

/// How the session ended and what the person carries home.
struct Outcome {
    std::string number;
    std::optional<Date> date;  // due, or the draft's last day
    PrintState print = PrintState::none;
    std::shared_ptr<const ui::QrModules> qr = nullptr;
    std::optional<unsigned> people_before = std::nullopt;  // of a ticket
    std::optional<unsigned> minutes = std::nullopt;        // of a ticket, when they can be estimated
    bool printed_again = false;                            // a slip is printed once more, not without end
    bool operator==(const Outcome&) const = default;
};

struct StatusAnswer {
    std::string number;
    ApplicationStage stage = ApplicationStage::accepted;
    Date accepted_on{};
    std::optional<Date> due;
    unsigned extended_to_days = 0;
    bool has_notice = false;
    bool operator==(const StatusAnswer&) const = default;
};

/// What came of holding a receipt before the camera.
struct CameraFacts {
    std::shared_ptr<const ui::Picture> picture = nullptr;  // of this moment; nothing while it is off
    bool failed = false;
    std::optional<Key> hint;  // about the code that is held there
    std::string number;       // that it has read: the same one is not looked up again and again
    bool operator==(const CameraFacts&) const = default;
};

/// The guide that is read.
struct GuideChoice {
    std::string service;
    std::string variant;      // id of the sub-type; empty when the service has none
    std::string information;  // id of an information page
    bool operator==(const GuideChoice&) const = default;
};

/// What stood before one answer was changed.
struct BeforeChange {
    Page check = Page::check;  // where the change began
    ApplicationAnswers answers;
    VisitAnswers visit;
    std::vector<ScannedPageState> pages;
    std::vector<ScannedPageState> authority_pages;
    CardFacts card;
    CardFacts representative_card;
    bool operator==(const BeforeChange&) const = default;
};

/// Everything that belongs to one person. Wiping is assigning a fresh one.
struct CitizenState {
    std::string session;  // empty until SessionOpened
    Page page = Page::start;
    Overlay overlay = Overlay::none;
    ApplicationAnswers answers;
    VisitAnswers visit;
    /// Set while one answer is changed from the check page: Back puts these answers again.
    std::optional<BeforeChange> before_change;
    std::string birth_typed;     // DDMMYYYY
    std::string receipt_typed;   // a number to look up
    std::string place_at;        // KATO code whose children are shown; empty at the top
    std::size_t place_page = 0;  // the list is shown in parts
    CardFacts card;
    CardFacts representative_card;
    bool birth_differs = false;  // a warning, never a refusal
    bool staff_called = false;
    bool needs_staff = false;  // the outcome is unknown or the record damaged: never submit again
    unsigned draft_tries = 0;  // wrong numbers typed for a kept draft
    std::vector<FieldError> errors;
    std::vector<ScannedPageState> pages;
    std::vector<ScannedPageState> authority_pages;  // of the paper that gives authority
    std::optional<std::uint64_t> scanning;          // ticket of the scan under way
    ui::Signature signature;
    Outcome outcome;
    std::optional<StatusAnswer> status;
    std::optional<ApplicationAnswers> found_draft;  // shown only after its IIN was typed
    Comfort comfort;
    bool keep_only = false;   // nobody accepts it now: the check page keeps it instead of handing it in
    bool by_receipt = false;  // the number came from the paper itself
    CameraFacts camera;
    std::string last_four;             // of the IIN, to see the personal part
    unsigned reveal_tries = 0;         // wrong ones in this session, for all numbers together
    std::optional<Revealed> revealed;  // of the number that was looked up
    GuideChoice guide;
    bool operator==(const CitizenState&) const = default;
};

class CitizenFlow {
public:
    explicit CitizenFlow(CitizenSetup setup);

    /// One step. Unknown or late events change nothing. Never fails.
    [[nodiscard]] Effects handle(const CitizenEvent& event);

    /// Takes up the draft of a session that a power cut ended. Before anything of it shows, the screen asks
    /// whether the person is still here, and wipes itself as after any rest. Errors: invalid_input when the
    /// draft cannot be read or belongs to another session; the flow stays fresh.
    [[nodiscard]] Result<void> restore(const Json& draft, const std::string& session);

    [[nodiscard]] const CitizenState& state() const { return state_; }
    [[nodiscard]] const Board& board() const { return board_; }
    [[nodiscard]] const CitizenSetup& setup() const { return setup_; }
    [[nodiscard]] Date today() const { return today_; }
    /// Seconds left before the session or the outcome page ends; nothing while nobody counts.
    [[nodiscard]] std::optional<unsigned> seconds_left() const;
    /// The moment when seconds_left() changes next, for the frame loop's sleep; nothing while nobody counts.
    [[nodiscard]] std::optional<Milliseconds> next_change() const;

private:
    void on(const Intent& intent);
    void on(const Tick& tick);
    void on(const Touched&);
    void on(const SessionOpened& opened);
    void on(const BoardChanged& changed);
    void on(const CardRead& card);
    void on(const CardFailed& card);
    void on(const ScanDone& scan);
    void on(const ScanFailed& scan);
    void on(const Submitted& submitted);
    void on(const RefusedIssued& refused);
    void on(const SubmitFailed& failed);
    void on(const DraftKept& kept);
    void on(const DraftFound& found);
    void on(const StatusFound& found);
    void on(const StatusMissing&);
    void on(const PrintEnded& ended);
    void on(const ReceiptRead& read);
    void on(const ReceiptUnread& unread);
    void on(const Revealed& revealed);
    void on(const NotRevealed&);
    void on(const TicketTaken& taken);
    void on(const VisitRequested& requested);
    void on(const CameraSees& seen);
    void on(const CameraFailed& failed);

    bool on_anywhere(const Intent& intent);  // language, help, comfort: on every page
    bool on_opening(const Intent& intent);   // start and menu
    void on_form(const Intent& intent);      // pages with questions
    void on_outcome(const Intent& intent);   // pages after the answer came
    void on_resume(const Intent& intent);    // the question after a power cut
    void agree();
    bool on_scan_page(const Intent& intent);
    bool on_status_pages(const Intent& intent);  // the ways to a number, and to its personal part
    void on_status_page(const Intent& intent);
    void on_receipt_page(const Intent& intent);
    void switch_camera();
    [[nodiscard]] bool reads_receipts() const;
    void on_identity_of_status(const Intent& intent);
    bool on_guide_pages(const Intent& intent);
    void on_guide_page(const Intent& intent);
    void open_guide(const std::string& service);
    void open_application();
    [[nodiscard]] bool allows(Deed deed) const { return guard(board_).allows(deed); }
    void type(const Intent& intent);
    void choose(const std::string& id);
    void choose_place(const std::string& id);
    void choose_who_applies(const std::string& id);
    void choose_authority(const std::string& id);
    void choose_for_visit(const std::string& id);
    void change(Field field);
    void next();
    void back();
    void go(Page page);
    void go_after(Page usual);  // the check page when one answer was changed
    void end_session();

    [[nodiscard]] bool check_page();  // false with errors set
    void check_everything();
    void check_representative();
    void check_visit();
    void check_identity();
    void check_same_person();
    void check_name_page(NameAnswers& name);
    void check_birth_page();
    void check_phone_page(std::string& phone);
    void check_address_page(AddressAnswer& address);
    void check_number_page(DocumentAnswer& document);
    void check_scan_page(const std::vector<ScannedPageState>& pages, Field field);
    void complain(Field field, Key message);
    void next_from_identity();
    void open_found_draft();
    void look_up();
    void submit();
    void take_ticket(const std::string& purpose);
    void request_visit();
    void failed_aside(Page from, const SubmitFailed& failed);
    void print_slip_again();
    void save_draft();
    void start_scan();
    void leave_scan();
    void keep_good_pages();
    void finish_with(Page page, Outcome outcome);
    void print(unsigned copies, bool again);

    [[nodiscard]] bool counts_idle() const;
    [[nodiscard]] bool is_outcome() const;
    [[nodiscard]] std::optional<Milliseconds> deadline() const;

    CitizenSetup setup_;
    CitizenState state_;
    Board board_;
    Effects effects_;
    Milliseconds now_{0};
    Milliseconds touched_{0};
    Date today_{};
    bool ticked_ = false;
    std::uint64_t tickets_ = 0;
    std::optional<std::uint64_t> watching_;  // ticket of the camera that is on; outlives a session's wipe
};

/// `consent`, `identity`, …: the page's name in drafts and in the scene.
[[nodiscard]] const char* page_name(Page page);
/// The page where a field is asked, seen from the check page of the application or of the home visit.
[[nodiscard]] Page page_of(Field field, Page check = Page::check);
/// True for pages with questions: their draft is kept and can be taken up after a power cut.
[[nodiscard]] bool asks_questions(Page page);
/// The question before (−1) or after (+1); the menu before the first.
[[nodiscard]] Page step_from(Page from, int direction, const CitizenState& state, const CitizenSetup& setup);
/// The last page of the questions that one change runs through.
[[nodiscard]] bool ends_change(Page page);

/// The portal's services as they are in force on the date, in the order of the setup.
[[nodiscard]] std::vector<const Standard*> services_on(const CitizenSetup& setup, Date date);
/// The one service of services_on(); nothing for another.
[[nodiscard]] const Standard* service_on(const CitizenSetup& setup, Date date, const std::string& service);
/// Nothing for a standard without this sub-type.
[[nodiscard]] const Variant* find_variant(const Standard& standard, const std::string& id);

/// Places directly below `parent` (KATO groups of 2, 2, 2 and 3 digits); the regions for an empty parent.
[[nodiscard]] std::vector<Place> places_below(const std::vector<Place>& places, std::string_view parent);
/// The place above, or empty at the top.
[[nodiscard]] std::string place_above(const std::vector<Place>& places, std::string_view kato);

}  // namespace ardager::citizen
