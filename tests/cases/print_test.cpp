#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/base/files.h"
#include "kiosk/cases/compose_receipt.h"
#include "kiosk/cases/print_receipt.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/receipts/statement.h"
#include "kiosk/vault/signing_key.h"
#include "tests/cases/office_fixture.h"

using namespace ardager;
using namespace ardager::cases_test;

namespace {

/// The text that a search in the PDF finds.
std::string text_of(const Bytes& pdf, const Folder& folder) {
    const auto file = (folder.path() / "paper.pdf").string();
    const auto text = (folder.path() / "paper.txt").string();
    good(write_file(file, pdf));
    std::array<std::string, 3> words{"pdftotext", file, text};
    std::array<char*, 4> arguments{words[0].data(), words[1].data(), words[2].data(), nullptr};
    pid_t child = 0;
    REQUIRE(::posix_spawnp(&child, "pdftotext", nullptr, nullptr, arguments.data(), environ) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WEXITSTATUS(status) == 0);
    return std::string(as_text(good(read_file(text, 1U << 20))));
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the first paper is the original, later ones say that they are copies and are counted", "[cases]") {
    struct Row {
        receipts::ReceiptLanguage language;
        const char* mark;
    };
    const auto row = GENERATE(Row{receipts::ReceiptLanguage::kk, "КӨШІРМЕ"},
                              Row{receipts::ReceiptLanguage::ru, "ДУБЛИКАТ"});
    CAPTURE(row.mark);
    Branch branch;
    const auto number = branch.accepts().number;
    for (unsigned copy = 0; copy < 3; ++copy) {
        const auto printed = good(print_receipt(*branch.office, number, {row.language}));
        CHECK(printed.copy_number == copy);
        const auto text = text_of(printed.pdf, branch.folder);
        CHECK(says(text, number.text));
        CHECK(says(text, "24.11.2026"));
        CHECK(says(text, row.mark) == (copy > 0));
        CHECK(branch.row(number).prints == copy + 1);
    }
    CHECK(branch.head().seq == 4);
}

TEST_CASE("a refusal's paper quotes the order and names what is missing", "[cases]") {
    Branch branch;
    const auto number = good(refuse_acceptance(*branch.office, incomplete_draft())).number;
    const auto printed = good(print_receipt(*branch.office, number, {}));
    const auto text = text_of(printed.pdf, branch.folder);
    CHECK(says(text, "20-бабының"));
    CHECK(says(text, "әскери билет"));
    CHECK(says(text, "Ардагеров"));
}

TEST_CASE("a receipt that is not there is neither printed nor counted", "[cases]") {
    Branch branch;
    const auto foreign = ReceiptNumber::make({"KRG03", "K2"}, branch.clock.today(), 1);
    CHECK(print_receipt(*branch.office, foreign, {}).error().code == Code::not_found);
    CHECK(branch.head().seq == 0);
}

TEST_CASE("the QR says what the record says and is signed by the branch", "[cases]") {
    Branch branch;
    const auto accepted = branch.accepts();
    const auto receipt =
        std::get<receipts::AcceptanceReceipt>(good(compose_receipt(*branch.office, accepted.number, 0)));
    const auto pem = good(read_file(branch.paths.receipt_certificate(), 1U << 16));
    const auto key = good(load_verifier(as_text(pem)));
    const auto statement = good(receipts::verify_statement(receipt.qr_text, {key.get()}));
    CHECK(statement.number == accepted.number);
    CHECK(statement.due == accepted.due);
    CHECK(statement.seq == accepted.seq);
    CHECK(statement.branch == "KRG03");
    CHECK(statement.journal_head == receipts::truncated_head(branch.head().hash));
    const auto entry = good(branch.office->journal().reader().read(accepted.seq)).entry;
    CHECK(statement.application == entry.payload_sha256);
}

TEST_CASE("a reprint after an extension still shows the promise of the first day", "[cases]") {
    Branch branch;
    const auto number = branch.accepts().number;
    branch.decides(number, "decision.extended", {{"days", 30}});
    const auto receipt =
        std::get<receipts::AcceptanceReceipt>(good(compose_receipt(*branch.office, number, 1)));
    CHECK(iso_date(receipt.due) == "2026-11-24");
    CHECK(receipt.documents.size() == 1);
    CHECK(receipt.documents[0].pages == 1);
    CHECK(says(receipt.extension_note.kk, "30"));
}
