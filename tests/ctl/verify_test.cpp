#include <catch2/catch.hpp>

#include "kiosk/receipts/qr.h"
#include "tests/ctl/branch.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

/// The receipt on paper, scanned again.
std::string scan_of(const Branch& branch, const std::string& number, const Words& options = {}) {
    Words words{"receipt", "pdf", number, "-o", branch.file("receipt.pdf")};
    words.insert(words.end(), options.begin(), options.end());
    REQUIRE(branch.ctl(words).exit == 0);
    const auto drawn = run(
        {"pdftoppm", "-r", "200", "-png", "-singlefile", branch.file("receipt.pdf"), branch.file("scan")});
    INFO(drawn.err);
    REQUIRE(drawn.exit == 0);
    return branch.file("scan.png");
}

std::string qr_text(const std::string& scan) {
    const auto text = receipts::read_qr_png(std::filesystem::path(scan));
    REQUIRE(text);
    return *text;
}

}  // namespace

TEST_CASE("a genuine receipt is verified from its picture and from its text", "[ctl]") {
    const Branch branch;
    const auto number = branch.accepts();
    const auto scan = scan_of(branch, number);
    const auto by_image = branch.ctl({"receipt", "verify", "--image", scan});
    INFO(by_image.out << by_image.err);
    CHECK(by_image.exit == 0);
    const auto answer = by_image.json();
    CHECK(answer.at("valid") == true);
    CHECK(answer.at("number") == number);
    CHECK(answer.at("kind") == "acceptance");
    CHECK(answer.at("branch") == "KRG03");
    CHECK(branch.ctl({"receipt", "verify", qr_text(scan)}).json() == answer);
    // Somebody else verifies with the branch's public certificate alone.
    const auto elsewhere = run({ARDAGER_CTL, "--json", "--data", branch.file("none"), "receipt", "verify",
                                qr_text(scan), "--cert", branch.data() + "/receipt.crt"});
    CHECK(elsewhere.exit == 0);
    CHECK(elsewhere.json() == answer);
}

TEST_CASE("receipts in every language and on the roll carry a QR that can be read", "[ctl]") {
    const Branch branch;
    auto application = complete_application();
    application["documents"] = Json::array();
    const auto refused = branch.apply(application).json().at("number").get<std::string>();
    const auto accepted = branch.accepts();
    const auto options = GENERATE(Words{"--lang", "ru"}, Words{"--lang", "both"}, Words{"--paper", "roll"});
    CAPTURE(options);
    for (const auto& number : {refused, accepted}) {
        const auto outcome = branch.ctl({"receipt", "verify", "--image", scan_of(branch, number, options)});
        CHECK(outcome.exit == 0);
        CHECK(outcome.json().at("number") == number);
    }
}

TEST_CASE("a forged receipt is told from a genuine one, with the reason", "[ctl]") {
    static const Branch branch;
    static const auto text = qr_text(scan_of(branch, branch.accepts()));
    struct Row {
        std::string text;
        std::string reason;
    };
    const auto changed = [](std::size_t at) {
        auto forged = text;
        forged[at] = forged[at] == '0' ? '1' : '0';
        return forged;
    };
    const auto row = GENERATE_COPY(Row{"hello", "prefix"}, Row{text.substr(0, 60), ""},
                                   Row{changed(text.size() / 2), ""}, Row{changed(text.size() - 3), ""});
    CAPTURE(row.text);
    const auto outcome = branch.ctl({"receipt", "verify", row.text});
    INFO(outcome.out << outcome.err);
    CHECK(outcome.exit == 2);
    CHECK(outcome.json().at("valid") == false);
    const auto reason = outcome.json().at("reason").get<std::string>();
    CHECK(!reason.empty());
    if (!row.reason.empty()) CHECK(reason == row.reason);
}

TEST_CASE("a receipt signed by another branch's key is not ours", "[ctl]") {
    const Branch ours;
    const Branch theirs;
    const auto text = qr_text(scan_of(theirs, theirs.accepts()));
    const auto outcome = ours.ctl({"receipt", "verify", text});
    CHECK(outcome.exit == 2);
    CHECK(outcome.json().at("valid") == false);
    CHECK(outcome.json().at("reason") == "unknown_key");
    const auto trusted = ours.ctl({"receipt", "verify", text, "--cert", theirs.data() + "/receipt.crt"});
    CHECK(trusted.exit == 0);
}

TEST_CASE("a picture without a QR, or no picture at all, is bad input", "[ctl]") {
    const Branch branch;
    CHECK(branch.ctl({"receipt", "verify", "--image", branch.file("inbox/page1.png")}).exit == 2);
    write_text(branch.file("words.png"), "no picture");
    CHECK(branch.ctl({"receipt", "verify", "--image", branch.file("words.png")}).exit == 2);
    CHECK(branch.ctl({"receipt", "verify", "--image", branch.file("nowhere.png")}).exit == 2);
}
