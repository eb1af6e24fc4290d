#include "session.h"
#include "ui/citizen/views.h"

namespace ardager::citizen {
namespace {

TEST_CASE("a blurred page is asked for again and never sent", "[citizen]") {
    const auto quality = GENERATE(PageQuality::blank, PageQuality::dark, PageQuality::blurred);
    Session session;
    session.comes_to(Page::scan);
    session.scans(quality, "bad");
    session.asks(Act::next);
    CHECK(session.page() == Page::scan);
    CHECK(session.complains(Field::scan, Key::error_scan_unclear));
    session.scans(PageQuality::ok, "good");
    CHECK(session.flow.state().pages.size() == 1);
    session.scans(PageQuality::ok, "second");
    session.asks(Act::next);
    CHECK(session.page() == Page::check);
    CHECK(session.flow.state().answers.documents.front().files == std::vector<std::string>{"good", "second"});
}

TEST_CASE("no page is named as missing", "[citizen]") {
    Session session;
    session.comes_to(Page::scan);
    session.asks(Act::next);
    CHECK(session.complains(Field::scan, Key::error_scan_none));
}

TEST_CASE("the scanner's trouble says what to do and the next attempt works", "[citizen]") {
    struct Row {
        ScanTrouble trouble;
        Key message;
    };
    const auto row = GENERATE(values<Row>({{ScanTrouble::no_document, Key::error_scan_no_document},
                                           {ScanTrouble::jammed, Key::error_scan_jammed},
                                           {ScanTrouble::cover_open, Key::error_scan_cover_open},
                                           {ScanTrouble::offline, Key::error_scan_offline}}));
    Session session;
    session.comes_to(Page::scan);
    session.asks(Act::scan);
    session.tells(ScanFailed{*session.flow.state().scanning, row.trouble});
    CHECK(session.complains(Field::scan, row.message));
    session.scans(PageQuality::ok, "page");
    CHECK(session.flow.state().errors.empty());
}

TEST_CASE("a page that arrives after the person went back is not theirs any more", "[citizen]") {
    Session session;
    session.comes_to(Page::scan);
    session.asks(Act::scan);
    const auto late = *session.flow.state().scanning;
    session.asks(Act::back);
    CHECK(session.effect<CancelScan>());
    session.tells(ScanDone{late, "late", PageQuality::ok, nullptr});
    CHECK(session.flow.state().pages.empty());
}

TEST_CASE("a scan under way is not started twice", "[citizen]") {
    Session session;
    session.comes_to(Page::scan);
    session.asks(Act::scan);
    session.asks(Act::scan);
    CHECK_FALSE(session.effect<ScanPage>());
    session.asks(Act::next);
    CHECK(session.complains(Field::scan, Key::error_scan_running));
}

TEST_CASE("another kind of document starts with no pages, the same kind keeps them", "[citizen]") {
    Session session;
    session.comes_to(Page::check);
    session.changes(Field::document_kind);
    session.asks(Act::choose, "military_id");
    CHECK(session.flow.state().pages.size() == 1);
    session.asks(Act::choose, "service_certificate");
    CHECK(session.flow.state().pages.empty());
    session.asks(Act::back);
    CHECK(session.flow.state().pages.size() == 1);
    CHECK(session.flow.state().answers.documents.front().kind == "military_id");
}

Session without_document() {
    Session session;
    session.comes_to(Page::scan);
    session.asks(Act::no_document);
    CHECK(session.page() == Page::incomplete);
    return session;
}

TEST_CASE("an incomplete package can be scanned now", "[citizen]") {
    Session session = without_document();
    session.asks(Act::scan);
    CHECK(session.page() == Page::document_kind);
    session.comes_to(Page::check);
}

TEST_CASE("an incomplete package can be kept for later and opened by number and IIN", "[citizen]") {
    Session session = without_document();
    session.asks(Act::bring_later);
    REQUIRE(session.effect<KeepDraft>());
    const ApplicationAnswers kept = session.effect<KeepDraft>()->answers;
    session.tells(DraftKept{"KRG03-K1-261123-0001-X", parse_date("2026-12-23").value()});
    CHECK(session.page() == Page::draft_kept);
    session.asks(Act::finish);

    session.begins("ru");
    session.asks(Act::open_status);
    session.asks(Act::type_number);
    session.types(Field::receipt_number,
                  ReceiptNumber::make({"KRG03", "K1"}, *kept.applicant.birth_date, 1).text);
    session.asks(Act::next);
    REQUIRE(session.effect<LookUp>());
    session.tells(DraftFound{kept});
    CHECK(session.page() == Page::identity);
    CHECK(session.flow.state().answers.applicant.surname.empty());
    session.types(Field::iin, "240229400103");
    session.asks(Act::next);
    CHECK(session.complains(Field::iin, Key::error_draft_owner));
    session.types(Field::iin, kIin);
    session.asks(Act::next);
    CHECK(session.page() == Page::document_kind);
    CHECK(session.flow.state().answers.applicant == kept.applicant);
    CHECK(session.flow.state().answers.language == "ru");
}

TEST_CASE("whoever guesses at a kept draft is shown out", "[citizen]") {
    Session session = without_document();
    const ApplicationAnswers kept = session.flow.state().answers;
    session.asks(Act::finish);
    session.begins();
    session.asks(Act::open_status);
    session.asks(Act::type_number);
    session.types(Field::receipt_number,
                  ReceiptNumber::make({"KRG03", "K1"}, *kept.applicant.birth_date, 1).text);
    session.asks(Act::next);
    session.tells(DraftFound{kept});
    session.types(Field::iin, "240229400103");
    for (unsigned i = 0; i < kDraftTries; ++i) session.asks(Act::next);
    CHECK(session.flow.state() == CitizenState{});
}

TEST_CASE("an incomplete package can be answered with a refusal receipt in two copies", "[citizen]") {
    Session session = without_document();
    session.asks(Act::take_refusal);
    REQUIRE(session.effect<Refuse>());
    CHECK(session.effect<Refuse>()->answers.documents.front().files.empty());
    session.tells(RefusedIssued{"KRG03-K1-261123-0002-X"});
    CHECK(session.page() == Page::refused);
    REQUIRE(session.effect<PrintReceipt>());
    CHECK(session.effect<PrintReceipt>()->copies == 2);
}

TEST_CASE("a failed submission says one sentence and keeps the answers", "[citizen]") {
    struct Row {
        SubmitTrouble trouble;
        Key message;
    };
    const auto row = GENERATE(values<Row>({{SubmitTrouble::not_now, Key::error_not_now},
                                           {SubmitTrouble::disk_reserved, Key::error_disk_reserved},
                                           {SubmitTrouble::disk, Key::error_disk},
                                           {SubmitTrouble::outcome_unknown, Key::error_outcome_unknown},
                                           {SubmitTrouble::record_damaged, Key::error_record_damaged},
                                           {SubmitTrouble::internal, Key::error_internal}}));
    Session session;
    session.comes_to(Page::submitting);
    const ApplicationAnswers answers = session.flow.state().answers;
    session.tells(SubmitFailed{row.trouble, {}});
    CHECK(session.page() == Page::check);
    CHECK(session.complains(Field::none, row.message));
    CHECK(session.flow.state().answers == answers);
}

TEST_CASE("what may have been kept is never submitted a second time", "[citizen]") {
    const auto trouble = GENERATE(SubmitTrouble::outcome_unknown, SubmitTrouble::record_damaged);
    Session session;
    session.comes_to(Page::submitting);
    session.tells(SubmitFailed{trouble, {}});
    session.asks(Act::submit);
    CHECK_FALSE(session.effect<Submit>());
}

TEST_CASE("a field that the case refuses is named on the check page", "[citizen]") {
    Session session;
    session.comes_to(Page::submitting);
    session.tells(
        SubmitFailed{SubmitTrouble::invalid_field, {{"applicant.phone", "format", "not a number"}}});
    CHECK(session.complains(Field::phone, Key::error_field));
}

TEST_CASE("paper that never came out is printed again as the first, a lost one as a duplicate", "[citizen]") {
    const bool printed = GENERATE(true, false);
    Session session;
    session.comes_to(Page::submitting);
    session.tells(Submitted{"KRG03-K1-261123-0014-7", parse_date("2026-11-24").value(), nullptr});
    session.asks(Act::reprint);
    CHECK_FALSE(session.effect<PrintReceipt>());  // the first is still in the printer
    session.tells(PrintEnded{printed});
    session.asks(Act::reprint);
    REQUIRE(session.effect<PrintReceipt>());
    CHECK(session.effect<PrintReceipt>()->again == printed);
}

TEST_CASE("a printer that waits for somebody is named while the receipt is in it, and no longer",
          "[citizen]") {
    Session session;
    session.comes_to(Page::submitting);
    session.tells(Submitted{"KRG03-K1-261123-0014-7", parse_date("2026-11-24").value(), nullptr});
    CHECK_FALSE(outcome_view(session.flow).printer_waits);
    session.tells(BoardChanged{{.printer_ready = false}});
    CHECK(outcome_view(session.flow).printer_waits);
    session.tells(PrintEnded{true});
    CHECK_FALSE(outcome_view(session.flow).printer_waits);
}

TEST_CASE("a number leads to its state, a wrong or unknown one says so", "[citizen]") {
    Session session;
    session.begins();
    session.asks(Act::open_status);
    session.asks(Act::type_number);
    session.types(Field::receipt_number, "KRG03-K1-261123-0014-0");
    session.asks(Act::next);
    CHECK(session.complains(Field::receipt_number, Key::error_receipt_number));
    const std::string number =
        ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 14).text;
    session.types(Field::receipt_number, number);
    session.asks(Act::next);
    REQUIRE(session.effect<LookUp>());
    CHECK(session.effect<LookUp>()->number == number);
    session.tells(StatusMissing{});
    CHECK(session.complains(Field::receipt_number, Key::error_receipt_unknown));
    session.asks(Act::next);
    session.tells(StatusFound{
        .number = number, .stage = ApplicationStage::extended, .extended_to_days = 30, .has_notice = true});
    CHECK(session.page() == Page::status);
    session.asks(Act::set_language, "ru");
    session.asks(Act::reprint);
    REQUIRE(session.effect<PrintNotice>());
    CHECK(session.effect<PrintNotice>()->language == "ru");
}

}  // namespace
}  // namespace ardager::citizen
