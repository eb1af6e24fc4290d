#include <catch2/catch.hpp>

#include "tests/ctl/branch.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

Json complete_visit() {
    return {{"service", "veteran-certificate"},
            {"language", "kk"},
            {"person", {{"surname", "Ардагеров"}, {"given_name", "Сынақ"}, {"iin", "250509300018"}}},
            {"requester", {{"surname", "Үлгіқызы"}, {"given_name", "Өнеге"}}},
            {"phone", "+77010000000"},
            {"address", {{"kato", "351010000"}, {"text", "Ержанов к-сі, 12"}}},
            {"reason", "cannot_walk"},
            {"preferred", {{"days", {"monday"}}, {"part_of_day", "morning"}}},
            {"consent", true}};
}

Outcome request(const Branch& branch, const Json& visit) {
    write_text(branch.file("visit.json"), visit.dump());
    return branch.ctl({"visit", "request", branch.file("visit.json")});
}

}  // namespace

TEST_CASE("a ticket goes from issue to the end of its service", "[ctl][queue]") {
    const Branch branch;
    const auto issued = branch.ctl({"ticket", "issue", "--service", "veteran-certificate"});
    REQUIRE(issued.exit == 0);
    CHECK(issued.json().at("ticket") == "A-001");
    CHECK(issued.json().at("waiting_before") == 0);
    CHECK(issued.json().at("estimate_minutes").is_null());
    CHECK(branch.ctl({"ticket", "issue"}).json().at("waiting_before") == 1);
    CHECK(branch.ctl({"queue"}).json().at("waiting") == 2);
    struct Row {
        Words words;
        const char* state;
    };
    for (const auto& row :
         {Row{{"ticket", "call", "--window", "3"}, "called"},
          Row{{"ticket", "recall", "A-001", "--window", "3"}, "called"},
          Row{{"ticket", "serve", "A-001"}, "serving"}, Row{{"ticket", "serve", "A-001", "--end"}, "served"},
          Row{{"ticket", "call", "A-002"}, "called"}, Row{{"ticket", "no-show", "A-002"}, "no_show"}}) {
        CAPTURE(row.words);
        const auto outcome = branch.ctl(row.words);
        INFO(outcome.err);
        REQUIRE(outcome.exit == 0);
        CHECK(outcome.json().at("state") == row.state);
    }
    CHECK(branch.ctl({"queue"}).json().at("waiting") == 0);
    CHECK(branch.verified().at("entries") == 8);
}

TEST_CASE("a step that is not allowed is bad input, and an empty queue is not now", "[ctl][queue]") {
    const Branch branch;
    CHECK(branch.ctl({"ticket", "call"}).exit == 4);
    CHECK(branch.ctl({"ticket", "leave", "A-001"}).exit == 2);
    CHECK(branch.ctl({"ticket", "issue", "--lang", "de"}).exit == 2);
    REQUIRE(branch.ctl({"ticket", "issue"}).exit == 0);
    const auto refused = branch.ctl({"ticket", "serve", "A-001"});
    CHECK(refused.exit == 2);
    CHECK(refused.json().at("errors").at(0).at("code") == "conflict");
    CHECK(branch.ctl({"ticket", "leave", "a1"}).json().at("state") == "left");
    CHECK(branch.verified().at("entries") == 2);
}

TEST_CASE("a visit is requested from a file and listed without a name", "[ctl][visits]") {
    const Branch branch;
    const auto outcome = request(branch, complete_visit());
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.exit == 0);
    const auto list = branch.ctl({"visits"});
    REQUIRE(list.json().at("visits").size() == 1);
    CHECK(list.json().at("visits")[0].at("number") == outcome.json().at("number"));
    CHECK(list.json().at("visits")[0].at("state") == "requested");
    CHECK(list.out.find("Ардагеров") == std::string::npos);
}

TEST_CASE("a visit's wrong fields are named and nothing is kept", "[ctl][visits]") {
    const Branch branch;
    struct Row {
        const char* pointer;
        Json value;
        const char* field;
    };
    for (const auto& row :
         {Row{"/phone", "1", "phone"}, Row{"/extra", 1, "extra"}, Row{"/reason", "x", "reason"},
          Row{"/person/iin", "250509300010", "person.iin"}}) {
        CAPTURE(row.field);
        auto visit = complete_visit();
        visit[Json::json_pointer(row.pointer)] = row.value;
        const auto outcome = request(branch, visit);
        CHECK(outcome.exit == 2);
        CHECK(outcome.json().at("errors").at(0).at("field") == row.field);
    }
    CHECK(branch.verified().at("entries") == 0);
}

TEST_CASE("the counter's papers are written as PDF", "[ctl][guides]") {
    const Branch branch;
    const auto file = branch.file("paper.pdf");
    for (const auto& words :
         {Words{"ticket", "issue", "-o", file}, Words{"standard", "checklist", "service-records", "-o", file},
          Words{"standard", "checklist", "military-registration", "--variant", "released", "--lang", "ru",
                "--paper", "roll", "-o", file},
          Words{"standard", "medical-card", "--lang", "both", "-o", file}}) {
        CAPTURE(words);
        std::filesystem::remove(file);
        CHECK(branch.ctl(words).exit == 0);
        CHECK(read_text(file).starts_with("%PDF"));
    }
    CHECK(branch.ctl({"standard", "checklist", "veteran-certificate", "-o", file}).exit == 2);
    CHECK(branch.ctl({"standard", "checklist", "military-registration", "-o", file}).exit == 2);
}
