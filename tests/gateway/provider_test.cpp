#include "tests/gateway/ministry_fixture.h"

using namespace ardager;
using namespace ardager::gateway;

namespace {

struct Branch {
    Ministry ministry;
    Kiosk kiosk;
    Branch() {
        ministry.lists(kiosk);
        kiosk.accepts();
        REQUIRE(ministry.receives(kiosk, kiosk.journal()).status == 200);
    }
    int decides(const Json& decision) { return ministry.decides(kiosk.last_number(), decision).status; }
};

const Json kRegister{{"kind", "register"}};
const Json kExtend30{{"kind", "extend"}, {"days", 30}, {"reason", "another body is asked"}};
const Json kExtend90{{"kind", "extend"}, {"days", 90}, {"reason", "an archive is asked"}};
const Json kGrant{{"kind", "grant"}};
const Json kRefuse{{"kind", "refuse"}, {"reason", "the data are untrue"}};

}  // namespace

TEST_CASE("decisions come in the order of the rules", "[gateway]") {
    struct Row {
        const char* what;
        std::vector<Json> before;
        Json decision;
        int status;
    };
    const auto row = GENERATE(
        Row{"register", {}, kRegister, 200}, Row{"register twice", {kRegister}, kRegister, 409},
        Row{"extend before registration", {}, kExtend30, 409},
        Row{"grant before registration", {}, kGrant, 409},
        Row{"refuse before registration", {}, kRefuse, 409}, Row{"extend", {kRegister}, kExtend30, 200},
        Row{"extend further", {kRegister, kExtend30}, kExtend90, 200},
        Row{"the same extension", {kRegister, kExtend30}, kExtend30, 409},
        Row{"a shorter extension", {kRegister, kExtend90}, kExtend30, 409},
        Row{"grant", {kRegister}, kGrant, 200},
        Row{"grant after extension", {kRegister, kExtend90}, kGrant, 200},
        Row{"refuse", {kRegister}, kRefuse, 200},
        Row{"refuse what was granted", {kRegister, kGrant}, kRefuse, 409},
        Row{"grant what was refused", {kRegister, kRefuse}, kGrant, 409},
        Row{"extend what was granted", {kRegister, kGrant}, kExtend90, 409});
    CAPTURE(row.what);
    Branch branch;
    for (const auto& earlier : row.before) REQUIRE(branch.decides(earlier) == 200);
    CHECK(branch.decides(row.decision) == row.status);
    CHECK(branch.ministry.feed(branch.kiosk).items.size() == row.before.size() + (row.status == 200 ? 1 : 0));
}

TEST_CASE("the due date follows an extension once the branch has counted it", "[gateway]") {
    Branch branch;
    const auto number = branch.kiosk.last_number();
    const auto due = [&] { return branch.ministry.application(number).at("due"); };
    const auto answers = [&](const Json& payload) {
        const auto entry = branch.kiosk.writes("decision.extended", payload);
        REQUIRE(branch.ministry.receives(branch.kiosk, {entry}).status == 200);
    };
    const auto promised = due();
    answers({{"number", number}, {"due", "2027-01-08"}});
    CHECK(due() == promised);  // nobody extended it
    REQUIRE(branch.decides(kRegister) == 200);
    REQUIRE(branch.decides(kExtend30) == 200);
    CHECK(due() == promised);  // the branch has not answered yet
    answers({{"number", number}, {"due", "2027-01-08"}});
    CHECK(due() == "2027-01-08");
    // Kept as evidence, and understood by nobody.
    answers({{"number", number}, {"due", "soon"}});
    answers({{"number", "KRG05-K1-261123-0001-0"}, {"due", "2027-02-08"}});
    CHECK(due() == "2027-01-08");
}

TEST_CASE("a decision that cannot be read is refused with its field", "[gateway]") {
    const std::string body =
        GENERATE("", "[]", R"({"kind":"approve"})", R"({"kind":"extend","reason":"r"})",
                 R"({"kind":"extend","days":31,"reason":"r"})", R"({"kind":"extend","days":30})",
                 R"({"kind":"refuse"})", R"({"kind":"refuse","reason":"  "})",
                 R"({"kind":"grant","days":30})", R"({"kind":"grant","extra":1})",
                 R"({"kind":"grant","kind":"refuse"})", "{\"kind\":\"refuse\",\"reason\":\"a\u202Eb\"}");
    CAPTURE(body);
    Branch branch;
    const std::string target = "/v1/provider/applications/" + branch.kiosk.last_number() + "/decisions";
    const auto refused = branch.ministry.answers("POST", target, branch.ministry.officer(), body);
    CHECK(refused.status == 400);
    CHECK(branch.ministry.feed(branch.kiosk).items.empty());
}

