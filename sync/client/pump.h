// What to send next: the whole order of business of a sync as a pure state machine, (state, event) → actions.
// No sockets, no clock, no files; the same code runs in the kiosk and in the simulated world. runner.h
// executes it.
//
// A pass: whoami → entries in contiguous batches until none wait → files piece by piece, looking for newer
// entries after each piece → the feed. Sent means a verified acknowledgement and nothing else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/random.h"
#include "kiosk/journal/journal.h"
#include "sync/client/pace.h"
#include "sync/wire/messages.h"

namespace ardager::sync {

/// Why a pass did not do all it could. Of the record: staff must act. Of the line: time will do.
struct PassFault {
    bool of_record = false;
    std::string code;    // a line fault's, refusal's or error's name
    std::string detail;  // for staff, no personal data
    bool operator==(const PassFault&) const = default;
};

/// What the record knows of the other side; survives restarts.
struct Marks {
    std::uint64_t epoch = 0;     // of the gateway that acknowledged; 0 before the first
    std::uint64_t next_seq = 1;  // everything before it is acknowledged
    std::uint64_t feed_cursor = 0;
    std::map<Digest, std::string> quarantine;  // files set aside, and why
    std::optional<PassFault> stopped;          // behind, fork or fenced, until both sides agree again
};

// Events: what happened since the last actions.
struct Started {
    Marks marks;
    int feed_wait_s = 0;
};
struct Met {  // whoami answered, its certificate stands under our CA
    wire::WhoAmI who;
    std::optional<Digest> own_hash;  // of our entry who.next_seq-1; none when we do not have it
};
struct Surveyed {
    std::uint64_t head_seq = 0;
    std::optional<Attachment> file;  // the oldest that waits and is not set aside
};
struct Acknowledged {  // signature checked
    wire::Acknowledgement ack;
    std::optional<Digest> own_hash;  // of our entry ack.next_seq-1
    Milliseconds took{0};
};
struct Refused {
    wire::Refusal refusal;
};
struct FileAt {                           // created, asked or a piece added
    std::optional<std::uint64_t> offset;  // none: it did not say
    Milliseconds took{0};
};
struct FileLost {};      // the gateway does not know the upload
struct FileMoved {};     // its offset is another one
struct PieceDamaged {};  // the piece's checksum did not match there
struct EntryChecked {
    std::optional<Error> fault;  // none: our entry is sound
};
struct FeedRead {  // applied and on disk
    std::size_t items = 0;
    std::uint64_t next = 0;
};
struct Interrupted {};  // the long poll was ended by us
struct LineFailed {
    wire::LineError error;
};
struct RecordFailed {
    Error error;
};
using Event = std::variant<Started, Met, Surveyed, Acknowledged, Refused, FileAt, FileLost, FileMoved,
                           PieceDamaged, EntryChecked, FeedRead, Interrupted, LineFailed, RecordFailed>;

// Actions: carried out in order; the first that brings an event ends the list.
struct AskWhoAmI {};
struct LookAtRecord {
    std::uint64_t before_seq = 1;   // files of entries before it may go
    std::vector<Digest> confirmed;  // whole there, not yet kept here: they wait no more
};
struct SendEntries {
    std::uint64_t first = 1;
    std::size_t most_entries = 0;
    std::size_t most_bytes = 0;
};
struct CheckEntry {
    std::uint64_t seq = 0;
};
struct CreateFile {
    Attachment file;
    std::size_t length = 0;  // bytes from its beginning that go along
};
struct AskOffset {
    Digest digest;
};
struct SendPiece {
    Attachment file;
    std::uint64_t offset = 0;
    std::size_t length = 0;
};
struct ReadFeed {
    std::uint64_t after = 0;
    int wait_s = 0;
};
struct KeepAcknowledged {
    wire::Acknowledgement ack;
    std::uint64_t entries = 0;  // newly acknowledged
};
struct KeepRestored {
    std::uint64_t epoch = 0;
    std::uint64_t next_seq = 1;
    std::uint64_t unconfirm_from = 1;  // files of entries from here on are offered again
};
struct ConfirmFiles {
    std::vector<Digest> digests;
};
struct KeepQuarantine {
    std::map<Digest, std::string> files;
};
struct KeepStopped {  // none: both sides agree again
    std::optional<PassFault> fault;
};
struct Tell {  // staff, through log and status
    std::string sentence;
};
struct EndPass {
    std::optional<PassFault> fault;
};
using Action =
    std::variant<AskWhoAmI, LookAtRecord, SendEntries, CheckEntry, CreateFile, AskOffset, SendPiece, ReadFeed,
                 KeepAcknowledged, KeepRestored, ConfirmFiles, KeepQuarantine, KeepStopped, Tell, EndPass>;

/// The file that is under way. Kept between passes, so that a refused file is known to be so; its offset is
/// asked again.
struct FileUnderWay {
    Attachment attachment;
    std::optional<std::uint64_t> offset;
    bool refused_once = false;
    bool asked = false;      // the gateway was told of it, with its first piece or without
    std::size_t on_way = 0;  // bytes of the piece that was sent last
};

enum class Step {
    resting,
    meeting,
    surveying,
    sending,
    checking,
    creating,
    locating,
    sending_piece,
    reading_feed
};

struct PumpState {
    std::string device;  // our own name, `KRG03-K1`
    Marks marks;
    Step step = Step::resting;
    std::uint64_t next_seq = 1;    // what the gateway holds, as it said in this pass
    std::uint64_t first_sent = 0;  // first entry of the batch under way
    std::optional<FileUnderWay> file;
    std::vector<Digest> confirmed;     // files whole there; kept here some at a time
    std::optional<PassFault> stopped;  // nothing more is written in this pass; the feed is still read
    int feed_wait_s = 0;
    unsigned turns = 0;
    unsigned feed_pages = 0;
    unsigned failures = 0;  // passes in a row that failed
    Milliseconds retry_delay{0};
    Pace batch{kFirstBatchBytes, kLeastBatchBytes, kMostBatchPlainBytes};
    Pace piece{kFirstPieceBytes, kLeastPieceBytes, kMostPieceBytes};
};

/// How the gateway's answer and this record's entry who.next_seq-1 contradict each other: `behind`, `fork`.
[[nodiscard]] std::optional<PassFault> contradiction(const wire::WhoAmI& who,
                                                     const std::optional<Digest>& own_hash);

/// Moves the state and says what to do. Every pass that begins with Started ends with exactly one EndPass.
[[nodiscard]] std::vector<Action> handle(PumpState& state, const Event& event, Random& random);

}  // namespace ardager::sync
