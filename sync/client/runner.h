// Carries out the pump's actions over a Transport, and tells how the sync stands. pass() belongs to the sync
// thread; status(), interrupt() and forget_failures() are for any thread. Keeps nothing that a restart would
// miss.
#pragma once

#include <atomic>
#include <mutex>

#include "kiosk/base/signature.h"
#include "sync/client/outbox.h"

namespace ardager::sync {

/// Reads a gateway's certificate (PEM) and checks it against our CA. Error: forged, not_allowed.
using VerifierFactory = std::function<Result<std::unique_ptr<Verifier>>(const std::string& pem)>;

enum class LineState {
    waiting,  // no pass has ended yet
    online,   // the last pass did all it could
    offline   // the last pass failed; the next comes by itself
};
[[nodiscard]] const char* line_state_name(LineState state);

/// Since this program started.
struct SyncCounters {
    std::uint64_t passes = 0;
    std::uint64_t entries_sent = 0;  // newly acknowledged
    std::uint64_t files_sent = 0;    // confirmed whole
    std::uint64_t bytes_sent = 0;    // requests as handed to the transport: target, headers, body
};

struct SyncStatus {
    LineState state = LineState::waiting;
    Standing standing;
    std::optional<PassFault> fault;            // of the last pass
    std::optional<Instant> fault_since;        // of the first pass in a row that failed
    Milliseconds next_attempt{0};              // after the last pass, from its end
    std::optional<Milliseconds> clock_offset;  // gateway time minus ours
    bool clock_wrong = false;                  // the offset is beyond kMostClockOffset
    std::string notice;                        // the last sentence for staff
    SyncCounters counters;
};

struct PassResult {
    std::optional<PassFault> fault;  // none: everything that could go went
    [[nodiscard]] bool completed() const { return !fault; }
};

class SyncRunner {
public:
    /// Nothing is owned; all of it outlives the runner.
    SyncRunner(Outbox& outbox, wire::Transport& transport, VerifierFactory verifiers, FeedApplier applier,
               Clock& clock, Random& random);

    /// One pass, to its end. `feed_wait_s`: how long the feed may hold the last call; 0 for a single round.
    PassResult pass(int feed_wait_s);
    [[nodiscard]] SyncStatus status() const;
    /// Until the next pass, as the last one left it. The sync thread's.
    [[nodiscard]] Milliseconds retry_delay() const { return state_.retry_delay; }
    /// A new entry stands in the record: ends a long poll that is under way or about to begin. Nothing else
    /// is disturbed.
    void interrupt();
    /// The program ends: no long poll begins any more.
    void stop_waiting();
    /// The network changed: the next failure starts the backoff from its least delay.
    void forget_failures() { forget_failures_ = true; }

private:
    using Reply = tl::expected<wire::HttpResponse, Event>;
    /// An event ends the list of actions; nothing goes on to the next.
    using Outcome = std::optional<Event>;

    Outcome run(const Action& action);
    Outcome run(const AskWhoAmI& action);
    Outcome run(const LookAtRecord& action);
    Outcome run(const SendEntries& action);
    Outcome run(const CheckEntry& action);
    Outcome run(const CreateFile& action);
    Outcome run(const AskOffset& action);
    Outcome run(const SendPiece& action);
    Outcome run(const ReadFeed& action);
    Outcome run(const KeepAcknowledged& action);
    Outcome run(const KeepRestored& action);
    Outcome run(const ConfirmFiles& action);
    Outcome run(const KeepQuarantine& action);
    Outcome run(const KeepStopped& action);
    Outcome run(const Tell& action);
    Outcome run(const EndPass& action);

    /// A batch as it goes out.
    struct Batch {
        std::uint64_t first = 0;
        std::uint64_t next = 0;      // the first entry after it
        std::size_t most_bytes = 0;  // the limit it was made for
        wire::HttpRequest request;
    };
    [[nodiscard]] Result<Batch> make_batch(const SendEntries& limits);
    /// The one that was made ahead when it fits.
    [[nodiscard]] Result<Batch> take_batch(const SendEntries& limits);

    [[nodiscard]] Reply call(const wire::HttpRequest& request, int limit_ms = 0);
    [[nodiscard]] tl::expected<wire::HttpResponse, wire::LineError> hand_over(
        const wire::HttpRequest& request, int limit_ms);
    Outcome file_call(const wire::HttpRequest& request);
    [[nodiscard]] Result<void> meet(const wire::WhoAmI& who, Milliseconds round_trip, Instant asked);
    [[nodiscard]] bool begin_poll();
    [[nodiscard]] bool end_poll();
    [[nodiscard]] Milliseconds monotonic() const;
    [[nodiscard]] Event first_event(int feed_wait_s);
    void publish_online();
    void publish();

    Outbox& outbox_;
    wire::Transport& transport_;
    VerifierFactory verifiers_;
    FeedApplier applier_;
    Clock& clock_;
    Random& random_;
    PumpState state_;
    std::unique_ptr<Verifier> gateway_;  // of this pass's whoami
    std::string gateway_certificate_;
    std::optional<Batch> ahead_;        // made while the gateway was busy with the one before
    std::optional<PassResult> result_;  // set by EndPass

    std::atomic<bool> forget_failures_{false};
    std::mutex polling_mutex_;
    bool polling_ = false;      // a long poll is under way
    bool interrupted_ = false;  // since the record was last looked at
    bool ending_ = false;
    bool stray_interrupt_ = false;  // the transport was told to end a poll that had just ended by itself
    mutable std::mutex status_mutex_;
    SyncStatus status_;
};

}  // namespace ardager::sync
