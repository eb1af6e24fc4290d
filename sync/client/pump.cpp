#include "sync/client/pump.h"

#include <algorithm>

#include "sync/client/turn.h"

namespace ardager::sync {
namespace {

constexpr const char* kBehind = "behind";  // the gateway holds entries that this record does not have

std::string entry_name(std::uint64_t seq) {
    return "entry " + std::to_string(seq);
}

PassFault line_fault(wire::LineFault fault, std::string detail) {
    return {false, wire::line_fault_name(fault), std::move(detail)};
}

}  // namespace

void Turn::end(std::optional<PassFault> fault) {
    keep_confirmed();
    if (!fault) fault = state_.stopped;
    state_.step = Step::resting;
    if (state_.file) state_.file->offset.reset();
    if (!fault) {
        state_.failures = 0;
        state_.retry_delay = kRestBetweenPasses;
    } else {
        // Full jitter: kiosks that lost the same line must not come back in the same second.
        const unsigned doublings = std::min(state_.failures, 20U);
        const auto ceiling =
            std::min<std::int64_t>(kMostRetryDelay.count(), kLeastRetryDelay.count() << (doublings + 1));
        const auto spread = static_cast<std::uint64_t>(ceiling - kLeastRetryDelay.count()) + 1;
        state_.retry_delay =
            kLeastRetryDelay + Milliseconds(static_cast<std::int64_t>(random_.below(spread)));
        ++state_.failures;
    }
    out_.push_back(EndPass{std::move(fault)});
}

void Turn::end_line(wire::LineFault fault, std::string detail) {
    end(line_fault(fault, std::move(detail)));
}

void Turn::stop_writing(std::string code, std::string detail) {
    state_.stopped = PassFault{true, std::move(code), std::move(detail)};
    out_.push_back(Tell{state_.stopped->code + ": " + state_.stopped->detail});
    // Our own damage is found again at every open; only what the gateway told us has to be remembered.
    if (state_.stopped->code != code_name(Code::record_damaged)) keep_stopped(state_.stopped);
    state_.feed_wait_s = 0;
    // What the feed brings becomes entries, and in a record that ends too early each takes a used number.
    if (state_.stopped->code == kBehind) return end();
    read_feed();
}

void Turn::keep_stopped(const std::optional<PassFault>& fault) {
    if (state_.marks.stopped == fault) return;
    state_.marks.stopped = fault;
    out_.push_back(KeepStopped{fault});
}

void Turn::look() {
    state_.step = Step::surveying;
    out_.push_back(LookAtRecord{state_.marks.next_seq, state_.confirmed});
}

void Turn::keep_confirmed() {
    if (state_.confirmed.empty()) return;
    out_.push_back(ConfirmFiles{std::exchange(state_.confirmed, {})});
}

void Turn::read_feed() {
    keep_confirmed();
    state_.step = Step::reading_feed;
    out_.push_back(ReadFeed{state_.marks.feed_cursor, state_.feed_wait_s});
}

void Turn::send_from(std::uint64_t first, std::size_t most_entries) {
    state_.step = Step::sending;
    state_.first_sent = first;
    out_.push_back(SendEntries{first, most_entries, state_.batch.size()});
}

void Turn::turn_back() {
    if (++state_.turns > kMostTurns)
        return end_line(wire::LineFault::broken, "the gateway keeps changing its answer");
    state_.step = Step::meeting;
    out_.push_back(AskWhoAmI{});
}

void Turn::operator()(const Started& event) {
    state_.marks = event.marks;
    state_.feed_wait_s = event.feed_wait_s;
    state_.stopped.reset();
    state_.turns = state_.feed_pages = 0;
    state_.next_seq = state_.marks.next_seq;
    state_.step = Step::meeting;
    out_.push_back(AskWhoAmI{});
}

void Turn::operator()(const Met& event) {
    const auto& who = event.who;
    if (who.role != "device" || who.device != state_.device)
        return end_line(wire::LineFault::rejected_unknown,
                        "the gateway takes our certificate for another device's");
    if (auto fault = contradiction(who, event.own_hash))
        return stop_writing(std::move(fault->code), std::move(fault->detail));
    Marks& marks = state_.marks;
    const bool other_epoch = marks.epoch != 0 && who.epoch != marks.epoch;
    if (other_epoch || who.next_seq < marks.next_seq) {
        keep_confirmed();  // before they are offered again, never after
        // A restored gateway may have lost files of entries that it still has: after a new epoch all are
        // offered again.
        const std::uint64_t from = other_epoch ? 1 : who.next_seq;
        marks.epoch = who.epoch;
        marks.next_seq = std::min(marks.next_seq, who.next_seq);
        out_.push_back(Tell{"the gateway was restored: sending again from " + entry_name(marks.next_seq)});
        out_.push_back(KeepRestored{marks.epoch, marks.next_seq, from});
    }
    state_.next_seq = who.next_seq;
    look();
}

void Turn::operator()(const Surveyed& event) {
    if (state_.stopped) return read_feed();
    if (event.head_seq >= state_.next_seq) return send_from(state_.next_seq, kMostBatchEntries);
    // The gateway has entries whose acknowledgement we lost: the last of them again brings a signed word for
    // all.
    if (state_.next_seq > state_.marks.next_seq) return send_from(state_.next_seq - 1, 1);
    keep_stopped(std::nullopt);  // its head is in our record, and every entry of ours is acknowledged
    if (event.file) return go_on_with(*event.file);
    state_.file.reset();
    read_feed();
}

void Turn::operator()(const Acknowledged& event) {
    const auto& ack = event.ack;
    if (ack.next_seq <= state_.first_sent || ack.next_seq < state_.marks.next_seq)
        return end_line(wire::LineFault::not_a_gateway,
                        "an acknowledgement of earlier entries than were sent");
    if (!event.own_hash)
        return stop_writing(kBehind, "an acknowledgement of entries that this record does not have");
    if (*event.own_hash != ack.head)
        return stop_writing(wire::refusal::fork,
                            entry_name(ack.next_seq - 1) + " was acknowledged with another hash");
    if (state_.marks.epoch != 0 && ack.epoch != state_.marks.epoch) return turn_back();
    state_.batch.went_through(event.took);
    const std::uint64_t entries = ack.next_seq - std::min(ack.next_seq, state_.marks.next_seq);
    state_.marks.epoch = ack.epoch;
    state_.marks.next_seq = state_.next_seq = ack.next_seq;
    out_.push_back(KeepAcknowledged{ack, entries});
    look();
}

void Turn::operator()(const Refused& event) {
    using namespace wire;
    const std::string& code = event.refusal.code;
    const std::string& detail = event.refusal.detail;
    // A gateway that takes no piece with the creation.
    if (code == refusal::bad_request && state_.step == Step::creating && state_.file->on_way > 0)
        return create_file();
    const bool of_file =
        state_.step == Step::creating || state_.step == Step::sending_piece || state_.step == Step::locating;
    if (code == refusal::bad_file && of_file) return file_refused(detail);
    if (code == refusal::gap && of_file) return file_not_named(event.refusal);
    if (code == refusal::gap && state_.step == Step::sending) return turn_back();
    // The feed stays open to a fenced device, but a fence on the feed itself leaves nothing to do.
    if ((code == refusal::fork || code == refusal::fenced) && state_.step != Step::reading_feed)
        return stop_writing(code, detail);
    if (code == refusal::bad_entry && state_.step == Step::sending) {
        state_.step = Step::checking;
        out_.push_back(CheckEntry{event.refusal.expected_seq.value_or(state_.first_sent)});
        return;
    }
    if (code == refusal::certificate_expired) return end_line(LineFault::rejected_expired, detail);
    if (code == refusal::certificate_revoked) return end_line(LineFault::rejected_revoked, detail);
    if (code == refusal::certificate_unknown || code == refusal::wrong_device)
        return end_line(LineFault::rejected_unknown, detail);
    end(PassFault{false, code, detail});
}

void Turn::operator()(const EntryChecked& event) {
    // A chained entry cannot be set aside without breaking the order of all that follow, so either the line
    // altered it (time will do) or our record is damaged (staff must).
    if (event.fault) return stop_writing(code_name(Code::record_damaged), event.fault->detail);
    end_line(wire::LineFault::broken, "the gateway found an entry wrong that is right here");
}

void Turn::operator()(const FeedRead& event) {
    const bool moved = event.next > state_.marks.feed_cursor;
    if (event.next < state_.marks.feed_cursor || (event.items > 0 && !moved))
        return end_line(wire::LineFault::not_a_gateway, "the feed's cursor went back");
    state_.marks.feed_cursor = event.next;
    if (event.items == 0 || ++state_.feed_pages >= kMostFeedPages) return end();
    // What came back made new entries here; they go first, and this pass does not wait a second time.
    state_.feed_wait_s = 0;
    look();
}

void Turn::operator()(const Interrupted&) {
    end();
}

void Turn::operator()(const LineFailed& event) {
    const bool cut =
        event.error.fault == wire::LineFault::broken || event.error.fault == wire::LineFault::timed_out;
    if (cut && state_.step == Step::sending) state_.batch.was_cut();
    const bool with_piece = state_.step == Step::sending_piece || state_.step == Step::creating;
    if (cut && with_piece && state_.file->on_way > 0) state_.piece.was_cut();
    end_line(event.error.fault, event.error.detail);
}

void Turn::operator()(const RecordFailed& event) {
    const bool of_file = state_.step == Step::sending_piece || state_.step == Step::creating;
    const bool unreadable = event.error.code == Code::record_damaged || event.error.code == Code::not_found;
    if (of_file && unreadable && state_.file) return set_file_aside(event.error.detail);
    end(PassFault{true, code_name(event.error.code), event.error.detail});
}

std::optional<PassFault> contradiction(const wire::WhoAmI& who, const std::optional<Digest>& own_hash) {
    if (who.next_seq == 0 || !own_hash)
        return PassFault{true, kBehind,
                         "the gateway holds entries up to " + std::to_string(who.next_seq - 1) +
                             ", this record ends earlier: recover it from the gateway"};
    if (*own_hash != who.head)
        return PassFault{true, wire::refusal::fork, entry_name(who.next_seq - 1) + " differs at the gateway"};
    return std::nullopt;
}

std::vector<Action> handle(PumpState& state, const Event& event, Random& random) {
    Turn turn(state, random);
    std::visit(turn, event);
    return std::move(turn).actions();
}

}  // namespace ardager::sync
