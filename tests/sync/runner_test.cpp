#include "kiosk.h"

using namespace ardager;

namespace {

const std::string kItemId = "019abcde-0000-7000-8000-000000000001";

std::size_t place_of(const std::vector<std::string>& log, std::string_view start) {
    for (std::size_t i = 0; i < log.size(); ++i)
        if (log[i].starts_with(start)) return i;
    return log.size();
}

}  // namespace

TEST_CASE("applications and scans reach the gateway once, entries first", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts_with_scan(700'000);
    kiosk.accepts(20);
    CHECK(kiosk.syncs().completed());
    kiosk.check_all_arrived();
    CHECK(place_of(kiosk.gateway->log, "POST entries 1-21") < place_of(kiosk.gateway->log, "POST file"));
    CHECK(kiosk.runner->status().counters.entries_sent == 21);
    CHECK(kiosk.runner->status().counters.files_sent == 1);
    CHECK(kiosk.runner->status().standing.last_acknowledged->next_seq == 22);
}

TEST_CASE("an empty record is met and asked for its feed only", "[sync]") {
    Kiosk kiosk;
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.gateway->log == std::vector<std::string>{"GET whoami", "GET feed 0"});
}

TEST_CASE("a fault at any call is survived and everything arrives once", "[sync]") {
    const auto fault =
        GENERATE(Fault::no_line, Fault::dropped_reply, Fault::cut_in_the_middle, Fault::portal_page,
                 Fault::proxy_error, Fault::wrong_signature, Fault::ack_of_another_device,
                 Fault::ack_of_the_past, Fault::foreign_certificate, Fault::other_protocol, Fault::gap,
                 Fault::busy, Fault::bad_entry, Fault::piece_damaged, Fault::upload_lost);
    CAPTURE(static_cast<int>(fault));
    for (int call = 1; call <= 9; ++call) {
        CAPTURE(call);
        Kiosk kiosk;
        kiosk.accepts_with_scan(600'000);
        kiosk.accepts(2);
        kiosk.gateway->faults[call] = fault;
        CHECK(kiosk.syncs_until_done(3) <= 3);
        kiosk.check_all_arrived();
    }
}

TEST_CASE("faults at many calls and restarts between passes end in a complete record", "[sync]") {
    const auto seed = GENERATE(range(1, 12));
    CAPTURE(seed);
    Kiosk kiosk(static_cast<std::uint64_t>(seed));
    SeededRandom dice(static_cast<std::uint64_t>(seed) * 77);
    for (int call = 1; call < 60; ++call)
        if (dice.below(3) == 0) kiosk.gateway->faults[call] = static_cast<Fault>(dice.below(15));
    for (int day = 0; day < 25; ++day) {
        if (day < 5) kiosk.accepts_with_scan(1 + dice.below(900'000));
        kiosk.syncs();
        if (dice.below(3) == 0) kiosk.restarts();
    }
    CHECK(kiosk.syncs_until_done(40) <= 40);
    kiosk.check_all_arrived();
}

TEST_CASE("nothing counts as sent without a verified acknowledgement", "[sync]") {
    const auto fault =
        GENERATE(Fault::portal_page, Fault::proxy_error, Fault::wrong_signature, Fault::ack_of_another_device,
                 Fault::ack_of_the_past, Fault::foreign_certificate, Fault::other_protocol,
                 Fault::dropped_reply, Fault::busy);
    CAPTURE(static_cast<int>(fault));
    Kiosk kiosk;
    kiosk.accepts(3);
    kiosk.gateway->every_call = fault;
    for (int i = 0; i < 5; ++i) CHECK_FALSE(kiosk.syncs().completed());
    CHECK(kiosk.waiting() == 3);
    CHECK(kiosk.runner->status().counters.entries_sent == 0);
    CHECK_FALSE(kiosk.runner->status().standing.last_acknowledged);
    CHECK(kiosk.runner->status().state == sync::LineState::offline);
    kiosk.gateway->every_call.reset();
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.waiting() == 0);
}

TEST_CASE("what does not come from a gateway is told apart from a cut line", "[sync]") {
    struct Row {
        Fault fault;
        const char* code;
    };
    const auto row = GENERATE(
        Row{Fault::portal_page, "not_a_gateway"}, Row{Fault::proxy_error, "not_a_gateway"},
        Row{Fault::other_protocol, "not_a_gateway"}, Row{Fault::foreign_certificate, "peer_untrusted"},
        Row{Fault::dropped_reply, "broken"}, Row{Fault::no_line, "unreachable"}, Row{Fault::busy, "busy"});
    Kiosk kiosk;
    kiosk.gateway->every_call = row.fault;
    kiosk.syncs();
    CHECK(kiosk.fault() == row.code);
}

TEST_CASE("a lost acknowledgement costs one entry, not the batch", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts(50);
    kiosk.gateway->faults[2] = Fault::dropped_reply;
    CHECK_FALSE(kiosk.syncs().completed());
    kiosk.gateway->log.clear();
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.gateway->log == std::vector<std::string>{"GET whoami", "POST entries 50-50", "GET feed 0"});
    kiosk.check_all_arrived();
}

TEST_CASE("a cut file goes on where it stopped, after a restart too", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts_with_scan(900'000);
    for (const int call : {4, 8, 12}) kiosk.gateway->faults[call] = Fault::cut_in_the_middle;
    while (!kiosk.syncs().completed()) kiosk.restarts();
    kiosk.check_all_arrived();
    CHECK(kiosk.gateway->piece_bytes == 900'000);
}

TEST_CASE("a newer entry overtakes a file that is under way", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts_with_scan(900'000);
    bool accepted = false;
    kiosk.gateway->meanwhile = [&](const wire::HttpRequest& request) {
        if (request.target == "/v1/files" && !std::exchange(accepted, true)) kiosk.accepts(1);
    };
    CHECK(kiosk.syncs().completed());
    kiosk.check_all_arrived();
    const auto& log = kiosk.gateway->log;
    const auto first_piece = place_of(log, "POST file 0+");
    REQUIRE(first_piece + 2 < log.size());
    CHECK(log[first_piece + 1] == "POST entries 2-2");
    CHECK(log[first_piece + 2].starts_with("PATCH "));
}

TEST_CASE("a gateway restored from a backup is sent again what it lost", "[sync]") {
    const bool new_epoch = GENERATE(true, false);
    CAPTURE(new_epoch);
    Kiosk kiosk;
    kiosk.accepts(2);
    const auto kept = kiosk.accepts_with_scan(1000);
    const auto lost = kiosk.accepts_with_scan(2000);
    CHECK(kiosk.syncs().completed());
    kiosk.gateway->entries.resize(3);
    kiosk.gateway->files.erase(lost);
    if (new_epoch) kiosk.gateway->files.erase(kept);
    if (new_epoch) ++kiosk.gateway->epoch;
    CHECK(kiosk.syncs().completed());
    kiosk.check_all_arrived();
    CHECK(kiosk.runner->status().notice.find("restored") != std::string::npos);
    kiosk.gateway->log.clear();
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.gateway->log.size() == 2);
}

TEST_CASE("another history at the gateway stops sending but not the feed", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts(3);
    CHECK(kiosk.syncs().completed());
    kiosk.gateway->entries[2].entry.hash.bytes[0] ^= 1U;
    kiosk.accepts(1);
    kiosk.gateway->log.clear();
    CHECK_FALSE(kiosk.syncs().completed());
    CHECK(kiosk.fault() == "fork");
    CHECK(kiosk.runner->status().fault->of_record);
    CHECK(kiosk.gateway->log == std::vector<std::string>{"GET whoami", "GET feed 0"});
    CHECK(kiosk.waiting() == 1);
}

TEST_CASE("a gateway that knows more than the record is not written to", "[sync]") {
    Kiosk kiosk;
    Kiosk later;
    later.accepts(2);
    CHECK(later.syncs().completed());
    kiosk.gateway->entries = later.gateway->entries;
    CHECK_FALSE(kiosk.syncs().completed());
    CHECK(kiosk.fault() == "behind");
}

TEST_CASE("what stopped the record is known after a restart, until both sides agree again", "[sync]") {
    const bool behind = GENERATE(true, false);
    CAPTURE(behind);
    Kiosk kiosk;
    kiosk.accepts(2);
    CHECK(kiosk.syncs().completed());
    CHECK_FALSE(good(kiosk.outbox->standing()).stopped);
    const auto sound = kiosk.gateway->entries;
    if (behind)
        kiosk.gateway->entries.push_back(sound.back());
    else
        kiosk.gateway->entries.back().entry.hash.bytes[0] ^= 1U;
    const Instant found = kiosk.clock.now();
    CHECK_FALSE(kiosk.syncs().completed());
    kiosk.restarts();
    kiosk.clock.advance(std::chrono::hours(1));
    kiosk.gateway->every_call = Fault::no_line;
    CHECK_FALSE(kiosk.syncs().completed());
    kiosk.gateway->every_call.reset();
    CHECK_FALSE(kiosk.syncs().completed());
    const auto stopped = good(kiosk.outbox->standing()).stopped;
    REQUIRE(stopped);
    CHECK(stopped->fault.code == (behind ? "behind" : "fork"));
    CHECK(stopped->at == found);
    kiosk.gateway->entries = sound;
    CHECK(kiosk.syncs().completed());
    CHECK_FALSE(good(kiosk.outbox->standing()).stopped);
}

TEST_CASE("a record that ends too early takes nothing in from the feed", "[sync]") {
    Kiosk kiosk;
    Kiosk later;
    later.accepts(2);
    CHECK(later.syncs().completed());
    kiosk.gateway->entries = later.gateway->entries;
    CHECK_FALSE(kiosk.syncs().completed());
    CHECK(kiosk.gateway->log == std::vector<std::string>{"GET whoami"});
    CHECK(kiosk.journal->head().seq == 0);
}

TEST_CASE("a small file costs one call on a calm line, and a question first after a cut", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts_with_scan(1000);
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.gateway->log ==
          std::vector<std::string>{"GET whoami", "POST entries 1-1", "POST file 0+1000", "GET feed 0"});
    kiosk.accepts_with_scan(900'000);
    kiosk.gateway->faults[7] = Fault::cut_in_the_middle;  // whoami, entries, the file's beginning
    CHECK_FALSE(kiosk.syncs().completed());
    kiosk.gateway->log.clear();
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.gateway->log[1] == "POST file");
    kiosk.check_all_arrived();
}

TEST_CASE("a gateway that takes no piece with the creation is sent it afterwards", "[sync]") {
    Kiosk kiosk;
    kiosk.gateway->takes_piece_with_creation = false;
    kiosk.accepts_with_scan(1000);
    CHECK(kiosk.syncs().completed());
    kiosk.check_all_arrived();
}

TEST_CASE("whole files are noted some at a time, and at the latest when the pass ends", "[sync]") {
    Kiosk kiosk;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < 2 * sync::kMostUnkeptFiles; ++i) {
        kiosk.accepts_with_scan(100 + i);
        bytes += 100 + i;
    }
    unsigned pieces = 0;
    kiosk.gateway->meanwhile = [&](const wire::HttpRequest& request) {
        if (request.target != "/v1/files" || ++pieces != sync::kMostUnkeptFiles + 3) return;
        kiosk.gateway->every_call = Fault::no_line;
    };
    CHECK_FALSE(kiosk.syncs().completed());
    kiosk.gateway->every_call.reset();
    kiosk.restarts();
    CHECK(kiosk.syncs().completed());
    kiosk.check_all_arrived();
    CHECK(kiosk.gateway->piece_bytes == bytes);  // none was sent again after the restart
}

TEST_CASE("a file that the gateway refuses twice is set aside and the rest goes on", "[sync]") {
    Kiosk kiosk;
    const auto refused = kiosk.accepts_with_scan(1000);
    const auto sound = kiosk.accepts_with_scan(2000);
    kiosk.gateway->refuses_files.insert(refused);
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.waiting() == 0);
    CHECK(kiosk.gateway->has(sound));
    const auto standing = kiosk.runner->status().standing;
    REQUIRE(standing.quarantined.size() == 1);
    CHECK(standing.quarantined[0] == sync::QuarantinedFile{refused, "told by the test"});
    const auto& log = kiosk.gateway->log;
    CHECK(std::count(log.begin(), log.end(), "POST file 0+1000") +
              std::count(log.begin(), log.end(), "PATCH 0+1000") ==
          2);
    kiosk.restarts();
    kiosk.gateway->log.clear();
    CHECK(kiosk.syncs().completed());
    CHECK(place_of(kiosk.gateway->log, "POST file") == kiosk.gateway->log.size());
}

