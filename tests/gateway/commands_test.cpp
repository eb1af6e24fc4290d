#include "kiosk/vault/self_signed.h"
#include "sync/gateway/command_line.h"
#include "sync/gateway/record_lock.h"
#include "sync/gateway/tls.h"
#include "tests/gateway/ministry_fixture.h"

using namespace ardager;
using namespace ardager::gateway;

namespace {

/// `ardager-gateway --data FOLDER …` without the program.
struct Shell {
    Folder folder;
    std::string data = (folder.path() / "data").string();
    std::string certificate = (folder.path() / "device.pem").string();
    std::ostringstream out;

    Shell() {
        const Instant now = *parse_instant("2026-11-23T05:00:00.000Z");
        REQUIRE(create_signing_key(folder.path() / "device.key", certificate, "KRG03-K1", now));
    }
    Result<void> runs(std::vector<const char*> words) {
        words.insert(words.end(), {"--data", data.c_str()});
        const auto line = read_command_line(words);
        return line ? run_command(*line, out) : Result<void>(fail(line.error()));
    }
};

}  // namespace

TEST_CASE("a device is added, listed and revoked by its certificate", "[gateway]") {
    Shell shell;
    REQUIRE(shell.runs({"device", "add", "--device", "KRG03-K1", "--cert", shell.certificate.c_str()}));
    REQUIRE(shell.runs({"device", "list"}));
    CHECK(shell.out.str().find("KRG03-K1 active") != std::string::npos);
    REQUIRE(shell.runs({"device", "revoke", "--device", "KRG03-K1"}));
    REQUIRE(shell.runs({"device", "list"}));
    CHECK(shell.out.str().find("KRG03-K1 revoked") != std::string::npos);
}

TEST_CASE("restored raises the epoch, and only while no gateway runs", "[gateway]") {
    Shell shell;
    REQUIRE(shell.runs({"device", "list"}));
    REQUIRE(shell.runs({"restored"}));
    CHECK(shell.out.str().find("epoch 2") != std::string::npos);
    const auto running = RecordLock::take(shell.data);
    REQUIRE(running);
    const auto refused = shell.runs({"restored"});
    REQUIRE_FALSE(refused);
    CHECK(exit_code(refused.error()) == 4);
}

TEST_CASE("help and version are told, whatever else stands in the line", "[gateway]") {
    Shell shell;
    REQUIRE(shell.runs({"--help"}));
    CHECK(shell.out.str() == usage());
    REQUIRE(shell.runs({"--version"}));
    CHECK(shell.out.str().ends_with("ardager-gateway " ARDAGER_VERSION "\n"));
}

TEST_CASE("wrong words are refused with exit code 2 and what is wrong", "[gateway]") {
    struct Row {
        std::vector<const char*> words;
        const char* says;
    };
    const auto row = GENERATE(
        Row{{"device", "add", "--device", "KRG03-K1"}, "--cert"},
        Row{{"device", "add", "--device", "K1", "--cert", "device.pem"}, "device"},
        Row{{"device", "add", "--device", "KRG03-K1", "--cert", "/nowhere.pem"}, "/nowhere.pem"},
        Row{{"device", "revoke", "--device", "KRG03-K7"}, "KRG03-K7"},
        Row{{"officer", "revoke", "--name", "two words"}, "--name"}, Row{{"officer", "unfence"}, "command"},
        Row{{"device", "list", "--colour", "red"}, "--colour"},
        Row{{"device", "list", "--data", "twice"}, "--data"});
    CAPTURE(row.says);
    Shell shell;
    std::vector<const char*> words = row.words;
    for (auto& word : words)
        if (std::string_view(word) == "device.pem") word = shell.certificate.c_str();
    const auto refused = shell.runs(words);
    REQUIRE_FALSE(refused);
    CHECK(exit_code(refused.error()) == 2);
    CAPTURE(refused.error().detail);
    CHECK(refused.error().detail.find(row.says) != std::string::npos);
}
