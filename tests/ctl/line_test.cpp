#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "kiosk/base/random.h"
#include "tests/ctl/ministry.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

Outcome syncs(const Branch& branch) {
    return branch.ctl({"sync", "run", "--once"});
}

void syncs_to_the_end(const Branch& branch) {
    const auto outcome = syncs(branch);
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.exit == 0);
    CHECK(outcome.json().at("waiting") == 0);
    CHECK(outcome.json().at("files_wait") == false);
}

Json shown(const Branch& branch, const std::string& number) {
    return branch.ctl({"receipt", "show", number}).json();
}

Json found(const Outcome& doctor, const std::string& name) {
    const Json all = doctor.json();
    for (const auto& check : all.at("checks"))
        if (check.at("name") == name) return check;
    return nullptr;
}

}  // namespace

TEST_CASE("an application accepted offline reaches the ministry, and its decisions come back", "[ctl]") {
    Ministry ministry;
    const Branch branch(ministry.for_device());
    const auto granted = branch.accepts();
    const auto refused = branch.accepts();
    const auto offline = syncs(branch);
    CHECK(offline.exit == 4);
    CHECK(offline.json().at("waiting") == 2);
    CHECK(offline.json().at("fault").at("code") == "unreachable");
    CHECK(shown(branch, granted).at("at_the_ministry") == false);

    ministry.starts();
    syncs_to_the_end(branch);
    syncs_to_the_end(branch);
    const auto listed = ministry.applications();
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].at("number") == granted);
    CHECK(listed[0].at("files_complete") == true);
    CHECK(ministry.file(sha256(picture(1))) == as_text(picture(1)));
    CHECK(shown(branch, granted).at("at_the_ministry") == true);
    CHECK(branch.ctl({"sync", "status"}).json().at("last_acknowledged").at("next_seq") == 3);

    const auto promised = shown(branch, granted).at("due").get<std::string>();
    for (const auto& number : {granted, refused}) REQUIRE(ministry.officer({"register", number}).exit == 0);
    REQUIRE(ministry.officer({"extend", granted, "--days", "30", "--reason", "растау қажет"}).exit == 0);
    syncs_to_the_end(branch);
    const auto extended = shown(branch, granted);
    CHECK(extended.at("state") == "extended");
    CHECK(extended.at("due").get<std::string>() > promised);
    syncs_to_the_end(branch);
    CHECK(ministry.applications()[0].at("due") == extended.at("due"));
    CHECK(extended.at("decisions").back().at("days") == 30);

    REQUIRE(ministry.officer({"grant", granted}).exit == 0);
    REQUIRE(
        ministry.officer({"refuse", refused, "--ground", "untrue", "--reason", "дерек дұрыс емес"}).exit ==
        0);
    syncs_to_the_end(branch);
    CHECK(shown(branch, granted).at("state") == "granted");
    CHECK(shown(branch, granted).at("due") == extended.at("due"));
    CHECK(shown(branch, refused).at("state") == "refused");
    CHECK(branch.verified().at("ok") == true);
}

TEST_CASE("what the officer may not decide is refused with exit 2", "[ctl]") {
    Ministry ministry;
    ministry.starts();
    const Branch branch(ministry.for_device());
    const auto number = branch.accepts();
    syncs_to_the_end(branch);
    struct Row {
        Words words;
        int exit;
    };
    for (const auto& row :
         {Row{{"grant", number}, 2}, Row{{"extend", number, "--days", "7"}, 2},
          Row{{"register", "KRG03-K1-200101-0001-X"}, 2},
          Row{{"register", number, "--registration-number", "ЖӘБО-17/26"}, 0}, Row{{"refuse", number}, 2},
          Row{{"refuse", number, "--ground", "no such!", "--reason", "x"}, 2}}) {
        CAPTURE(row.words);
        const auto outcome = ministry.officer(row.words);
        INFO(outcome.out << outcome.err);
        CHECK(outcome.exit == row.exit);
    }
    CHECK(ministry.applications()[0].at("registration_number") == "ЖӘБО-17/26");
}

TEST_CASE("a device is no officer and an officer no device", "[ctl]") {
    Ministry ministry;
    ministry.starts();
    const Branch branch(ministry.for_device());
    (void)branch.accepts();
    Words words{ARDAGER_CTL, "--json", "provider", "list"};
    for (const auto& word : ministry.for_device()) words.push_back(word);
    const auto spying = run(words);
    CHECK(spying.exit == 4);
    CHECK(spying.json().at("errors")[0].at("code") == "not_allowed");

    const Branch posing(ministry.for_device("officer"));
    (void)posing.accepts();
    const auto sent = syncs(posing);
    CHECK(sent.exit == 4);
    CHECK(sent.json().at("waiting") == 1);
    CHECK(ministry.applications().empty());
}

