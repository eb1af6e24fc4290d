#include <fstream>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/cases/compose_receipt.h"
#include "kiosk/cases/deliver_notice.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/cases/show_status.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

Json days(int count) {
    return {{"days", count}};
}

/// The law as it stands, and a later order: two days instead of one, 45 instead of 30, from December on.
std::filesystem::path assets_with_a_later_order(const Folder& folder) {
    auto assets = folder.path() / "assets";
    std::filesystem::copy(source_folder("assets"), assets, std::filesystem::copy_options::recursive);
    const auto standards = assets / "standards" / "veteran-certificate";
    const auto old_text = good(read_file(standards / "2025-03.toml", 1U << 20));
    std::string text(as_text(old_text));
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"version = \"2025-03\"", "version = \"2026-12\""},
             {"in_force_from = 2025-03-03", "in_force_from = 2026-12-01"},
             {"\nbase = 1\n", "\nbase = 2\n"},
             {"\ndays = 30\n", "\ndays = 45\n"}}) {
        const auto found = text.find(from);
        REQUIRE(found != std::string::npos);
        text.replace(found, from.size(), to);
    }
    std::ofstream(standards / "2026-12.toml") << text;
    return assets;
}

}  // namespace

TEST_CASE("decisions change the state, the due date and what is told of a number", "[cases]") {
    Branch branch;
    const auto number = branch.accepts().number;
    CHECK(good(show_status(*branch.office, number)).decisions.empty());
    branch.decides(number, "decision.registered", {{"registration_number", "2026-000017"}});
    CHECK(branch.row(number).state == ApplicationState::registered);
    CHECK(iso_date(*branch.row(number).due) == "2026-11-24");
    branch.decides(number, "decision.extended", days(30));
    branch.decides(number, "decision.extended", days(90));
    branch.decides(number, "decision.granted");
    const auto status = good(show_status(*branch.office, number));
    CHECK(status.row.state == ApplicationState::granted);
    CHECK(status.service.kk == "Ұлы Отан соғысының ардагерлеріне куәлік беру");
    CHECK_FALSE(status.at_the_ministry);
    REQUIRE(status.decisions.size() == 4);
    CHECK(status.decisions[1].extended_days == 30U);
    CHECK(status.decisions[2].extended_days == 90U);
    CHECK(status.decisions[2].due == status.row.due);
    CHECK(*status.decisions[1].due < *status.decisions[2].due);
}

TEST_CASE("an extension is counted by our calendar from the day of acceptance", "[cases]") {
    struct Row {
        const char* accepted;
        int days;
        const char* due;
    };
    // Rest days on the way: 16 December, 1 and 4 January, 7 January; 8 March, 22–24 March.
    const auto row =
        GENERATE(Row{"2026-11-23T10:15", 30, "2027-01-08"}, Row{"2026-11-23T18:15", 30, "2027-01-11"},
                 Row{"2026-11-20T18:00", 30, "2027-01-08"}, Row{"2026-11-23T10:15", 90, "2027-04-09"});
    CAPTURE(row.accepted, row.days);
    Branch branch;
    branch.clock.set(at(row.accepted));
    const auto number = branch.accepts().number;
    branch.clock.advance(std::chrono::hours(40));
    // A date that comes along is not ours and is not believed.
    branch.decides(number, "decision.extended", {{"days", row.days}, {"due", "2030-01-01"}});
    CHECK(iso_date(*branch.row(number).due) == row.due);
}

TEST_CASE("the same item applied again changes nothing, also after a restart", "[cases]") {
    Branch branch;
    const auto number = branch.accepts().number;
    branch.decides(number, "decision.extended", days(30), "the-item");
    const auto after_once = branch.head();
    const auto due = branch.row(number).due;
    branch.opens();
    branch.decides(number, "decision.extended", days(30), "the-item");
    CHECK(branch.head().seq == after_once.seq);
    CHECK(branch.row(number).due == due);
    CHECK(good(show_status(*branch.office, number)).decisions.size() == 1);
}

TEST_CASE("what is not for this device or this version is passed over, and the cursor moves on", "[cases]") {
    struct Row {
        const char* kind;
        Json body;
    };
    Branch branch;
    const auto ours = branch.accepts().number.text;
    const auto row = GENERATE_COPY(
        Row{"decision.granted", {{"number", ReceiptNumber::make({"KRG03", "K2"}, {}, 1).text}}},
        Row{"decision.granted", {{"number", "not a number"}}}, Row{"decision.granted", Json::object()},
        Row{"decision.extended", {{"number", ours}, {"days", 7}}},
        Row{"decision.extended", {{"number", ours}, {"days", "30"}}},
        Row{"decision.extended", {{"number", ours}}}, Row{"visit.requested", {{"number", ours}}},
        Row{"decision.from_the_future", {{"number", ours}}});
    CAPTURE(row.kind, row.body);
    const wire::FeedItem item{7, "item", row.kind, branch.clock.now(), good(parse_json(dump_json(row.body)))};
    good(apply_feed(*branch.office, {item}, 7));
    CHECK(branch.head().seq == 1);
    CHECK(good(branch.office->journal().reader().state(kFeedCursor)) == "7");
}