TEST_CASE("a decision reaches every device of the branch and no other", "[gateway]") {
    Branch branch;
    Kiosk neighbour("KRG03-K2");
    Kiosk stranger("AST01-K1");
    branch.ministry.lists(neighbour);
    branch.ministry.lists(stranger);
    REQUIRE(branch.decides(kRegister) == 200);
    REQUIRE(branch.decides(kExtend30) == 200);
    const auto page = branch.ministry.feed(branch.kiosk);
    REQUIRE(page.items.size() == 2);
    CHECK(page.items[0].kind == "decision.registered");
    CHECK(page.items[0].body["number"] == branch.kiosk.last_number());
    CHECK(page.items[0].body["registration_number"] == "2026-000001");
    CHECK(page.items[0].body["by"] == "officer-1");
    CHECK(page.items[1].kind == "decision.extended");
    CHECK(page.items[1].body["days"] == 30);
    CHECK(page.items[1].body["reason"] == "another body is asked");
    CHECK(branch.ministry.feed(neighbour).items == page.items);
    CHECK(branch.ministry.feed(stranger).items.empty());
    CHECK(branch.ministry.feed(branch.kiosk, page.items[0].cursor).items.size() == 1);
    const auto rest = branch.ministry.feed(branch.kiosk, page.next);
    CHECK(rest.items.empty());
    CHECK(rest.next == page.next);
}

TEST_CASE("a decision wakes whoever waits for the feed", "[gateway]") {
    Branch branch;
    int woken = 0;
    branch.ministry.service().on_feed_change([&] { ++woken; });
    REQUIRE(branch.decides(kRegister) == 200);
    CHECK(woken == 1);
    REQUIRE(branch.decides(kRegister) == 409);
    CHECK(woken == 1);
}

TEST_CASE("the list shows officers what waits, by state and page by page", "[gateway]") {
    Branch branch;
    const std::string first = branch.kiosk.last_number();
    branch.kiosk.accepts({Scan{"a page that has not come"}});
    branch.kiosk.refuses();
    REQUIRE(branch.ministry.receives(branch.kiosk, branch.kiosk.from(2)).status == 200);
    const auto list = [&](const std::string& query) {
        const auto response =
            branch.ministry.answers("GET", "/v1/provider/applications" + query, branch.ministry.officer());
        REQUIRE(response.status == 200);
        return *parse_json(response.body);
    };
    const Json all = list("");
    REQUIRE(all["applications"].size() == 2);
    CHECK(all["applications"][0]["number"] == first);
    CHECK(all["applications"][0]["applicant_name"] == "Ардагеров Сынақ Тестұлы");
    CHECK(all["applications"][0]["due"] == "2026-11-24");
    CHECK(all["applications"][0]["files_complete"] == true);
    CHECK(all["applications"][1]["files_complete"] == false);
    CHECK(list("?state=incomplete")["applications"].size() == 1);
    CHECK(list("?state=granted")["applications"].empty());
    CHECK(list("?kind=refusal")["applications"].size() == 1);
    CHECK(list("?after=" + all["next"].dump())["applications"].empty());
    CHECK(branch.ministry.answers("GET", "/v1/provider/applications?state=lost", branch.ministry.officer())
              .status == 400);
}

TEST_CASE("nothing is decided about what is incomplete, refused at the branch, or unknown", "[gateway]") {
    Branch branch;
    branch.kiosk.accepts({Scan{"a page that has not come"}});
    REQUIRE(branch.ministry.receives(branch.kiosk, branch.kiosk.from(2)).status == 200);
    CHECK(branch.decides(kRegister) == 409);
    branch.kiosk.refuses();
    REQUIRE(branch.ministry.receives(branch.kiosk, branch.kiosk.from(3)).status == 200);
    CHECK(branch.decides(kRegister) == 409);
    CHECK(branch.ministry.decides("KRG03-K1-261123-9999-X", kRegister).status == 404);
}
