// What an administrator leaves out or mistypes: said by `init` and `doctor`, and nothing is accepted before.
#include <catch2/catch.hpp>
#include <filesystem>

#include "kiosk/store/database.h"
#include "tests/ctl/branch.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

/// A folder of its own where `init` has not run yet.
struct NewBranch {
    Folder folder;
    [[nodiscard]] Outcome ctl(Words words) const {
        words.insert(words.begin(), {ARDAGER_CTL, "--data", folder / "data", "--json"});
        return run(words);
    }
    [[nodiscard]] Outcome init(const Words& more) const {
        Words words{"init", "--branch", "KRG03", "--device", "K6", "--profile", "kiosk"};
        words.insert(words.end(), more.begin(), more.end());
        return ctl(words);
    }
    [[nodiscard]] std::string configuration() const { return read_text(folder / "data/ardager.toml"); }
};

std::vector<std::string> fields_of(const Outcome& outcome) {
    std::vector<std::string> fields;
    const auto answer = outcome.json();
    for (const auto& error : answer.at("errors")) fields.push_back(error.at("field"));
    return fields;
}

bool is_said(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// A filled configuration with this in its [device].
std::string with_device(const std::string& lines) {
    auto text = filled_configuration();
    const std::string table = "[device]\n";
    return text.insert(text.find(table) + table.size(), lines + "\n");
}

}  // namespace

TEST_CASE("without a configuration nothing is accepted, and doctor is not ready", "[ctl]") {
    const NewBranch branch;
    REQUIRE(branch.init({}).exit == 0);
    write_text(branch.folder / "page1.png", as_text(picture(1)));
    write_text(branch.folder / "application.json", complete_application().dump());
    const auto applied = branch.ctl({"apply", branch.folder / "application.json"});
    CHECK(applied.exit == 4);
    CHECK(fields_of(applied) == std::vector<std::string>{"branch.address_kk", "branch.address_ru",
                                                         "branch.phone", "duty_employee.name",
                                                         "duty_employee.phone"});
    CHECK(branch.ctl({"journal", "verify"}).json().at("entries") == 0);
    const auto doctor = branch.ctl({"doctor"});
    CHECK(doctor.exit == 4);
    CHECK(doctor.json().at("ready") == false);
    const auto configuration = doctor.json().at("checks")[0];
    CHECK(configuration.at("name") == "configuration");
    CHECK(configuration.at("state") == "fault");
}

TEST_CASE("each flag of init replaces its own key of the file alone", "[ctl]") {
    const NewBranch branch;
    write_text(branch.folder / "branch.toml",
               filled_configuration() +
                   "[gateway]\nurl = 'https://one:8443'\ncertificate = '/etc/c.pem'\n"
                   "key = '/etc/k.pem'\nca = '/etc/ca.pem'\n");
    REQUIRE(branch
                .init({"--config", branch.folder / "branch.toml", "--cert", "/other/c.pem", "--key",
                       "/other/k.pem"})
                .exit == 0);
    const auto kept = branch.configuration();
    for (const char* words : {"https://one:8443", "/other/c.pem", "/other/k.pem", "/etc/ca.pem"}) {
        CAPTURE(words);
        CHECK(is_said(kept, words));
    }
}

TEST_CASE("a gateway that cannot be used is refused by init with the flag's name", "[ctl]") {
    struct Row {
        Words words;
        std::vector<std::string> fields;
    };
    const auto row =
        GENERATE(Row{{"--gateway", "ftp://x", "--cert", "c", "--key", "k", "--ca", "a"}, {"--gateway"}},
                 Row{{"--gateway", "https://", "--cert", "c", "--key", "k", "--ca", "a"}, {"--gateway"}},
                 Row{{"--gateway", "https://x:1"}, {"--cert", "--key", "--ca"}},
                 Row{{"--gateway", "https://x:1", "--cert", "c", "--ca", "a"}, {"--key"}});
    CAPTURE(row.words);
    const NewBranch branch;
    const auto outcome = branch.init(row.words);
    CHECK(outcome.exit == 2);
    CHECK(fields_of(outcome) == row.fields);
    CHECK_FALSE(std::filesystem::exists(branch.folder / "data"));
}

TEST_CASE("a gateway without certificates in the file is a fault that names the keys", "[ctl]") {
    const Branch branch;
    auto text = read_text(branch.data() + "/ardager.toml");
    const std::string none = "url = ''";
    const auto at = text.find(none);
    REQUIRE(at != std::string::npos);
    write_text(branch.data() + "/ardager.toml", text.replace(at, none.size(), "url = 'https://localhost:1'"));
    const auto outcome = branch.ctl({"sync", "run", "--once"});
    CHECK(outcome.exit == 2);
    CHECK(fields_of(outcome) == std::vector<std::string>{"gateway.certificate", "gateway.key", "gateway.ca"});
}

