#include "sync/client/runner.h"

#include "kiosk/base/log.h"
#include "sync/client/calls.h"

namespace ardager::sync {
namespace {

constexpr const char* kArea = "sync";

/// An event when the step failed; nothing lets the next action run.
std::optional<Event> unless_kept(const Result<void>& kept) {
    if (kept) return std::nullopt;
    return RecordFailed{kept.error()};
}

std::uint64_t size_of(const wire::HttpRequest& request) {
    std::uint64_t size = request.method.size() + request.target.size() + request.body.size();
    for (const auto& [name, value] : request.headers) size += name.size() + value.size();
    return size;
}

}  // namespace

const char* line_state_name(LineState state) {
    switch (state) {
        case LineState::waiting:
            return "waiting";
        case LineState::online:
            return "online";
        case LineState::offline:
            return "offline";
    }
    return "unknown";
}

SyncRunner::SyncRunner(Outbox& outbox, wire::Transport& transport, VerifierFactory verifiers,
                       FeedApplier applier, Clock& clock, Random& random)
    : outbox_(outbox),
      transport_(transport),
      verifiers_(std::move(verifiers)),
      applier_(std::move(applier)),
      clock_(clock),
      random_(random) {
    state_.device = outbox_.device().text();
    publish();
}

PassResult SyncRunner::pass(int feed_wait_s) {
    if (forget_failures_.exchange(false)) state_.failures = 0;
    result_.reset();
    ahead_.reset();
    Event event = first_event(feed_wait_s);
    while (!result_) {
        std::optional<Event> next;
        for (const auto& action : handle(state_, event, random_)) {
            next = run(action);
            if (next) break;
        }
        ARDAGER_CHECK(next || result_);  // a pass goes on by an event or ends
        if (next) event = std::move(*next);
    }
    publish();
    return *result_;
}

Event SyncRunner::first_event(int feed_wait_s) {
    auto marks = outbox_.marks();
    if (!marks) return RecordFailed{marks.error()};
    return Started{std::move(*marks), feed_wait_s};
}

SyncStatus SyncRunner::status() const {
    const std::lock_guard lock(status_mutex_);
    return status_;
}

void SyncRunner::interrupt() {
    const std::lock_guard lock(polling_mutex_);
    interrupted_ = true;
    if (polling_) transport_.interrupt();
}

void SyncRunner::stop_waiting() {
    const std::lock_guard lock(polling_mutex_);
    ending_ = true;
    if (polling_) transport_.interrupt();
}

bool SyncRunner::begin_poll() {
    const std::lock_guard lock(polling_mutex_);
    polling_ = !interrupted_ && !ending_;
    return polling_;
}

bool SyncRunner::end_poll() {
    const std::lock_guard lock(polling_mutex_);
    polling_ = false;
    return interrupted_ || ending_;
}

void SyncRunner::publish_online() {
    {
        const std::lock_guard lock(status_mutex_);
        status_.state = LineState::online;
        status_.fault.reset();
        status_.fault_since.reset();
    }
    publish();
}

void SyncRunner::publish() {
    auto standing = outbox_.standing();
    const std::lock_guard lock(status_mutex_);
    if (standing) status_.standing = std::move(*standing);
    status_.next_attempt = state_.retry_delay;
}

Milliseconds SyncRunner::monotonic() const {
    return Milliseconds(clock_.read().mark.monotonic_ms);
}

tl::expected<wire::HttpResponse, wire::LineError> SyncRunner::hand_over(const wire::HttpRequest& request,
                                                                        int limit_ms) {
    {
        const std::lock_guard lock(status_mutex_);
        status_.counters.bytes_sent += size_of(request);
    }
    return transport_.call(request, limit_ms);
}

SyncRunner::Reply SyncRunner::call(const wire::HttpRequest& request, int limit_ms) {
    const int limit = limit_ms == 0 ? kReplyLimitMs : limit_ms;
    auto response = hand_over(request, limit);
    // Every call may be made twice, so a stray interruption costs one repetition and nothing else.
    if (!response && stray_interrupt_) response = hand_over(request, limit);
    stray_interrupt_ = false;
    if (response) return std::move(*response);
    return tl::unexpected<Event>(LineFailed{response.error()});
}

SyncRunner::Outcome SyncRunner::run(const Action& action) {
    return std::visit([this](const auto& one) { return run(one); }, action);
}

Result<void> SyncRunner::meet(const wire::WhoAmI& who, Milliseconds round_trip, Instant asked) {
    if (!gateway_ || gateway_certificate_ != who.certificate) {
        gateway_ = TRY(verifiers_(who.certificate));
        gateway_certificate_ = who.certificate;
    }
    const Milliseconds offset = who.time - (asked + round_trip / 2);
    clock_.learn_offset(offset);
    const std::lock_guard lock(status_mutex_);
    status_.clock_offset = offset;
    status_.clock_wrong = std::chrono::abs(offset) > kMostClockOffset;
    return {};
}

SyncRunner::Outcome SyncRunner::run(const AskWhoAmI&) {
    const Instant asked = clock_.now();
    const Milliseconds before = monotonic();
    const auto reply = call(calls::whoami());
    if (!reply) return reply.error();
    auto who = calls::read_whoami(*reply);
    if (!who) return who.error();
    const auto met = meet(*who, monotonic() - before, asked);
    if (!met)
        return LineFailed{{wire::LineFault::peer_untrusted, "whoami's certificate: " + met.error().detail}};
    auto hash = outbox_.hash_at(who->next_seq == 0 ? 0 : who->next_seq - 1);
    if (!hash) return RecordFailed{hash.error()};
    return Met{std::move(*who), *hash};
}

SyncRunner::Outcome SyncRunner::run(const LookAtRecord& action) {
    {
        const std::lock_guard lock(polling_mutex_);
        interrupted_ = false;  // this look sees what the interruption was about
    }
    auto survey = outbox_.survey(action);
    if (!survey) return RecordFailed{survey.error()};
    return std::move(*survey);
}

Result<SyncRunner::Batch> SyncRunner::make_batch(const SendEntries& limits) {
    const auto entries = TRY(outbox_.batch(limits));
    return Batch{limits.first, entries.back().entry.seq + 1, limits.most_bytes,
                 calls::entries(state_.device, wire::encode_entries(entries))};
}

Result<SyncRunner::Batch> SyncRunner::take_batch(const SendEntries& limits) {
    auto ahead = std::exchange(ahead_, std::nullopt);
    // On a line that got worse a batch of the old size would be cut again.
    if (ahead && ahead->first == limits.first && ahead->most_bytes <= limits.most_bytes)
        return std::move(*ahead);
    return make_batch(limits);
}

SyncRunner::Outcome SyncRunner::run(const SendEntries& action) {
    const auto batch = take_batch(action);
    if (!batch) return RecordFailed{batch.error()};
    transport_.while_waiting([this, next = SendEntries{batch->next, action.most_entries, action.most_bytes}] {
        if (auto made = make_batch(next)) ahead_ = std::move(*made);
    });
    const Milliseconds before = monotonic();
    const auto reply = call(batch->request);
    transport_.while_waiting({});
    if (!reply) return reply.error();
    auto ack = calls::read_acknowledgement(*reply);
    if (!ack) return ack.error();
    const auto genuine = wire::check_acknowledgement(*ack, state_.device, *gateway_);
    if (!genuine) return LineFailed{{wire::LineFault::not_a_gateway, genuine.error().detail}};
    const auto hash = outbox_.hash_at(ack->next_seq == 0 ? 0 : ack->next_seq - 1);
    if (!hash) return RecordFailed{hash.error()};
    return Acknowledged{std::move(*ack), *hash, monotonic() - before};
}

SyncRunner::Outcome SyncRunner::run(const CheckEntry& action) {
    const auto sound = outbox_.check_entry(action.seq);
    if (sound) return EntryChecked{};
    return EntryChecked{sound.error()};
}

SyncRunner::Outcome SyncRunner::file_call(const wire::HttpRequest& request) {
    const Milliseconds before = monotonic();
    const auto reply = call(request);
    if (!reply) return reply.error();
    return calls::read_file_answer(*reply, monotonic() - before);
}

SyncRunner::Outcome SyncRunner::run(const CreateFile& action) {
    if (action.length == 0) return file_call(calls::create_file(action.file, {}));
    const auto bytes = outbox_.piece({action.file, 0, action.length});
    if (!bytes) return RecordFailed{bytes.error()};
    return file_call(calls::create_file(action.file, *bytes));
}
SyncRunner::Outcome SyncRunner::run(const AskOffset& action) {
    return file_call(calls::ask_offset(action.digest));
}

SyncRunner::Outcome SyncRunner::run(const SendPiece& action) {
    const auto bytes = outbox_.piece(action);
    if (!bytes) return RecordFailed{bytes.error()};
    return file_call(calls::piece(action.file.digest, action.offset, *bytes));
}

SyncRunner::Outcome SyncRunner::run(const ReadFeed& action) {
    const bool waits = action.wait_s > 0 && begin_poll();
    const int wait_s = waits ? action.wait_s : 0;
    // Everything that could go has gone: a poll of half a minute must not hide it.
    if (waits && !state_.stopped) publish_online();
    const auto reply = call(calls::feed(action.after, wait_s), kReplyLimitMs + wait_s * 1000);
    const bool interrupted = waits && end_poll();
    if (!reply && interrupted) return Interrupted{};
    stray_interrupt_ = interrupted;
    if (!reply) return reply.error();
    const auto page = calls::read_feed(*reply);
    if (!page) return page.error();
    if (page->next > action.after) {
        const auto applied = outbox_.apply_feed(applier_, *page);
        if (!applied) return RecordFailed{applied.error()};
    }
    return FeedRead{page->items.size(), page->next};
}

SyncRunner::Outcome SyncRunner::run(const KeepAcknowledged& action) {
    const auto kept = outbox_.keep(action);
    if (kept) {
        const std::lock_guard lock(status_mutex_);
        status_.counters.entries_sent += action.entries;
    }
    return unless_kept(kept);
}

SyncRunner::Outcome SyncRunner::run(const KeepRestored& action) {
    return unless_kept(outbox_.keep(action));
}
SyncRunner::Outcome SyncRunner::run(const KeepQuarantine& action) {
    return unless_kept(outbox_.keep(action));
}

SyncRunner::Outcome SyncRunner::run(const KeepStopped& action) {
    return unless_kept(outbox_.keep(action, clock_.now()));
}

SyncRunner::Outcome SyncRunner::run(const ConfirmFiles& action) {
    const auto kept = outbox_.keep(action);
    if (kept) {
        const std::lock_guard lock(status_mutex_);
        status_.counters.files_sent += action.digests.size();
    }
    return unless_kept(kept);
}

SyncRunner::Outcome SyncRunner::run(const Tell& action) {
    log(LogLevel::warning, kArea, action.sentence);
    const std::lock_guard lock(status_mutex_);
    status_.notice = action.sentence;
    return std::nullopt;
}

SyncRunner::Outcome SyncRunner::run(const EndPass& action) {
    const Instant now = clock_.now();
    const std::lock_guard lock(status_mutex_);
    ++status_.counters.passes;
    if (action.fault && status_.fault != action.fault)
        log(LogLevel::warning, kArea, action.fault->code + ": " + action.fault->detail);
    status_.state = action.fault ? LineState::offline : LineState::online;
    status_.fault = action.fault;
    if (!action.fault)
        status_.fault_since.reset();
    else if (!status_.fault_since)
        status_.fault_since = now;
    result_ = PassResult{action.fault};
    return std::nullopt;
}

}  // namespace ardager::sync
