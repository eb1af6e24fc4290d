#include "kiosk/cases/request_visit.h"
#include "kiosk/cases/visit_file.h"
#include "tests/cases/disk_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

VisitDraft complete_visit() {
    VisitDraft draft;
    draft.person = {"Ардагеров", "Сынақ", "Тестұлы", "250509300018"};
    draft.requester = VisitPerson{"Үлгіқызы", "Өнеге", "", ""};
    draft.phone = "8 701 000 00 00";
    draft.kato = "351010000";
    draft.address = "Ержанов к-сі, 12, 5-пәтер";
    draft.reason = "bedridden";
    draft.days = {"tuesday", "thursday"};
    draft.part_of_day = "morning";
    draft.consent = true;
    return draft;
}

std::vector<VisitRow> visits(Office& office) {
    return good(list_visits(office.journal().reader().database(), 100));
}

struct Fault {
    std::string field;
    std::string code;
    std::function<void(VisitDraft&)> spoil;
};

}  // namespace

TEST_CASE("an unfinished configuration takes no request for a visit", "[cases]") {
    Branch branch([](OfficeConfig& config) { config.branch_phone.clear(); });
    const auto requested = request_visit(*branch.office, complete_visit());
    REQUIRE_FALSE(requested.has_value());
    CHECK(requested.error().code == Code::not_now);
    CHECK(requested.error().fields.at(0).field == "branch.phone");
    CHECK(branch.head().seq == 0);
}

TEST_CASE("a request for a home visit gets a number and waits for an employee", "[cases][visits]") {
    Branch branch;
    const auto visit = good(request_visit(*branch.office, complete_visit()));
    CHECK(visit.number.text.starts_with("KRG03-K1-261123-0001-"));
    const auto rows = visits(*branch.office);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].number == visit.number);
    CHECK(rows[0].state == VisitState::requested);
    CHECK(rows[0].requested_at == branch.clock.now());
    const auto payload = branch.payload(visit.seq);
    CHECK(payload.at("phone") == "+77010000000");
    CHECK(payload.at("person").at("iin") == "250509300018");
    CHECK(payload.at("requester").at("surname") == "Үлгіқызы");
    CHECK(payload.at("preferred") == Json{{"days", {"tuesday", "thursday"}}, {"part_of_day", "morning"}});
}

TEST_CASE("who asks for himself and knows no IIN is visited as well", "[cases][visits]") {
    Branch branch;
    auto draft = complete_visit();
    draft.requester.reset();
    draft.person.iin.clear();
    draft.days.clear();
    const auto visit = good(request_visit(*branch.office, draft));
    CHECK(branch.payload(visit.seq).at("requester").is_null());
    CHECK_FALSE(branch.payload(visit.seq).at("person").contains("iin"));
}

TEST_CASE("receipts and visits share one count of numbers", "[cases][visits]") {
    Branch branch;
    branch.accepts();
    CHECK(good(request_visit(*branch.office, complete_visit())).number.text.find("-0002-") !=
          std::string::npos);
}

TEST_CASE("each wrong field of a visit is named, and nothing is kept", "[cases][visits]") {
    const auto row = GENERATE(
        Fault{"service", "unknown", [](auto& draft) { draft.service = "no-such-service"; }},
        Fault{"service", "portal_only", [](auto& draft) { draft.service = "service-records"; }},
        Fault{"language", "unknown", [](auto& draft) { draft.language = "de"; }},
        Fault{"person.surname", "empty", [](auto& draft) { draft.person.surname = " "; }},
        Fault{"person.given_name", "characters", [](auto& draft) { draft.person.given_name = "С1"; }},
        Fault{"person.iin", "check_digit", [](auto& draft) { draft.person.iin = "250509300010"; }},
        Fault{"requester.given_name", "empty", [](auto& draft) { draft.requester->given_name = ""; }},
        Fault{"phone", "format", [](auto& draft) { draft.phone = "12"; }},
        Fault{"address.kato", "format", [](auto& draft) { draft.kato = "35"; }},
        Fault{"address.text", "empty", [](auto& draft) { draft.address = ""; }},
        Fault{"reason", "unknown", [](auto& draft) { draft.reason = ""; }},
        Fault{"preferred.days[1]", "unknown", [](auto& draft) { draft.days[1] = "sunday"; }},
        Fault{"preferred.days[1]", "twice", [](auto& draft) { draft.days[1] = "tuesday"; }},
        Fault{"preferred.part_of_day", "unknown", [](auto& draft) { draft.part_of_day = "night"; }},
        Fault{"consent", "required", [](auto& draft) { draft.consent = false; }});
    CAPTURE(row.field, row.code);
    Branch branch;
    auto draft = complete_visit();
    row.spoil(draft);
    const auto refused = request_visit(*branch.office, draft);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().fields.size() == 1);
    CHECK(refused.error().fields[0].field == row.field);
    CHECK(refused.error().fields[0].code == row.code);
    CHECK(branch.head().seq == 0);
}

