#include "kiosk/vault/signing_key.h"
#include "tests/gateway/ministry_fixture.h"

using namespace ardager;
using namespace ardager::gateway;

namespace {

struct Line {
    Ministry ministry;
    Kiosk kiosk;
    Line() { ministry.lists(kiosk); }
};

wire::Acknowledgement acknowledgement(const wire::HttpResponse& response) {
    REQUIRE(response.status == 200);
    return *wire::Acknowledgement::from_json(response.body);
}

}  // namespace

TEST_CASE("a batch is acknowledged with a signature over what is durable", "[gateway]") {
    Line line;
    line.kiosk.accepts();
    line.kiosk.writes("receipt.printed", {{"copies", 1}});
    const auto ack = acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal()));
    CHECK(ack.next_seq == 3);
    CHECK(ack.epoch == 1);
    CHECK(ack.head == line.kiosk.journal().back().entry.hash);
    const auto verifier = *load_verifier(line.ministry.certificate());
    CHECK(wire::check_acknowledgement(ack, "KRG03-K1", *verifier));
}

TEST_CASE("tickets and home visits are kept, and are no applications", "[gateway]") {
    Line line;
    line.kiosk.writes("ticket.issued", {{"ticket", "A-001"}, {"day", "2026-11-23"}, {"service", "question"}});
    line.kiosk.writes("ticket.called", {{"ticket", "A-001"}, {"day", "2026-11-23"}, {"window", "1"}});
    line.kiosk.writes("visit.requested", {{"number", "KRG03-K1-261123-0001-Q"}, {"phone", "+77010000000"}});
    const auto ack = acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal()));
    CHECK(ack.next_seq == 4);
    CHECK(ack.head == line.kiosk.journal().back().entry.hash);
    const auto list =
        *parse_json(line.ministry.answers("GET", "/v1/provider/applications", line.ministry.officer()).body);
    CHECK(list["applications"].empty());
}

TEST_CASE("the same batch again gets the same acknowledgement and is counted once", "[gateway]") {
    Line line;
    line.kiosk.accepts();
    const auto first = acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal()));
    const auto again = acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal()));
    CHECK(again.next_seq == first.next_seq);
    CHECK(again.head == first.head);
    const auto list =
        *parse_json(line.ministry.answers("GET", "/v1/provider/applications", line.ministry.officer()).body);
    CHECK(list["applications"].size() == 1);
}

TEST_CASE("a batch that overlaps what is known appends only the rest", "[gateway]") {
    Line line;
    line.kiosk.accepts();
    line.kiosk.accepts();
    REQUIRE(line.ministry.receives(line.kiosk, line.kiosk.journal()).status == 200);
    line.kiosk.accepts();
    CHECK(acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.from(2))).next_seq == 4);
}

TEST_CASE("a gap is refused with the sequence that is expected", "[gateway]") {
    Line line;
    for (int i = 0; i < 3; ++i) line.kiosk.accepts();
    REQUIRE(line.ministry.receives(line.kiosk, {line.kiosk.journal()[0]}).status == 200);
    const auto refused = line.ministry.receives(line.kiosk, line.kiosk.from(3));
    CHECK(refused.status == 409);
    CHECK(code_of(refused) == "gap");
    CHECK(expected_of(refused) == 2);
}

TEST_CASE("a second history fences the device, and the fence outlives a restart", "[gateway]") {
    Line line;
    line.kiosk.accepts();
    line.kiosk.accepts();
    REQUIRE(line.ministry.receives(line.kiosk, line.kiosk.journal()).status == 200);
    const std::size_t lost = GENERATE(1U, 2U);
    line.kiosk.forgets(lost);
    for (std::size_t i = 0; i < lost; ++i) line.kiosk.writes("clock.corrected", {{"by_ms", i}});

    SECTION("told by an entry that is here already") {
        CHECK(code_of(line.ministry.receives(line.kiosk, line.kiosk.journal())) == "fork");
    }
    SECTION("told by a new entry with another past") {
        line.kiosk.writes("clock.corrected", {{"by_ms", 9}});
        CHECK(code_of(line.ministry.receives(line.kiosk, line.kiosk.from(3))) == "fork");
    }
    line.ministry.restarts();
    const auto later = line.ministry.receives(line.kiosk, line.kiosk.journal());
    CHECK(later.status == 409);
    CHECK(code_of(later) == "fenced");
    CHECK(line.ministry.answers("GET", "/v1/whoami", line.kiosk.peer()).status == 200);
    CHECK(line.ministry.answers("GET", "/v1/feed", line.kiosk.peer()).status == 200);
}

TEST_CASE("a wrong entry is named and the entries before it are kept", "[gateway]") {
    struct Row {
        const char* what;
        void (*spoil)(wire::WireEntry&);
    };
    const auto row = GENERATE(Row{"payload", [](wire::WireEntry& e) { e.payload[5] ^= 1; }},
                              Row{"hash", [](wire::WireEntry& e) { e.entry.hash.bytes[0] ^= 1; }},
                              Row{"link", [](wire::WireEntry& e) { e.entry.prev.bytes[0] ^= 1; }},
                              Row{"type", [](wire::WireEntry& e) { e.entry.type = "notice.delivered"; }});
    CAPTURE(row.what);
    Line line;
    for (int i = 0; i < 4; ++i) line.kiosk.writes("ticket.issued", {{"n", i}});
    Batch batch = line.kiosk.journal();
    row.spoil(batch[2]);
    const auto refused = line.ministry.receives(line.kiosk, batch);
    CHECK(refused.status == 422);
    CHECK(code_of(refused) == "bad_entry");
    CHECK(expected_of(refused) == 3);
    CHECK(acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.from(3))).next_seq == 5);
}

