// What stands on the papers, read back by poppler's tools.
#include "kiosk/receipts/draw.h"

#include "kiosk/receipts/qr.h"
#include "kiosk/receipts/tuning.h"
#include "tests/receipts/samples.h"

using namespace ardager;
using namespace ardager::receipts;
using samples::forms;
using samples::on_one_line;
using samples::text_of;

namespace {

Bytes pdf_of(const Receipt& receipt, DrawOptions options = {}) {
    auto pdf = render_pdf(forms(), receipt, options);
    INFO((pdf ? std::string() : pdf.error().detail));
    REQUIRE(pdf.has_value());
    return *pdf;
}

void check_holds(const std::string& text, const std::vector<std::string>& wanted) {
    for (const std::string& piece : wanted) {
        CAPTURE(text, piece);
        CHECK(text.find(piece) != std::string::npos);
    }
}

const DrawOptions kKazakh{ReceiptLanguage::kk};
const DrawOptions kRussian{ReceiptLanguage::ru};
const DrawOptions kBoth{ReceiptLanguage::both};
const DrawOptions kRoll{ReceiptLanguage::kk, Paper::roll_80mm};

}  // namespace

TEST_CASE("an acceptance receipt in Kazakh says all that the citizen needs", "[receipts]") {
    const auto options = GENERATE(values({kKazakh, kRoll, kBoth}));
    check_holds(
        on_one_line(text_of(pdf_of(samples::acceptance(), options))),
        {"Құжаттарды қабылдағаны туралы қолхат", samples::acceptance().number.text, "24.11.2026",
         "23.11.2026 10:15", "Ардагеров Сынақ Тестұлы", "ЖСН 250509300018", "Әскери билет", "НО 123456",
         "Барлығы: құжат – 1, бет – 2", "Үлгіқызы Өнеге", "+7 7212 00 00 01", "1414, 8 800 080 7777"});
}

TEST_CASE("an acceptance receipt in Russian says the same", "[receipts]") {
    const auto options = GENERATE(values({kRussian, kBoth}));
    check_holds(on_one_line(text_of(pdf_of(samples::acceptance(), options))),
                {"Расписка о приеме документов", "Выдача удостоверений ветеранам Великой", "ИИН 250509300018",
                 "Военный билет", "Всего: документов – 1, страниц – 2",
                 "Государственная услуга оказывается бесплатно."});
}

TEST_CASE("the Kazakh letters can be searched in the PDF, small and capital", "[receipts]") {
    AcceptanceReceipt receipt = samples::acceptance();
    receipt.applicant_name = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі";
    const std::string text = text_of(pdf_of(receipt));
    check_holds(text, {"Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"});
}

TEST_CASE("what applies only sometimes stands on the paper only then", "[receipts]") {
    AcceptanceReceipt receipt = samples::acceptance();
    const std::string plain = on_one_line(text_of(pdf_of(receipt)));
    CHECK(plain.find("КӨШІРМЕ") == std::string::npos);
    CHECK(plain.find("Өкілі") == std::string::npos);
    CHECK(plain.find("келесі жұмыс күні") == std::string::npos);
    CHECK(plain.find("байланыс болмады") == std::string::npos);

    receipt.copy_number = 2;
    receipt.representative = Representative{"Өкілов Үміт", "4521"};
    receipt.day_of_acceptance = receipt.due;
    receipt.identity_by_documents = true;
    check_holds(on_one_line(text_of(pdf_of(receipt))),
                {"КӨШІРМЕ № 2", "Өкілов Үміт", "Өкілеттігін растайтын құжат: 4521",
                 "Өтінішті қабылдау күні – келесі жұмыс күні: 24.11.2026", "байланыс болмады"});
    check_holds(on_one_line(text_of(pdf_of(receipt, kRussian))), {"ДУБЛИКАТ № 2"});
}

TEST_CASE("the ordinary papers stand on one page a language", "[receipts]") {
    for (const auto& options : {kKazakh, kRussian}) {
        CHECK(count_pages(forms(), samples::acceptance(), options) == 1u);
        CHECK(count_pages(forms(), samples::refusal(), options) == 2u);  // two copies
        CHECK(count_pages(forms(), samples::extension_notice(), options) == 1u);
        CHECK(count_pages(forms(), samples::refusal_notice(), options) == 1u);
        CHECK(count_pages(forms(), samples::result_notice(), options) == 1u);
    }
    CHECK(count_pages(forms(), samples::refusal(), kBoth) == 4u);
}