TEST_CASE("no name, number, phone or address of a visit stands in clear in any file", "[cases][visits]") {
    Branch branch;
    good(request_visit(*branch.office, complete_visit()));
    good(branch.office->journal().settle());
    std::size_t files = 0;
    for (const auto& item : std::filesystem::recursive_directory_iterator(branch.paths.folder)) {
        if (!item.is_regular_file()) continue;
        ++files;
        std::ifstream file(item.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        CAPTURE(item.path().filename());
        for (const auto* text :
             {"Ардагеров", "Үлгіқызы", "250509300018", "7010000000", "Ержанов", "bedridden"})
            CHECK(bytes.find(text) == std::string::npos);
    }
    CHECK(files > 3);
}

TEST_CASE("visits that go on change their state and stay in the list", "[cases][visits]") {
    Branch branch;
    const auto first = good(request_visit(*branch.office, complete_visit())).number;
    const auto second = good(request_visit(*branch.office, complete_visit())).number;
    branch.clock.advance(std::chrono::hours(1));
    auto work = good(branch.office->journal().begin());
    good(work->append("visit.closed", {{"number", first.text}}));
    good(work->commit());
    const auto check = [&] {
        const auto rows = visits(*branch.office);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].number == second);
        CHECK(rows[1].state == VisitState::closed);
        CHECK(rows[1].changed_at == branch.clock.now());
    };
    check();
    good(branch.office->journal().rebuild());
    check();
    CHECK(good(find_visit(branch.office->journal().reader().database(), first)).state == VisitState::closed);
}

TEST_CASE("a disk that fails while a visit is asked for leaves it asked for or not there",
          "[cases][visits]") {
    const auto fault = GENERATE(DiskFault::input_output, DiskFault::full);
    const unsigned skip = GENERATE(range(0U, 8U));
    CAPTURE(static_cast<int>(fault), skip);
    DiskBranch branch(skip + 1);
    branch.disk.arm_fault(DiskOperation::write, fault, skip);
    const auto visit = request_visit(*branch.office, complete_visit());
    branch.disk.disarm();
    if (!visit) CHECK(visit.error().code == Code::disk);
    const std::size_t promised = visit ? 1 : 0;
    CHECK(visits(*branch.office).size() == promised);
    branch.disk.crash(branch.random);
    good(branch.opens());
    CHECK(visits(*branch.office).size() == promised);
}

TEST_CASE("a visit whose flush failed is there or not, and the answer says which", "[cases][visits]") {
    const unsigned skip = GENERATE(range(0U, 4U));
    CAPTURE(skip);
    DiskBranch branch(skip + 1);
    branch.disk.arm_fault(DiskOperation::sync, DiskFault::input_output, skip);
    const auto visit = request_visit(*branch.office, complete_visit());
    branch.disk.disarm();
    CHECK(visits(*branch.office).size() == (visit ? 1U : 0U));
}

TEST_CASE("below the reserve no request for a visit is begun", "[cases][visits]") {
    DiskBranch branch(1);
    branch.free = 1000;
    good(branch.office->journal().settle());
    CHECK(request_visit(*branch.office, complete_visit()).error().code == Code::disk_reserved);
}

TEST_CASE("a visit's file is read strictly", "[cases][visits]") {
    const Json whole{{"service", "veteran-certificate"},
                     {"language", "ru"},
                     {"person", {{"surname", "Ардагеров"}, {"given_name", "Сынақ"}}},
                     {"requester", nullptr},
                     {"phone", "+77010000000"},
                     {"address", {{"kato", "351010000"}, {"text", "Ержанов к-сі, 12"}}},
                     {"reason", "cannot_walk"},
                     {"consent", true}};
    const auto draft = good(read_visit(whole));
    CHECK(draft.person.surname == "Ардагеров");
    CHECK_FALSE(draft.requester);
    CHECK(draft.part_of_day == "any");
    struct Row {
        const char* pointer;
        Json value;
        const char* field;
        const char* code;
    };
    const auto row =
        GENERATE(Row{"/extra", 1, "extra", "unknown"}, Row{"/person/age", 101, "person.age", "unknown"},
                 Row{"/person", "x", "person", "type"}, Row{"/consent", "yes", "consent", "type"},
                 Row{"/requester", Json::object(), "requester.surname", "missing"},
                 Row{"/preferred", {{"days", "monday"}}, "preferred.days", "type"},
                 Row{"/preferred", {{"days", {7}}}, "preferred.days[0]", "type"});
    CAPTURE(row.field);
    auto spoilt = whole;
    spoilt[Json::json_pointer(row.pointer)] = row.value;
    const auto refused = read_visit(spoilt);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fields.at(0).field == row.field);
    CHECK(refused.error().fields.at(0).code == row.code);
}