TEST_CASE("a certificate that is not in order is refused, told apart, and nothing is sent", "[ctl]") {
    struct Row {
        std::string name;
        Words issued;
        bool listed;
        bool revoked;
        std::string fault;
    };
    const auto row = GENERATE(Row{"stranger", {"foreign", "stranger"}, false, false, "rejected_unknown"},
                              Row{"late", {"device", "late", "--expired"}, true, false, "rejected_expired"},
                              Row{"lost", {"device", "lost"}, true, true, "rejected_revoked"},
                              Row{"unlisted", {"device", "unlisted"}, false, false, "rejected_unknown"});
    CAPTURE(row.name);
    Ministry ministry;
    ministry.issues(row.issued);
    const auto certificate = ministry.certificate(row.name);
    if (row.listed)
        REQUIRE(ministry.administers({"device", "add", "--device", "KRG03-K1", "--cert", certificate}).exit ==
                0);
    if (row.revoked)
        REQUIRE(
            ministry.administers({"device", "revoke", "--device", "KRG03-K1", "--cert", certificate}).exit ==
            0);
    ministry.starts();
    const Branch branch(ministry.for_device(row.name));
    (void)branch.accepts();
    const auto outcome = syncs(branch);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.exit == 4);
    const auto answer = outcome.json();
    CHECK(answer.at("fault").at("code") == row.fault);
    CHECK(answer.at("entries_sent") == 0);
    CHECK(answer.at("waiting") == 1);
    CHECK(answer.at("last_acknowledged").is_null());
    CHECK(ministry.applications().empty());
    // A certificate never stops the intake.
    CHECK_FALSE(branch.accepts().empty());
}

TEST_CASE("a client without certificate is refused and reads nothing", "[ctl]") {
    Ministry ministry;
    ministry.starts();
    for (const char* path : {"/v1/whoami", "/v1/feed?after=0", "/v1/provider/applications", "/"}) {
        const auto outcome =
            run({"curl", "-s", "-S", "--max-time", "20", "--cacert", ministry.ca(), ministry.url() + path});
        CAPTURE(path, outcome.err);
        CHECK(outcome.exit != 0);
        CHECK(outcome.out.empty());
    }
    const auto older = run({"curl", "-s", "-S", "--max-time", "20", "--tls-max", "1.2", "--cacert",
                            ministry.ca(), "--cert", ministry.certificate("KRG03-K1"), "--key",
                            ministry.key("KRG03-K1"), ministry.url() + "/v1/whoami"});
    CHECK(older.exit != 0);
    CHECK(older.out.empty());
}

TEST_CASE("a gateway that our authority did not sign gets nothing", "[ctl]") {
    Ministry ministry;
    Ministry other;
    ministry.starts();
    auto words = ministry.for_device();
    words.back() = other.ca();
    const Branch branch(words);
    (void)branch.accepts();
    const auto outcome = syncs(branch);
    CHECK(outcome.exit == 4);
    CHECK(outcome.json().at("fault").at("code") == "peer_untrusted");
    CHECK(ministry.applications().empty());
}

TEST_CASE("the doctor asks the gateway and moves nothing in either direction", "[ctl]") {
    Ministry ministry;
    ministry.starts();
    const Branch branch(ministry.for_device());
    const auto number = branch.accepts();
    syncs_to_the_end(branch);
    REQUIRE(ministry.officer({"register", number}).exit == 0);
    (void)branch.accepts();
    const auto doctor = branch.ctl({"doctor"});
    INFO(doctor.out);
    CHECK(doctor.exit == 0);
    CHECK(found(doctor, "line").at("state") == "ok");
    CHECK(found(doctor, "clock").at("state") == "ok");
    CHECK(ministry.applications().size() == 1);
    CHECK(branch.ctl({"sync", "status"}).json().at("waiting") == 1);
    CHECK(branch.verified().at("entries") == 2);
    CHECK(shown(branch, number).at("state") == "accepted");
}

TEST_CASE("the doctor on an old copy says that it is behind and leaves the original whole", "[ctl]") {
    Ministry ministry;
    ministry.starts();
    const Branch branch(ministry.for_device());
    (void)branch.accepts();
    const auto copy = branch.file("copy");
    std::filesystem::copy(branch.data(), copy);
    (void)branch.accepts();
    syncs_to_the_end(branch);
    for (const char* place : {"behind", "fork"}) {
        CAPTURE(place);
        const auto doctor = run({ARDAGER_CTL, "--data", copy, "--json", "doctor"});
        INFO(doctor.out);
        CHECK(doctor.exit == 4);
        CHECK(found(doctor, "line").at("state") == "fault");
        CHECK(found(doctor, "line").at("detail").get<std::string>().starts_with(place));
        for (int i = 0; i < 2; ++i)
            REQUIRE(run({ARDAGER_CTL, "--data", copy, "apply", branch.file("inbox/application.json")}).exit ==
                    0);
    }
    (void)branch.accepts();
    syncs_to_the_end(branch);
    CHECK(ministry.applications().size() == 3);
}

TEST_CASE("a record that the gateway has gone beyond accepts nothing more, online or offline", "[ctl]") {
    Ministry ministry;
    ministry.starts();
    const Branch branch(ministry.for_device());
    const auto number = branch.accepts();
    syncs_to_the_end(branch);
    const auto old = branch.file("old");
    std::filesystem::copy(branch.data(), old);
    (void)branch.accepts();
    syncs_to_the_end(branch);
    std::filesystem::remove_all(branch.data());
    std::filesystem::copy(old, branch.data());

    const auto found_out = syncs(branch);
    INFO(found_out.out);
    CHECK(found_out.exit == 5);
    CHECK(found_out.json().at("fault").at("code") == "behind");
    ministry.is_killed();
    CHECK(branch.ctl({"sync", "status"}).json().at("stopped").at("code") == "behind");
    const auto refused = branch.apply(complete_application());
    CHECK(refused.exit == 5);
    CHECK(refused.json().at("errors")[0].at("code") == "record_damaged");
    CHECK(refused.err.find("Recover") != std::string::npos);
    const auto doctor = branch.ctl({"doctor"});
    CHECK(doctor.exit == 4);
    CHECK(found(doctor, "history").at("state") == "fault");
    CHECK(branch.ctl({"receipt", "pdf", number, "-o", branch.file("again.pdf")}).exit == 0);
    CHECK(branch.verified().at("entries") == 1);
}
