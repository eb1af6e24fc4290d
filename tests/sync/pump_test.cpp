#include <catch2/catch.hpp>

#include "sync/client/pump.h"

using namespace ardager;
using namespace ardager::sync;

namespace {

const LineFailed kNoLine{{wire::LineFault::unreachable, "no line"}};

template <class Wanted>
const Wanted* find(const std::vector<Action>& actions) {
    for (const auto& action : actions)
        if (const auto* found = std::get_if<Wanted>(&action)) return found;
    return nullptr;
}

/// A pump that has sent its first entry and waits for the answer.
PumpState sending(Random& random) {
    PumpState state;
    state.device = "KRG03-K1";
    (void)handle(state, Started{}, random);
    wire::WhoAmI who;
    who.device = "KRG03-K1";
    who.role = "device";
    who.epoch = 1;
    (void)handle(state, Met{who, Digest{}}, random);
    const auto actions = handle(state, Surveyed{3, {}}, random);
    REQUIRE(find<SendEntries>(actions));
    return state;
}

}  // namespace

TEST_CASE("backoff grows from a second to five minutes, differs between devices and never ends", "[sync]") {
    SeededRandom random(1);
    PumpState state;
    std::set<std::int64_t> delays;
    Milliseconds longest{0};
    for (int failure = 0; failure < 2000; ++failure) {
        (void)handle(state, Started{}, random);
        const auto actions = handle(state, kNoLine, random);
        REQUIRE(find<EndPass>(actions));
        CHECK(state.retry_delay >= kLeastRetryDelay);
        CHECK(state.retry_delay <= kMostRetryDelay);
        if (failure < 3) CHECK(state.retry_delay <= kLeastRetryDelay * (2 << failure));
        longest = std::max(longest, state.retry_delay);
        delays.insert(state.retry_delay.count());
    }
    CHECK(longest > kMostRetryDelay * 9 / 10);
    CHECK(delays.size() > 1500);
}

TEST_CASE("the first good pass ends the backoff", "[sync]") {
    SeededRandom random(1);
    PumpState state;
    for (int i = 0; i < 8; ++i) (void)handle(state, kNoLine, random);
    state.step = Step::reading_feed;
    (void)handle(state, FeedRead{0, 0}, random);
    CHECK(state.failures == 0);
    CHECK(state.retry_delay == kRestBetweenPasses);
}

TEST_CASE("an entry that the gateway finds wrong is checked here before anyone is blamed", "[sync]") {
    SeededRandom random(1);
    auto state = sending(random);
    auto actions = handle(state, Refused{{wire::refusal::bad_entry, "", 2}}, random);
    REQUIRE(find<CheckEntry>(actions));
    CHECK(find<CheckEntry>(actions)->seq == 2);

    SECTION("right here: the line altered it, and time will do") {
        const auto* end = find<EndPass>(actions = handle(state, EntryChecked{}, random));
        REQUIRE(end);
        CHECK_FALSE(end->fault->of_record);
    }
    SECTION("wrong here: the record is damaged, staff are told and the feed is still read") {
        actions = handle(state, EntryChecked{Error{Code::record_damaged, "entry 2: differs", {}}}, random);
        CHECK(find<Tell>(actions));
        REQUIRE(find<ReadFeed>(actions));
        actions = handle(state, FeedRead{0, 0}, random);
        REQUIRE(find<EndPass>(actions));
        CHECK(find<EndPass>(actions)->fault->code == "record_damaged");
    }
}

TEST_CASE("a gateway that keeps changing its answer does not keep a pass alive", "[sync]") {
    SeededRandom random(1);
    auto state = sending(random);
    for (unsigned turn = 0;; ++turn) {
        REQUIRE(turn <= kMostTurns);
        state.step = Step::sending;
        const auto actions = handle(state, Refused{{wire::refusal::gap, "", 1}}, random);
        if (find<EndPass>(actions)) break;
        CHECK(find<AskWhoAmI>(actions));
    }
}

TEST_CASE("a fenced device reads but writes nothing more in the pass", "[sync]") {
    SeededRandom random(1);
    auto state = sending(random);
    auto actions = handle(state, Refused{{wire::refusal::fenced, "staff act", 3}}, random);
    REQUIRE(find<ReadFeed>(actions));
    REQUIRE(find<KeepStopped>(actions));
    CHECK(find<KeepStopped>(actions)->fault->code == "fenced");
    actions = handle(state, FeedRead{2, 9}, random);
    actions = handle(state, Surveyed{9, Attachment{}}, random);
    CHECK(find<ReadFeed>(actions));
    CHECK_FALSE(find<SendEntries>(actions));
    CHECK_FALSE(find<CreateFile>(actions));
}

TEST_CASE("a feed that goes back or stands still is no gateway's", "[sync]") {
    SeededRandom random(1);
    PumpState state;
    state.marks.feed_cursor = 5;
    state.step = Step::reading_feed;
    CHECK(find<EndPass>(handle(state, FeedRead{1, 5}, random))->fault->code == "not_a_gateway");
    CHECK(find<EndPass>(handle(state, FeedRead{0, 4}, random))->fault->code == "not_a_gateway");
}

TEST_CASE("pieces shrink on a line that is cut and grow on one that is calm", "[sync]") {
    Pace pace(kFirstPieceBytes, kLeastPieceBytes, kMostPieceBytes);
    for (int i = 0; i < 20; ++i) pace.went_through(Milliseconds(10));
    CHECK(pace.size() == kMostPieceBytes);
    for (int i = 0; i < 4; ++i) pace.was_cut();
    CHECK(pace.size() == kLeastPieceBytes);
    for (int i = 0; i < 10; ++i) pace.went_through(Milliseconds(10));
    CHECK(pace.size() == kLeastPieceBytes);
    for (int i = 0; i < 500; ++i) pace.went_through(Milliseconds(10));
    CHECK(pace.size() == kMostPieceBytes);
    pace.went_through(kSlowPiece + Milliseconds(1));
    CHECK(pace.size() == kMostPieceBytes / 2);
}
