// Papers: from the entry behind a number to the bytes of a PDF. Their baseline is a fixed piece of the
// machine's own work.
#include "kiosk/cases/accept_application.h"
#include "kiosk/cases/compose_receipt.h"
#include "kiosk/cases/refuse_acceptance.h"
#include "kiosk/receipts/draw.h"
#include "kiosk/receipts/qr.h"
#include "kiosk/receipts/statement.h"
#include "tests/benchmark/ends.h"
#include "tests/benchmark/ground.h"
#include "tests/benchmark/measures.h"

namespace ardager::bench {
namespace {

void measure(Bench& bench, const std::string& name, const std::string& target,
             const std::function<void()>& work) {
    constexpr double kMebibytesHashed = 32;
    Figure figure{"receipts", name, "ms", {}, "SHA-256 of 1 MiB, ms", {}, target};
    work();  // the first on a thread builds its font map
    for (unsigned i = 0; i < bench.times(20, 5); ++i) {
        figure.ours.push_back(1e3 * seconds_of(work));
        figure.baseline.push_back(1e3 * kMebibytesHashed * (1U << 20) / sha256_bytes_per_second() /
                                  kMebibytesHashed);
    }
    bench.report.add(std::move(figure));
}

void measure_paper(Bench& bench, Office& office, const std::string& name, const ReceiptNumber& number) {
    measure(bench, name, "≤ 10 ms", [&] {
        const auto receipt = need(compose_receipt(office, number, 0));
        (void)need(receipts::render_pdf(office.law.forms, receipt, {receipts::ReceiptLanguage::kk}));
    });
}

}  // namespace

void measure_receipts(Bench& bench) {
    BranchEnd branch(bench.scratch.fresh("receipts"));
    auto& office = branch.office();
    SeededRandom random(5);
    auto draft = sample_draft(random, 2, 100'000);
    const auto accepted = need(accept_application(office, draft));
    draft.documents.clear();
    const auto refused = need(refuse_acceptance(office, draft));
    measure_paper(bench, office, "acceptance receipt (kk): compose, sign, PDF", accepted.number);
    measure_paper(bench, office, "refusal receipt (kk): compose, sign, PDF", refused.number);
    receipts::Statement statement{accepted.number};
    statement.at = office.clock.now();
    statement.due = accepted.due;
    statement.branch = "KRG03";
    measure(bench, "QR: sign the statement, make the code", {}, [&] {
        (void)need(receipts::make_qr(need(receipts::sign_statement(statement, *office.signer))));
    });
}

}  // namespace ardager::bench
