// What reaches a citizen's session from outside (events) and what it asks of the outside (effects).
// The application carries effects out and answers with events; nothing here does any work.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/local_text.h"
#include "kiosk/base/time.h"
#include "kiosk/rules/page_quality.h"
#include "ui/citizen/pages.h"
#include "ui/citizen/visit_answers.h"

namespace ardager::citizen {

/// The next thing a person must do about the scanner; the names of hw::ScannerState that concern them.
enum class ScanTrouble { no_document, jammed, cover_open, offline };

enum class ReaderTrouble { unreadable, check_digit };

/// Why an application, a refusal or a draft was not kept; nothing was printed.
enum class SubmitTrouble {
    not_now,            // no open shift, or outside what the record can do today
    disk_reserved,      // below the reserve
    disk,               // input/output error, nothing kept
    outcome_unknown,    // an employee must look the entry up
    record_damaged,     // an employee must recover the record
    invalid_field,      // the case found what the pages did not; fields say where
    missing_documents,  // the package is incomplete: the three ways out
    internal
};

enum class ApplicationStage { accepted, sent, registered, extended, granted, refused, handed_over };

/// The place where people stand: what the header and the menu show.
struct Board {
    bool online = false;
    // What the guard ladder is made of (guard_ladder.h).
    bool record_damaged = false;
    bool disk_low = false;
    bool clock_wrong = false;
    bool out_of_hours = false;
    bool no_shift = false;
    bool scanner_ready = true;
    bool printer_ready = true;
    bool reader_ready = false;
    bool has_camera = false;  // a receipt can be held before it
    /// Somebody could hear a voice: the bar offers to read aloud.
    bool voice_ready = true;
    /// People waiting for an employee and about how many minutes that takes. Nothing when it is not known:
    /// better no number than an invented one.
    std::optional<unsigned> queue_people;
    std::optional<unsigned> queue_minutes;
    bool operator==(const Board&) const = default;
};

/// Why the paper on the scanner leads to no number.
enum class ReceiptTrouble {
    no_code,  // no QR code on it
    other,    // signed with a key that is not this record's: another branch or device
    forged    // not what we print
};

struct Tick {
    Milliseconds running{0};  // since start; never goes back
    Date today;
};
/// A touch that asked for nothing: the person is still here.
struct Touched {};
struct SessionOpened {
    std::string id;
};
struct BoardChanged {
    Board board;
};
/// The text of the machine-readable zone, as the reader gave it.
struct CardRead {
    std::string mrz;
};
struct CardFailed {
    ReaderTrouble trouble = ReaderTrouble::unreadable;
};
struct ScanDone {
    std::uint64_t ticket = 0;
    std::string page_id;
    PageQuality quality = PageQuality::ok;
    std::shared_ptr<const ui::Picture> preview;
};
struct ScanFailed {
    std::uint64_t ticket = 0;
    ScanTrouble trouble = ScanTrouble::no_document;
};
struct Submitted {
    std::string number;
    Date due;
    std::shared_ptr<const ui::QrModules> qr;  // the signed statement, as on the paper
};
struct RefusedIssued {
    std::string number;
};
/// Answers Submit, Refuse, KeepDraft, TakeTicket and RequestVisit.
struct SubmitFailed {
    SubmitTrouble trouble = SubmitTrouble::internal;
    std::vector<FieldFault> fields;
};
struct DraftKept {
    std::string number;
    Date until;
};
/// Answers LookUp when the number is a kept draft's: its owner proves themselves with the IIN before it
/// shows.
struct DraftFound {
    ApplicationAnswers answers;
};
struct StatusFound {
    std::string number;
    ApplicationStage stage = ApplicationStage::accepted;
    Date accepted_on;
    std::optional<Date> due;
    unsigned extended_to_days = 0;  // 30 or 90 when extended
    bool has_notice = false;        // a notice for the applicant can be printed
};
struct StatusMissing {};
/// Answers ScanReceipt, or the receipt was held before a watched camera: what the signed statement on the
/// paper says. The picture itself is gone.
struct ReceiptRead {
    std::uint64_t ticket = 0;
    std::string number;
};
struct ReceiptUnread {
    std::uint64_t ticket = 0;
    ReceiptTrouble trouble = ReceiptTrouble::no_code;
};
/// What the camera sees: the newest picture only.
struct CameraSees {
    std::uint64_t ticket = 0;
    std::shared_ptr<const ui::Picture> picture;
};
/// It is off now, or never was on.
struct CameraFailed {
    std::uint64_t ticket = 0;
};
/// Answers Reveal: whose the number is. Personal data; shown until the session ends.
struct Revealed {
    std::string applicant;
    std::vector<LocalText> documents;
    LocalText pickup;
    bool operator==(const Revealed&) const = default;
};
/// The digits are another person's, or the number cannot be read.
struct NotRevealed {};
struct PrintEnded {
    bool printed = false;
};
/// Answers TakeTicket: it is on disk, its slip can be printed.
struct TicketTaken {
    std::string number;
    unsigned people_before = 0;
    std::optional<unsigned> minutes;
};
/// Answers RequestVisit: it is on disk, its slip can be printed.
struct VisitRequested {
    std::string number;
};

using CitizenEvent =
    std::variant<Intent, Tick, Touched, SessionOpened, BoardChanged, CardRead, CardFailed, ScanDone,
                 ScanFailed, Submitted, RefusedIssued, SubmitFailed, DraftKept, DraftFound, StatusFound,
                 StatusMissing, PrintEnded, ReceiptRead, ReceiptUnread, Revealed, NotRevealed, TicketTaken,
                 VisitRequested, CameraSees, CameraFailed>;

struct OpenSession {};  // answer with SessionOpened
struct ScanPage {
    std::uint64_t ticket = 0;
};
struct CancelScan {};
/// The draft of this session as JSON: saved at each step, so that a power cut loses no typing.
struct SaveDraft {
    Json draft;
};
/// Erase the session's draft and its scanned pages (never a draft that KeepDraft kept, nor what was
/// accepted).
struct WipeDraft {};
struct Submit {
    ApplicationAnswers answers;
    ui::Signature signature;
};
struct Refuse {
    ApplicationAnswers answers;
};
/// Keep the draft for kDraftDays beyond the session; answer with DraftKept.
struct KeepDraft {
    ApplicationAnswers answers;
};
struct PrintReceipt {
    std::string number;
    unsigned copies = 1;
    bool again = false;  // a reprint, marked as a duplicate and counted
};
struct LookUp {
    std::string number;
};
/// The notice of an extension or refusal for the number that was looked up.
struct PrintNotice {
    std::string number;
    std::string language;  // of this session: whoever asks may not be who applied
};
struct CallStaff {};
/// A receipt is laid on the scanner: its QR code is read and verified, nothing of the page is kept.
struct ScanReceipt {
    std::uint64_t ticket = 0;
};
/// The camera is on from now until StopCamera: answer with CameraSees, and with ReceiptRead or ReceiptUnread
/// for each code that is held before it. No picture is kept.
struct WatchCamera {
    std::uint64_t ticket = 0;
};
struct StopCamera {};
struct Reveal {
    std::string number;
    std::string last_four;
};
struct PrintChecklist {
    std::string service;
    std::string variant;
    std::string language;
};
/// The blank medical card of appendix 40.
struct PrintBlank {
    std::string language;
};

struct TakeTicket {
    std::string purpose;   // a service's id, or `question`
    std::string language;  // the window speaks it
};
struct RequestVisit {
    VisitAnswers visit;
    std::string language;
};
/// The ticket's or the visit's slip, which came with the number.
struct PrintSlip {};

using Effect =
    std::variant<OpenSession, ScanPage, CancelScan, SaveDraft, WipeDraft, Submit, Refuse, KeepDraft,
                 PrintReceipt, LookUp, PrintNotice, CallStaff, ScanReceipt, Reveal, PrintChecklist,
                 PrintBlank, TakeTicket, RequestVisit, PrintSlip, WatchCamera, StopCamera>;
using Effects = std::vector<Effect>;

}  // namespace ardager::citizen
