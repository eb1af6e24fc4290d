#include <catch2/catch.hpp>

#include "tests/ctl/branch.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

std::set<std::string> keys_of(const Json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

bool has_keys(const Json& object, const std::set<std::string>& wanted) {
    const auto there = keys_of(object);
    return std::includes(there.begin(), there.end(), wanted.begin(), wanted.end());
}

}  // namespace

TEST_CASE("a complete package is accepted: exit 0, number, due date and entry", "[ctl]") {
    const Branch branch;
    const auto outcome = branch.apply(complete_application());
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.exit == 0);
    const auto answer = outcome.json();
    CHECK(answer.at("outcome") == "accepted");
    CHECK(answer.at("number").get<std::string>().starts_with("KRG03-K1-"));
    CHECK(answer.at("due").get<std::string>().size() == 10);
    CHECK(answer.at("entry").get<std::string>().size() == 36);
    CHECK(branch.verified().at("entries") == 1);
}

TEST_CASE("an incomplete package is refused: exit 3, a number and what is missing", "[ctl]") {
    const Branch branch;
    auto application = complete_application();
    application["documents"] = Json::array();
    const auto outcome = branch.apply(application);
    CHECK(outcome.exit == 3);
    const auto answer = outcome.json();
    CHECK(answer.at("outcome") == "refused");
    CHECK(answer.at("number").get<std::string>().starts_with("KRG03-K1-"));
    REQUIRE(answer.at("missing").size() == 1);
    CHECK(answer.at("missing")[0].at("any_of") == Json{"military_id", "service_certificate"});
    const auto shown = branch.ctl({"receipt", "show", answer.at("number").get<std::string>()});
    CHECK(shown.json().at("kind") == "refusal");
}

TEST_CASE("the answers of the other commands have the agreed shape", "[ctl]") {
    struct Row {
        Words words;
        int exit;
        Json answer;  // these keys with these values, others may stand beside
    };
    const auto row = GENERATE(
        Row{{"iin", "check", "250509300018"}, 0, {{"valid", true}, {"reason", nullptr}}},
        Row{{"iin", "check", "240229400103"}, 0, {{"valid", true}, {"sex", "female"}}},
        Row{{"iin", "check", "250509300010"}, 2, {{"valid", false}, {"reason", "check_digit"}}},
        Row{{"iin", "check", "230229400019"}, 2, {{"valid", false}, {"reason", "date"}}},
        Row{{"due", "--service", "veteran-certificate", "--accepted", "2026-11-23T10:15"},
            0,
            {{"due", "2026-11-24"}, {"calendar_verified", true}}},
        // Friday after closing counts as Monday.
        Row{{"due", "--service", "veteran-certificate", "--accepted", "2026-11-27T18:30"},
            0,
            {{"due", "2026-12-01"}}},
        Row{{"due", "--service", "veteran-certificate", "--accepted", "2026-11-23T10:15", "--extended", "30"},
            0,
            {{"due", "2027-01-08"}, {"calendar_verified", false}}},
        Row{{"sync", "status"}, 0, {{"waiting", 0}, {"quarantined", 0}, {"last_acknowledged", nullptr}}},
        Row{{"journal", "verify"}, 0, {{"entries", 0}, {"ok", true}}},
        Row{{"standard", "check"}, 0, {{"ok", true}, {"standards", 3}}});
    static const Branch branch;
    CAPTURE(row.words);
    const auto outcome = branch.ctl(row.words);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.exit == row.exit);
    const auto answer = outcome.json();
    for (const auto& [key, value] : row.answer.items()) CHECK(answer.value(key, Json("absent")) == value);
}

TEST_CASE("an MRZ is parsed from a file", "[ctl]") {
    const Branch branch;
    write_text(branch.file("card.txt"),
               "IDKAZ0523456719250509300018<<<\n2505093M3301144KAZ<<<<<<<<<<<3\n"
               "ARDAGEROV<<SYNAQ<<<<<<<<<<<<<<\n");
    const auto outcome = branch.ctl({"mrz", "parse", branch.file("card.txt")});
    CHECK(outcome.exit == 0);
    CHECK(outcome.json().at("iin") == "250509300018");
    CHECK(outcome.json().at("birth_date") == "1925-05-09");
}

TEST_CASE("wrong usage is exit 2", "[ctl]") {
    const auto words =
        GENERATE(Words{}, Words{"aply"}, Words{"apply"}, Words{"--colour", "doctor"},
                 Words{"receipt", "pdf", "KRG03-K1-261123-0001-8"}, Words{"init", "--branch", "KRG03"},
                 Words{"due", "--accepted", "yesterday"}, Words{"receipt", "show", "KRG03-K1-261123-0014-X"},
                 Words{"receipt", "show", "KRG03-K1-261123-9999-0"});
    static const Branch branch;
    CAPTURE(words);
    CHECK(branch.ctl(words).exit == 2);
}

TEST_CASE("a folder without a record, and a second init, say what to do", "[ctl]") {
    const Branch branch;
    const auto nowhere = run({ARDAGER_CTL, "--data", branch.file("nothing"), "journal", "verify"});
    CHECK(nowhere.exit == 2);
    CHECK(nowhere.err.find("init") != std::string::npos);
    const auto again = branch.ctl({"init", "--branch", "KRG03", "--device", "K1"});
    CHECK(again.exit == 2);
    CHECK(again.json().at("errors")[0].at("code") == "conflict");
}

TEST_CASE("without a gateway in the configuration sync run is not now", "[ctl]") {
    const Branch branch;
    const auto outcome = branch.ctl({"sync", "run", "--once"});
    CHECK(outcome.exit == 4);
    CHECK(has_keys(outcome.json().at("errors")[0], {"field", "code", "message"}));
}

TEST_CASE("the original is printed once, then duplicates", "[ctl]") {
    const Branch branch;
    const auto number = branch.accepts();
    for (const int copy : {0, 1, 2}) {
        const auto outcome =
            branch.ctl({"receipt", "pdf", number, "--lang", "kk", "-o", branch.file("receipt.pdf")});
        REQUIRE(outcome.exit == 0);
        CHECK(outcome.json().at("copy") == copy);
        const auto text = run({"pdftotext", branch.file("receipt.pdf"), "-"}).out;
        CHECK(text.find(number) != std::string::npos);
        CHECK((text.find("КӨШІРМЕ") != std::string::npos) == (copy > 0));
    }
    CHECK(branch.ctl({"receipt", "show", number}).json().at("prints") == 3);
}

TEST_CASE("no name, number or phone stands in clear in any file of the record", "[ctl]") {
    const Branch branch;
    const auto number = branch.accepts();
    REQUIRE(branch.ctl({"receipt", "show", number}).exit == 0);
    for (const auto& item : std::filesystem::directory_iterator(branch.data())) {
        if (!item.is_regular_file()) continue;
        const auto text = read_text(item.path());
        CAPTURE(item.path().filename().string());
        for (const char* secret : {"Ардагеров", "250509300018", "7010000000", "Ержанов"})
            CHECK(text.find(secret) == std::string::npos);
    }
}