TEST_CASE("a refused certificate is told to staff as what it is", "[sync]") {
    struct Row {
        const char* refusal;
        const char* fault;
    };
    const auto row = GENERATE(
        Row{"certificate_revoked", "rejected_revoked"}, Row{"certificate_expired", "rejected_expired"},
        Row{"certificate_unknown", "rejected_unknown"}, Row{"wrong_device", "rejected_unknown"});
    Kiosk kiosk;
    kiosk.accepts(1);
    kiosk.gateway->refuses_device = row.refusal;
    kiosk.syncs();
    CHECK(kiosk.fault() == row.fault);
    CHECK(kiosk.waiting() == 1);
    CHECK(kiosk.gateway->entries.empty());
}

TEST_CASE("a certificate of another device sends nothing", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts(1);
    kiosk.gateway->device = "KRG03-K2";
    CHECK_FALSE(kiosk.syncs().completed());
    CHECK(kiosk.fault() == "rejected_unknown");
    CHECK(kiosk.gateway->entries.empty());
}

TEST_CASE("decisions come back once and their entries are sent in the same pass", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts(1);
    kiosk.gateway->feed.push_back({5, kItemId, "decision.granted", kiosk.clock.now(), {{"number", "x"}}});
    CHECK(kiosk.syncs().completed());
    kiosk.restarts();
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.journal->head().seq == 2);
    CHECK(kiosk.gateway->entries.back().entry.type == "decision.granted");
    kiosk.check_all_arrived();
}