TEST_CASE("an application keeps the promise of the version under which it was accepted", "[cases]") {
    const Folder folder;
    Branch branch({}, assets_with_a_later_order(folder));
    branch.clock.set(at("2026-11-30T10:00"));
    const auto before = branch.accepts();
    branch.clock.set(at("2026-12-01T10:00"));
    const auto after = branch.accepts();
    CHECK(branch.payload(before.seq).at("standard_version") == "2025-03");
    CHECK(branch.payload(after.seq).at("standard_version") == "2026-12");
    CHECK(iso_date(before.due) == "2026-12-01");
    CHECK(iso_date(after.due) == "2026-12-03");
    branch.decides(before.number, "decision.extended", days(30));
    CHECK(branch.row(before.number).state == ApplicationState::extended);
    CHECK(branch.row(before.number).due ==
          branch.office->law.calendar.add_working_days(parse_date("2026-11-30").value(), 30));
    // The later order knows no 30 days.
    branch.decides(after.number, "decision.extended", days(30));
    CHECK(branch.row(after.number).state == ApplicationState::accepted);
    branch.decides(after.number, "decision.extended", days(45));
    CHECK(branch.row(after.number).state == ApplicationState::extended);
}

TEST_CASE("a branch that changes its hours keeps the promises that it made", "[cases]") {
    Branch branch([](OfficeConfig& config) { config.hours = "duty_branch"; });
    branch.clock.set(at("2026-11-23T19:00"));
    const auto number = branch.accepts().number;
    auto config = branch.office->config;
    config.hours = "branch";
    good(save_config(branch.paths.config(), config));
    branch.opens();
    branch.decides(number, "decision.extended", days(30));
    CHECK(iso_date(*branch.row(number).due) == "2027-01-08");
}

TEST_CASE("each decision with a paper gives its notice with its facts", "[cases]") {
    Branch branch;
    const auto number = branch.accepts().number;
    branch.decides(number, "decision.registered", {{"registration_number", "2026-000017"}});
    CHECK_FALSE(good(has_notice(*branch.office, number)));
    const auto none = deliver_notice(*branch.office, number, {});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Code::not_found);

    branch.decides(number, "decision.extended",
                   {{"days", 30}, {"registration_number", "2026-000017"}, {"reason", "растау"}});
    branch.decides(number, "decision.refused", {{"ground", "untrue"}, {"reason", "дерек сәйкес емес"}});
    branch.decides(number, "decision.granted");
    const auto notices = good(notices_of(branch.office->journal().reader().database(), number));
    REQUIRE(notices.size() == 4);

    const auto extension =
        std::get<receipts::ExtensionNotice>(good(compose_notice(*branch.office, notices[1])));
    CHECK(extension.extended_to_working_days == 30);
    CHECK(iso_date(extension.new_due) == "2027-01-08");
    CHECK_FALSE(extension.provider.kk.empty());
    CHECK(extension.provider_reference == "2026-000017");
    CHECK(extension.applicant_name == "Ардагеров Сынақ Тестұлы");
    const auto refusal = std::get<receipts::RefusalNotice>(good(compose_notice(*branch.office, notices[2])));
    CHECK_FALSE(refusal.ground.kk.empty());
    CHECK(refusal.explanation == "дерек сәйкес емес");
    const auto result = std::get<receipts::ResultNotice>(good(compose_notice(*branch.office, notices[3])));
    CHECK(result.number == number);
    CHECK_FALSE(result.pickup.kk.empty());
}

TEST_CASE("a delivered notice is an entry of its own", "[cases]") {
    Branch branch;
    const auto number = branch.accepts().number;
    branch.decides(number, "decision.extended", days(30));
    const auto printed = good(deliver_notice(*branch.office, number, {}));
    CHECK(as_text(printed.pdf).starts_with("%PDF-"));
    const auto delivered = branch.payload(branch.head().seq);
    CHECK(delivered.at("kind") == "decision.extended");
    CHECK(delivered.at("number") == number.text);
}

TEST_CASE("a number that this device never issued is not found", "[cases]") {
    Branch branch;
    const auto foreign = ReceiptNumber::make({"KRG03", "K2"}, branch.clock.today(), 1);
    CHECK(show_status(*branch.office, foreign).error().code == Code::not_found);
    CHECK(compose_receipt(*branch.office, foreign, 0).error().code == Code::not_found);
}
