#include "tests/gateway/ministry_fixture.h"

using namespace ardager;
using namespace ardager::gateway;

namespace {

struct Office {
    Ministry ministry;
    Kiosk kiosk;
    Office() {
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
    Office office;
    for (const auto& earlier : row.before) REQUIRE(office.decides(earlier) == 200);
    CHECK(office.decides(row.decision) == row.status);
    CHECK(office.ministry.feed(office.kiosk).items.size() == row.before.size() + (row.status == 200 ? 1 : 0));
}

TEST_CASE("a decision that cannot be read is refused with its field", "[gateway]") {
    const std::string body =
        GENERATE("", "[]", R"({"kind":"approve"})", R"({"kind":"extend","reason":"r"})",
                 R"({"kind":"extend","days":31,"reason":"r"})", R"({"kind":"extend","days":30})",
                 R"({"kind":"refuse"})", R"({"kind":"refuse","reason":"  "})",
                 R"({"kind":"grant","days":30})", R"({"kind":"grant","extra":1})",
                 R"({"kind":"grant","kind":"refuse"})", "{\"kind\":\"refuse\",\"reason\":\"a\u202Eb\"}");
    CAPTURE(body);
    Office office;
    const std::string target = "/v1/provider/applications/" + office.kiosk.last_number() + "/decisions";
    const auto refused = office.ministry.answers("POST", target, office.ministry.officer(), body);
    CHECK(refused.status == 400);
    CHECK(office.ministry.feed(office.kiosk).items.empty());
}

TEST_CASE("a decision reaches every device of the branch and no other", "[gateway]") {
    Office office;
    Kiosk neighbour("KRG03-K2");
    Kiosk stranger("AST01-K1");
    office.ministry.lists(neighbour);
    office.ministry.lists(stranger);
    REQUIRE(office.decides(kRegister) == 200);
    REQUIRE(office.decides(kExtend30) == 200);
    const auto page = office.ministry.feed(office.kiosk);
    REQUIRE(page.items.size() == 2);
    CHECK(page.items[0].kind == "decision.registered");
    CHECK(page.items[0].body["number"] == office.kiosk.last_number());
    CHECK(page.items[0].body["registration_number"] == "2026-000001");
    CHECK(page.items[0].body["by"] == "officer-1");
    CHECK(page.items[1].kind == "decision.extended");
    CHECK(page.items[1].body["days"] == 30);
    CHECK(page.items[1].body["reason"] == "another body is asked");
    CHECK(office.ministry.feed(neighbour).items == page.items);
    CHECK(office.ministry.feed(stranger).items.empty());
    CHECK(office.ministry.feed(office.kiosk, page.items[0].cursor).items.size() == 1);
    const auto rest = office.ministry.feed(office.kiosk, page.next);
    CHECK(rest.items.empty());
    CHECK(rest.next == page.next);
}

TEST_CASE("a decision wakes whoever waits for the feed", "[gateway]") {
    Office office;
    int woken = 0;
    office.ministry.service().on_feed_change([&] { ++woken; });
    REQUIRE(office.decides(kRegister) == 200);
    CHECK(woken == 1);
    REQUIRE(office.decides(kRegister) == 409);
    CHECK(woken == 1);
}

TEST_CASE("the list shows officers what waits, by state and page by page", "[gateway]") {
    Office office;
    const std::string first = office.kiosk.last_number();
    office.kiosk.accepts({Scan{"a page that has not come"}});
    office.kiosk.refuses();
    REQUIRE(office.ministry.receives(office.kiosk, office.kiosk.from(2)).status == 200);
    const auto list = [&](const std::string& query) {
        const auto response =
            office.ministry.answers("GET", "/v1/provider/applications" + query, office.ministry.officer());
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
    CHECK(office.ministry.answers("GET", "/v1/provider/applications?state=lost", office.ministry.officer())
              .status == 400);
}

TEST_CASE("nothing is decided about what is incomplete, refused at the branch, or unknown", "[gateway]") {
    Office office;
    office.kiosk.accepts({Scan{"a page that has not come"}});
    REQUIRE(office.ministry.receives(office.kiosk, office.kiosk.from(2)).status == 200);
    CHECK(office.decides(kRegister) == 409);
    office.kiosk.refuses();
    REQUIRE(office.ministry.receives(office.kiosk, office.kiosk.from(3)).status == 200);
    CHECK(office.decides(kRegister) == 409);
    CHECK(office.ministry.decides("KRG03-K1-261123-9999-X", kRegister).status == 404);
}