TEST_CASE("a decision that cannot be kept is asked for again", "[sync]") {
    Kiosk kiosk;
    kiosk.gateway->feed.push_back({5, kItemId, "decision.granted", kiosk.clock.now(), Json::object()});
    kiosk.applier_fails = true;
    CHECK_FALSE(kiosk.syncs().completed());
    CHECK(kiosk.fault() == "disk");
    kiosk.applier_fails = false;
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.journal->head().seq == 1);
}

TEST_CASE("a wrong device clock is told to staff and stops nothing", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts(1);
    kiosk.gateway->clock_ahead = std::chrono::hours(26);
    CHECK(kiosk.syncs().completed());
    CHECK(kiosk.runner->status().clock_wrong);
    CHECK(kiosk.runner->status().clock_offset == Milliseconds(std::chrono::hours(26)));
    CHECK(kiosk.clock.read().mark.offset == Milliseconds(std::chrono::hours(26)));
}

TEST_CASE("the clock offset is not learnt from a stranger", "[sync]") {
    Kiosk kiosk;
    kiosk.gateway->clock_ahead = std::chrono::hours(26);
    kiosk.gateway->every_call = Fault::foreign_certificate;
    kiosk.syncs();
    CHECK_FALSE(kiosk.clock.read().mark.offset);
}