TEST_CASE("a damaged copy of a known entry is a bad entry, not a second history", "[gateway]") {
    Line line;
    line.kiosk.accepts();
    REQUIRE(line.ministry.receives(line.kiosk, line.kiosk.journal()).status == 200);
    Batch batch = line.kiosk.journal();
    batch[0].entry.hash.bytes[3] ^= 1;
    CHECK(code_of(line.ministry.receives(line.kiosk, batch)) == "bad_entry");
    CHECK(line.ministry.receives(line.kiosk, line.kiosk.journal()).status == 200);
}

TEST_CASE("what cannot be read is refused and nothing is kept", "[gateway]") {
    struct Row {
        const char* what;
        wire::Headers headers;
        std::string body;
    };
    Kiosk source;
    source.accepts();
    source.accepts();
    source.accepts();
    const std::string lines = wire::encode_entries({source.journal()[0], source.journal()[2]});
    const auto row = GENERATE_COPY(Row{"not zstd", {{"Content-Encoding", "zstd"}}, "plain"},
                                   Row{"not NDJSON", {}, "{\"seq\":"},
                                   Row{"another encoding", {{"Content-Encoding", "br"}}, "x"},
                                   Row{"an empty batch", {}, ""}, Row{"a hole in the batch", {}, lines},
                                   Row{"too much after decompression",
                                       {{"Content-Encoding", "zstd"}},
                                       wire::compress(std::string(33U << 20, ' '))});
    CAPTURE(row.what);
    Line line;
    const auto refused = line.ministry.answers(
        {"POST", "/v1/journals/KRG03-K1/entries", row.headers, row.body}, line.kiosk.peer());
    CHECK(refused.status == 400);
    CHECK(code_of(refused) == "bad_request");
    const auto who =
        *wire::WhoAmI::from_json(line.ministry.answers("GET", "/v1/whoami", line.kiosk.peer()).body);
    CHECK(who.next_seq == 1);
}

TEST_CASE("acknowledged entries are there after the process was killed", "[gateway]") {
    Line line;
    line.kiosk.accepts();
    const auto ack = acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal()));
    // What a kill leaves: the files as they are at this moment, copied while the gateway still has them open.
    Folder copy;
    for (const auto& file : std::filesystem::directory_iterator(line.ministry.folder()))
        std::filesystem::copy(file.path(), copy.path() / file.path().filename());
    const auto store = SqliteStore::open({copy.path(), {}});
    REQUIRE(store);
    CHECK((*store)->journal("KRG03-K1")->next_seq == ack.next_seq);
    CHECK((*store)->application(line.kiosk.last_number())->has_value());
}

TEST_CASE("entries that this version does not understand are kept and chained", "[gateway]") {
    Line line;
    const auto payload =
        GENERATE(Json{{"anything", 1}}, Json{{"number", "not a number"}}, Json::array({1, 2}));
    const auto* type = GENERATE("something.new", "application.accepted");
    line.kiosk.writes(type, payload);
    line.kiosk.accepts();
    CHECK(acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal())).next_seq == 3);
    CHECK(line.ministry.application(line.kiosk.last_number())["state"] == "received");
}

TEST_CASE("a number that stands twice makes one application", "[gateway]") {
    Line line;
    const auto first = line.kiosk.accepts();
    line.kiosk.writes("application.accepted", *parse_json(first.payload));
    CHECK(acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal())).next_seq == 3);
    const auto list =
        *parse_json(line.ministry.answers("GET", "/v1/provider/applications", line.ministry.officer()).body);
    CHECK(list["applications"].size() == 1);
}

TEST_CASE("a restored gateway says so by its epoch and gives out no cursor twice", "[gateway]") {
    Line line;
    line.kiosk.accepts();
    REQUIRE(line.ministry.receives(line.kiosk, line.kiosk.journal()).status == 200);
    REQUIRE(line.ministry.decides(line.kiosk.last_number(), {{"kind", "register"}}).status == 200);
    const auto before = line.ministry.feed(line.kiosk).next;
    {
        auto transaction = *line.ministry.store().begin();
        REQUIRE(line.ministry.store().raise_epoch() == 2U);
        REQUIRE(transaction->commit());
    }
    CHECK(acknowledgement(line.ministry.receives(line.kiosk, line.kiosk.journal())).epoch == 2);
    REQUIRE(line.ministry.decides(line.kiosk.last_number(), {{"kind", "grant"}}).status == 200);
    CHECK(line.ministry.feed(line.kiosk, before).next > (std::uint64_t{2} << 32));
}

TEST_CASE("no name, number or page of a person stands in clear on the ministry's disk", "[gateway]") {
    Line line;
    const Scan page{"a page that says Ардагеров Сынақ 250509300018"};
    line.kiosk.accepts({page});
    REQUIRE(line.ministry.receives(line.kiosk, line.kiosk.journal()).status == 200);
    line.ministry.takes_file(line.kiosk, page);
    REQUIRE(line.ministry.decides(line.kiosk.last_number(), {{"kind", "register"}}).status == 200);
    REQUIRE(
        line.ministry
            .decides(line.kiosk.last_number(), {{"kind", "refuse"}, {"reason", "Ардагеров: no such soldier"}})
            .status == 200);
    for (const auto& file : std::filesystem::directory_iterator(line.ministry.folder())) {
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        CAPTURE(file.path().filename().string());
        for (const char* personal : {"Ардагеров", "Сынақ", "250509300018", "НО 123456", "no such soldier"})
            CHECK(bytes.find(personal) == std::string::npos);
    }
}