TEST_CASE("twelve documents with names of a hundred characters flow on, each whole", "[receipts]") {
    const AcceptanceReceipt receipt = samples::long_acceptance();
    const auto options = GENERATE(values({kKazakh, kRoll}));
    const std::string text = on_one_line(text_of(pdf_of(receipt, options)));
    std::size_t names = 0;
    const std::string ending = "Шыңғысханұлының баласы!";
    for (auto at = text.find(ending); at != std::string::npos; at = text.find(ending, at + 1)) ++names;
    CHECK(names == 15);  // twelve documents, applicant, representative, employee
    for (int i = 1; i <= 12; ++i) check_holds(text, {"1234567890-" + std::to_string(i)});
    if (options.paper == Paper::a4) check_holds(text, {"1/3-бет", "2/3-бет", "3/3-бет"});
}

TEST_CASE("a name longer than a page is cut between lines, never lost", "[receipts]") {
    AcceptanceReceipt receipt = samples::acceptance();
    receipt.applicant_name.clear();
    for (int i = 0; i < 900; ++i) receipt.applicant_name += "сөз" + std::to_string(i) + " ";
    const std::string text = on_one_line(text_of(pdf_of(receipt)));
    check_holds(text, {"сөз0 ", "сөз450 ", "сөз899"});
}

TEST_CASE("a paper that would need too many pages, or is no text, is refused", "[receipts]") {
    AcceptanceReceipt receipt = samples::acceptance();
    SECTION("a text too long") {
        receipt.applicant_name = std::string(kMaximumTextBytes + 1, 'W');
    }
    SECTION("too many documents") {
        receipt.documents.assign(1500, receipt.documents.front());
    }
    SECTION("bad UTF-8") {
        receipt.applicant_name = "\xD0";
    }
    SECTION("a NUL") {
        receipt.applicant_name = std::string("A\0B", 3);
    }
    SECTION("a QR text that fits no code") {
        receipt.qr_text = "ARD1:" + std::string(5000, 'A');
    }
    const auto outcome = render_pdf(forms(), receipt);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == Code::invalid_input);
}

TEST_CASE("the same receipt always gives the same bytes", "[receipts]") {
    const Receipt receipt =
        GENERATE(values<Receipt>({samples::acceptance(), samples::refusal(), samples::result_notice()}));
    const Bytes first = pdf_of(receipt);
    (void)pdf_of(samples::extension_notice(), kBoth);  // what was drawn between leaves no trace
    CHECK(first == pdf_of(receipt));
    Bytes on_another_thread;
    std::thread([&] { on_another_thread = render_pdf(forms(), receipt).value_or(Bytes{}); }).join();
    CHECK(first == on_another_thread);
}

TEST_CASE("the PDF's metadata holds the number and the receipt's own time, nothing of the person",
          "[receipts]") {
    const AcceptanceReceipt receipt = samples::acceptance();
    const std::string information = samples::information_of(pdf_of(receipt));
    check_holds(information, {"Title:           " + receipt.number.text, "20261123051500Z"});
    CHECK(information.find("Author:") == std::string::npos);
    CHECK(information.find("Ардагеров") == std::string::npos);
    CHECK(information.find("2505093") == std::string::npos);
}

TEST_CASE("only a staff paper says that a form is not compared with its official text", "[receipts]") {
    const Receipt notice = samples::extension_notice();
    const std::string note = "Нысан ресми мәтінмен салыстырылмаған";
    CHECK(text_of(pdf_of(notice)).find(note) == std::string::npos);
    CHECK(text_of(pdf_of(notice, {ReceiptLanguage::kk, Paper::a4, Audience::staff})).find(note) !=
          std::string::npos);
    CHECK(text_of(pdf_of(samples::refusal(), {ReceiptLanguage::kk, Paper::a4, Audience::staff})).find(note) ==
          std::string::npos);
}

TEST_CASE("notices say what was decided, until when and where", "[receipts]") {
    check_holds(on_one_line(text_of(pdf_of(samples::extension_notice()))),
                {"Мерзімді ұзарту туралы хабарлама", "мерзімі 30 жұмыс күніне дейін ұзартылды.", "08.01.2027",
                 "Қазақстан Республикасының тиісті органынан растауды алу қажет.", "№ 172/4"});
    check_holds(
        on_one_line(text_of(pdf_of(samples::refusal_notice(), kRussian))),
        {"Уведомление об отказе в оказании государственной услуги", "несоответствие услугополучателя"});
    check_holds(on_one_line(text_of(pdf_of(samples::result_notice()))),
                {"Куәліктің дайын екені туралы хабарлама", "№ 3 бөлім, Қарағанды қ., Ержанов к-сі, 12"});
    ExtensionNotice wrong = samples::extension_notice();
    wrong.extended_to_working_days = 45;
    CHECK_FALSE(render_pdf(forms(), wrong).has_value());
}
