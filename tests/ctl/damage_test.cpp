#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/ctl/branch.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

void flip_in(const std::string& path, const std::string& near) {
    auto text = read_text(path);
    const auto at = text.find(near);
    REQUIRE(at != std::string::npos);
    text[at + near.size() / 2] = static_cast<char>(text[at + near.size() / 2] ^ 1);
    write_text(path, text);
}

/// Exit 5, the code, and what to do; and the files stay as they were found.
void check_damaged(const Branch& branch) {
    const auto before = read_text(branch.data() + "/record.sqlite");
    for (const auto& words :
         {Words{"journal", "verify"}, Words{"apply", branch.file("inbox/application.json")}}) {
        CAPTURE(words);
        const auto outcome = branch.ctl(words);
        INFO(outcome.out << outcome.err);
        CHECK(outcome.exit == 5);
        const auto answer = outcome.json();
        REQUIRE(answer.contains("errors"));
        CHECK(answer.at("errors")[0].at("code") == "record_damaged");
        CHECK(answer.at("next").get<std::string>().find("call support") != std::string::npos);
        CHECK(outcome.err.find("call support") != std::string::npos);
    }
    CHECK(read_text(branch.data() + "/record.sqlite") == before);
    const auto doctor = branch.ctl({"doctor"});
    CHECK(doctor.exit == 5);
    CHECK(doctor.json().at("ready") == false);
}

}  // namespace

TEST_CASE("a changed byte in an entry is damage: exit 5 and what to do", "[ctl]") {
    const Branch branch;
    (void)branch.accepts();
    flip_in(branch.data() + "/record.sqlite", "application.accepted");
    check_damaged(branch);
}

TEST_CASE("an older copy of the database put back is damage: exit 5 and what to do", "[ctl]") {
    const Branch branch;
    (void)branch.accepts();
    const auto older = read_text(branch.data() + "/record.sqlite");
    (void)branch.accepts();
    write_text(branch.data() + "/record.sqlite", older);
    check_damaged(branch);
}

TEST_CASE("a database that is gone or cut off is damage", "[ctl]") {
    const Branch branch;
    (void)branch.accepts();
    const auto path = branch.data() + "/record.sqlite";
    const auto whole = read_text(path);
    std::filesystem::resize_file(path, whole.size() / 2);
    CHECK(branch.ctl({"journal", "verify"}).exit == 5);
    std::filesystem::remove(path);
    CHECK(branch.ctl({"journal", "verify"}).exit == 5);
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("another key than the record's own opens nothing", "[ctl]") {
    const Branch branch;
    (void)branch.accepts();
    auto key = read_text(branch.data() + "/vault.key");
    key[3] = static_cast<char>(key[3] ^ 1);
    write_text(branch.data() + "/vault.key", key);
    CHECK(branch.ctl({"journal", "verify"}).exit == 5);
}

TEST_CASE("a key that is gone or cut off is named, with what to do", "[ctl]") {
    const auto* name = GENERATE("vault.key", "receipt.key");
    const auto size = GENERATE(-1, 0, 5);
    CAPTURE(name, size);
    const Branch branch;
    (void)branch.accepts();
    const auto path = branch.data() + "/" + name;
    if (size < 0)
        std::filesystem::remove(path);
    else
        std::filesystem::resize_file(path, static_cast<std::uintmax_t>(size));
    for (const auto& words : {Words{"journal", "verify"}, Words{"sync", "status"}, Words{"doctor"},
                              Words{"apply", branch.file("inbox/application.json")}}) {
        if (std::string(name) == "receipt.key" && words.front() == "sync") continue;  // it reads no receipt
        CAPTURE(words);
        const auto outcome = branch.ctl(words);
        INFO(outcome.out << outcome.err);
        CHECK(outcome.exit == 5);
        CHECK(outcome.out.find(path) != std::string::npos);
        CHECK(outcome.out.find("put this file back from its backup") != std::string::npos);
    }
}

TEST_CASE("a key that others may read is not lost: its mode is to be mended", "[ctl]") {
    const Branch branch;
    const auto* name = GENERATE("vault.key", "receipt.key");
    CAPTURE(name);
    const auto path = branch.data() + "/" + name;
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    const auto outcome = branch.ctl({"journal", "verify"});
    CHECK(outcome.exit == 4);
    CHECK(outcome.err.find(path) != std::string::npos);
    CHECK(outcome.err.find("0600") != std::string::npos);
}

TEST_CASE("the standing of the sync is damage too when the database is gone or the key is another", "[ctl]") {
    const Branch branch;
    (void)branch.accepts();
    const auto path = branch.data() + "/record.sqlite";
    SECTION("gone") {
        std::filesystem::remove(path);
    }
    SECTION("empty") {
        std::filesystem::resize_file(path, 0);
    }
    SECTION("another key") {
        write_text(branch.data() + "/vault.key", std::string(32, 'k'));
    }
    const auto status = branch.ctl({"sync", "status"});
    INFO(status.out << status.err);
    CHECK(status.exit == 5);
    CHECK(branch.ctl({"journal", "verify"}).exit == 5);
}

TEST_CASE("projections made again tell the same of a number", "[ctl]") {
    const Branch branch;
    const auto number = branch.accepts();
    REQUIRE(branch.ctl({"receipt", "pdf", number, "-o", branch.file("receipt.pdf")}).exit == 0);
    const auto before = branch.ctl({"receipt", "show", number}).json();
    const auto rebuilt = branch.ctl({"record", "rebuild"});
    CHECK(rebuilt.exit == 0);
    CHECK(rebuilt.json().at("entries") == 2);
    CHECK(branch.ctl({"receipt", "show", number}).json() == before);
}
