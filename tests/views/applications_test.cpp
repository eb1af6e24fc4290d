#include <catch2/catch.hpp>

#include "kiosk/views/applications.h"

using namespace ardager;

namespace {

class TestKey final : public KeySource {
public:
    Result<Bytes> load() override { return Bytes(32, 7); }
};

template <class T>
T good(Result<T> result) {
    if (!result) FAIL(result.error().detail);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A record with the projection under test and nothing else.
struct Record {
    Record() : random(1), clock(good(parse_instant("2026-11-23T10:15"))) {
        std::string name = (std::filesystem::temp_directory_path() / "ardager-views-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
        TestKey key;
        vault = good(open_vault(key, random));
        projector = std::make_unique<ApplicationsProjector>(*vault);
        JournalOptions options;
        options.paths.folder = folder / "data";
        options.device = {"KRG03", "K1"};
        options.reserve_bytes = 0;
        journal = good(Journal::open(options, *vault, clock, random, {projector.get()}));
    }
    ~Record() {
        journal.reset();
        std::filesystem::remove_all(folder);
    }
    Record(const Record&) = delete;
    Record& operator=(const Record&) = delete;

    void appends(const std::string& type, const Json& payload) {
        clock.advance(std::chrono::minutes(1));
        const auto work = good(journal->begin());
        good(work->append(type, payload));
        good(work->commit());
    }
    /// Another IIN is another person.
    ReceiptNumber accepts(const std::string& iin = "250509300018") {
        auto number = ReceiptNumber::make({"KRG03", "K1"}, clock.today(), ++count);
        appends("application.accepted", {{"number", number.text},
                                         {"service", "veteran-certificate"},
                                         {"standard_version", "2025-03"},
                                         {"language", "kk"},
                                         {"due", "2026-11-24"},
                                         {"applicant", {{"iin", iin}}}});
        return number;
    }
    ReceiptNumber refuses() {
        auto number = ReceiptNumber::make({"KRG03", "K1"}, clock.today(), ++count);
        appends("acceptance.refused", {{"number", number.text},
                                       {"service", "veteran-certificate"},
                                       {"standard_version", "2025-03"},
                                       {"language", "ru"},
                                       {"applicant", {{"iin", "250509300018"}}}});
        return number;
    }
    void decides(const ReceiptNumber& number, const std::string& kind, Json body = Json::object()) {
        body["number"] = number.text;
        body["feed_id"] = "item-" + std::to_string(++items);
        appends(kind, body);
    }
    /// Every row of both tables as text.
    [[nodiscard]] std::vector<std::string> rows() const {
        std::vector<std::string> out;
        for (const char* table : {"applications", "decisions"}) {
            auto query = good(journal->reader().database().query(
                std::string("SELECT json_array(entry_seq, number, kind, ") +
                (std::string_view(table) == "applications"
                     ? "state, service, standard_version, language, issued_at, due, hex(person), prints"
                     : "at, feed_id") +
                ") FROM " + table + " ORDER BY entry_seq"));
            while (good(query.step())) out.push_back(query.text(0));
        }
        return out;
    }

    std::filesystem::path folder;
    SeededRandom random;
    ManualClock clock;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<ApplicationsProjector> projector;
    std::unique_ptr<Journal> journal;
    unsigned count = 0;
    unsigned items = 0;
};

void lives_through_a_day(Record& record) {
    const auto first = record.accepts();
    const auto second = record.accepts("240229400103");
    const auto refused = record.refuses();
    record.appends("receipt.printed", {{"number", first.text}, {"copy", 0}});
    record.appends("receipt.printed", {{"number", first.text}, {"copy", 1}});
    record.appends("receipt.printed", {{"number", refused.text}, {"copy", 0}});
    record.decides(first, "decision.registered");
    record.decides(first, "decision.extended", {{"due", "2027-01-08"}, {"days", 30}});
    record.decides(second, "decision.refused");
    record.decides(first, "decision.granted");
}

}  // namespace

TEST_CASE("a rebuild from the entries gives the same rows", "[views]") {
    Record record;
    lives_through_a_day(record);
    const auto before = record.rows();
    CHECK(before.size() == 3 + 4);
    good(record.journal->rebuild());
    CHECK(record.rows() == before);
    good(record.journal->reader().database().execute("SELECT 1"));
}

TEST_CASE("projections that were lost are made again from the entries", "[views]") {
    Record record;
    lives_through_a_day(record);
    const auto before = record.rows();
    good(record.projector->clear(record.journal->reader().database()));
    CHECK(record.rows().empty());
    good(record.journal->rebuild());
    CHECK(record.rows() == before);
}

TEST_CASE("entries of types that the view does not know change no row", "[views]") {
    Record record;
    (void)record.accepts();
    const auto before = record.rows();
    record.appends("ticket.issued", {{"number", "A1"}});
    record.appends("shift.opened", Json::object());
    record.appends("something.from_the_future", {{"number", 7}});
    CHECK(record.rows() == before);
    good(record.journal->rebuild());
    CHECK(record.rows() == before);
}

TEST_CASE("a number's row says what the entries said", "[views]") {
    Record record;
    const auto number = record.accepts();
    record.appends("receipt.printed", {{"number", number.text}, {"copy", 0}});
    record.decides(number, "decision.extended", {{"due", "2027-01-08"}});
    const auto row = good(find_application(record.journal->reader().database(), number));
    CHECK(row.kind == ApplicationKind::acceptance);
    CHECK(row.state == ApplicationState::extended);
    CHECK(iso_date(*row.due) == "2027-01-08");
    CHECK(row.prints == 1);
    CHECK(row.entry_seq == 1);
    CHECK(row.standard_version == "2025-03");
    const auto none = find_application(record.journal->reader().database(),
                                       ReceiptNumber::make({"KRG03", "K2"}, record.clock.today(), 1));
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Code::not_found);
}

TEST_CASE("a person's numbers are found by the keyed name of the IIN, newest first", "[views]") {
    Record record;
    const auto first = record.accepts();
    (void)record.accepts("240229400103");
    const auto third = record.refuses();
    auto& database = record.journal->reader().database();
    const auto found = good(find_by_person(database, record.vault->blind("iin", "250509300018")));
    REQUIRE(found.size() == 2);
    CHECK(found[0].number == third);
    CHECK(found[1].number == first);
    CHECK(good(find_by_person(database, sha256(as_bytes("250509300018")))).empty());
    CHECK(good(list_applications(database, 2)).size() == 2);
}

TEST_CASE("a decision is known by the id that the feed gave it", "[views]") {
    Record record;
    const auto number = record.accepts();
    record.decides(number, "decision.granted");
    auto& database = record.journal->reader().database();
    CHECK(good(decision_known(database, "item-1")));
    CHECK_FALSE(good(decision_known(database, "item-2")));
    const auto notices = good(notices_of(database, number));
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].kind == "decision.granted");
    CHECK(notices[0].entry_seq == 2);
}