TEST_CASE("while the feed is waited for, status already says online and that nothing waits", "[sync]") {
    Kiosk kiosk;
    kiosk.accepts(2);
    std::optional<sync::SyncStatus> during;
    kiosk.gateway->meanwhile = [&](const wire::HttpRequest& request) {
        if (request.target.find("wait=25") != std::string::npos) during = kiosk.runner->status();
    };
    kiosk.runner->pass(25);
    REQUIRE(during);
    CHECK(during->state == sync::LineState::online);
    CHECK(during->standing.waiting == 0);
}

TEST_CASE("status tells since when the line is gone", "[sync]") {
    Kiosk kiosk;
    CHECK(kiosk.runner->status().state == sync::LineState::waiting);
    kiosk.gateway->every_call = Fault::no_line;
    const Instant first = kiosk.clock.now();
    kiosk.syncs();
    kiosk.clock.advance(std::chrono::minutes(7));
    kiosk.syncs();
    CHECK(kiosk.runner->status().fault_since == first);
    CHECK(kiosk.runner->status().next_attempt == kiosk.runner->retry_delay());
    kiosk.gateway->every_call.reset();
    kiosk.syncs();
    CHECK_FALSE(kiosk.runner->status().fault_since);
    CHECK(kiosk.runner->status().state == sync::LineState::online);
}