TEST_CASE("a paper that cannot be written is not counted: the next one is the original", "[ctl]") {
    const Branch branch;
    const auto number = branch.accepts();
    std::filesystem::create_directories(branch.file("folder.pdf"));
    for (const auto& output : {branch.file("nowhere/a.pdf"), branch.file("folder.pdf")}) {
        CAPTURE(output);
        CHECK(branch.ctl({"receipt", "pdf", number, "-o", output}).exit == 2);
    }
    // Something stands where the paper is laid before it is counted.
    std::filesystem::create_directories(branch.file("a.pdf.uncounted/in-the-way"));
    CHECK(branch.ctl({"receipt", "pdf", number, "-o", branch.file("a.pdf")}).exit == 4);
    CHECK(branch.ctl({"receipt", "show", number}).json().at("prints") == 0);
    const auto printed = branch.ctl({"receipt", "pdf", number, "-o", branch.file("b.pdf")});
    REQUIRE(printed.exit == 0);
    CHECK(printed.json().at("copy") == 0);
    CHECK_FALSE(std::filesystem::exists(branch.file("b.pdf.uncounted")));
}

TEST_CASE("a changed projection is found by verify and mended by a rebuild", "[ctl]") {
    const Branch branch;
    (void)branch.accepts();
    {
        const auto database =
            store::Database::open({branch.data() + "/record.sqlite", store::Access::read_write});
        REQUIRE(database);
        REQUIRE((*database)->execute("UPDATE applications SET state = 'granted'"));
    }
    const auto found = branch.ctl({"journal", "verify"});
    CHECK(found.exit == 5);
    CHECK(is_said(found.err, "ardagerctl record rebuild"));
    REQUIRE(branch.ctl({"record", "rebuild"}).exit == 0);
    CHECK(branch.verified().at("ok") == true);
}

TEST_CASE("a question that lacks something says what to give", "[ctl]") {
    struct Row {
        Words words;
        const char* says;
    };
    static const Branch branch;
    const auto row = GENERATE(
        Row{{"receipt", "verify"}, "--image"}, Row{{"record", "backup", "/nowhere/b.sqlite"}, "no folder"},
        Row{{"standard", "checklist", "military-registration", "-o", "/tmp/never.pdf"}, "one of "},
        Row{{"due", "--service", "veteran-certificate", "--accepted", "2020-01-01T10:00"}, "no standard"});
    CAPTURE(row.words);
    const auto outcome = branch.ctl(row.words);
    CHECK(outcome.exit == 2);
    CHECK(is_said(outcome.err, row.says));
}

TEST_CASE("a printer that cannot be a queue of this machine is refused with its key", "[ctl]") {
    const auto row = GENERATE(table<std::string, std::string>(
        {{"printer = 'two words'", "device.printer:"},
         {"printer = 'receipts'\nprinter_server = 'printhost:631'", "device.printer_server:"}}));
    CAPTURE(std::get<0>(row));
    const NewBranch branch;
    write_text(branch.folder / "branch.toml", with_device(std::get<0>(row)));
    const auto outcome = branch.init({"--config", branch.folder / "branch.toml"});
    CHECK(outcome.exit == 2);
    CHECK(is_said(outcome.err, std::get<1>(row)));
}

TEST_CASE("a printer whose CUPS is not there keeps the doctor from being ready", "[ctl]") {
    const NewBranch branch;
    const auto server = "printer_server = '" + (branch.folder / "no-cups.sock") + "'";
    write_text(branch.folder / "branch.toml", with_device("printer = 'receipts-a4'\n" + server));
    REQUIRE(branch.init({"--config", branch.folder / "branch.toml"}).exit == 0);
    CHECK(is_said(branch.configuration(), "receipts-a4"));
    const auto doctor = branch.ctl({"doctor"});
    CHECK(doctor.exit == 4);
    CHECK(is_said(doctor.out, "systemctl status cups"));
}

TEST_CASE("every program answers a line that it does not understand with 2, and --help with 0", "[ctl]") {
    const auto line = GENERATE(values<Words>({{ARDAGER_KIOSK}, {ARDAGER_CTL, "doctor"}, {ARDAGER_GATEWAY}}));
    CAPTURE(line);
    Words wrong = line;
    wrong.emplace_back("--no-such-wish");
    const auto answer = run(wrong);
    CHECK(answer.exit == 2);
    CHECK(is_said(answer.err, "--no-such-wish"));
    CHECK(run({line.front(), "--help"}).exit == 0);
}
