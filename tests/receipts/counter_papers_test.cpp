// The papers of the counter: ticket, home visit, checklist, medical card.
#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/receipts/qr.h"
#include "tests/receipts/samples.h"

using namespace ardager;
using namespace ardager::receipts;
using samples::forms;

namespace {

std::string words_of(const Receipt& receipt, ReceiptLanguage language, Paper paper = Paper::a4) {
    return samples::on_one_line(samples::text_of(render_pdf(forms(), receipt, {language, paper}).value()));
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// Letters and digits only: rules, blanks and line breaks are the drawing's own.
std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0x80U) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += c;
    return letters;
}

}  // namespace

TEST_CASE("a ticket says its number, who is before it and about how long", "[receipts][queue]") {
    auto slip = samples::ticket_slip();
    const auto text = words_of(slip, ReceiptLanguage::kk, Paper::roll_80mm);
    for (const auto* part : {"A-014", "Алдыңызда 3 адам бар", "шамамен 15 минут", "23.11.2026 10:15"})
        CHECK(holds(text, part));
    slip.estimate_minutes.reset();
    slip.purpose = {};
    const auto without = words_of(slip, ReceiptLanguage::ru);
    CHECK(holds(without, "Другой вопрос"));
    CHECK_FALSE(holds(without, "мин"));
    slip.waiting_before = 0;
    CHECK(holds(words_of(slip, ReceiptLanguage::ru), "Перед Вами никого нет"));
}

TEST_CASE("a ticket is one short strip on the roll and one page on A4", "[receipts][queue]") {
    const DrawOptions roll{ReceiptLanguage::kk, Paper::roll_80mm};
    const auto picture = render_preview(forms(), samples::ticket_slip(), roll, 240).value();
    CHECK(picture.height < 2 * picture.width);
    CHECK(count_pages(forms(), samples::ticket_slip(), {ReceiptLanguage::both, Paper::a4}).value() == 1);
}

TEST_CASE("a visit's slip says the number, what comes next and where to call", "[receipts][visits]") {
    for (const auto language : {ReceiptLanguage::kk, ReceiptLanguage::ru, ReceiptLanguage::both}) {
        const auto slip = samples::visit_slip();
        const auto text = words_of(slip, language);
        CHECK(holds(text, slip.number.text));
        CHECK(holds(text, "1414"));
        if (language == ReceiptLanguage::both) continue;
        CHECK(count_pages(forms(), slip, {language, Paper::a4}).value() == 1);
    }
}

TEST_CASE("a checklist leads to the portal by a plain code and names its law", "[receipts][guides]") {
    const auto list = samples::checklist();
    const auto text = words_of(list, ReceiptLanguage::kk);
    for (const auto* part : {"3 жұмыс күні", "Тегін", "www.egov.kz", "№ 28 бұйрық, 32-қосымша", "1414"})
        CHECK(holds(text, part));
    CHECK_FALSE(holds(text, "перевод"));
    CHECK(holds(words_of(list, ReceiptLanguage::ru), "Русский текст – перевод"));
    for (const auto paper : {Paper::a4, Paper::roll_80mm}) {
        const int width = paper == Paper::a4 ? 1240 : 640;
        const auto picture = render_preview(forms(), list, {ReceiptLanguage::ru, paper}, width).value();
        CHECK(read_qr_png(samples::to_png(picture)).value() == "HTTPS://WWW.EGOV.KZ");
    }
}

TEST_CASE("the medical card has two sides in a language and does not go on a roll", "[receipts][guides]") {
    const auto card = samples::medical_card();
    CHECK(count_pages(forms(), card, {ReceiptLanguage::kk}).value() == 2);
    CHECK(count_pages(forms(), card, {ReceiptLanguage::ru}).value() == 2);
    CHECK(count_pages(forms(), card, {ReceiptLanguage::both}).value() == 4);
    CHECK(render_pdf(forms(), card, {ReceiptLanguage::kk, Paper::roll_80mm}).error().code ==
          Code::invalid_input);
}

TEST_CASE("the Kazakh medical card holds every word of appendix 40 in its order", "[receipts][guides]") {
    // As the order has it, line breaks and blanks left out; its list stands once, its conclusion for each
    // date.
    const auto reference = read_file(source_folder("tests/golden/receipts/appendix-40.txt"), 100'000).value();
    const auto& form = forms().get(FormKind::medical_card).kk;
    std::string ours;
    for (const auto* key : {"appendix", "form", "photo", "title", "fields", "results", "date_column",
                            "date_column", "studies", "doctors", "diagnosis", "seal"})
        ours += form.text(key);
    for (int date = 0; date < 2; ++date)
        for (const auto* key : {"basis", "rule", "chairman", "rule", "rank", "rule", "signed"})
            ours += form.text(key);
    CHECK(letters_of(ours) == letters_of(as_text(reference)));
    CHECK(form.verified);
    CHECK_FALSE(forms().get(FormKind::medical_card).ru.verified);
}

TEST_CASE("a paper without a number is titled by what it is", "[receipts]") {
    CHECK(title_of(forms(), samples::ticket_slip()) == "A-014");
    CHECK(title_of(forms(), samples::visit_slip()) == samples::visit_slip().number.text);
    CHECK(title_of(forms(), samples::checklist()) == "Құжаттар тізімі");
    CHECK(title_of(forms(), samples::medical_card()) == "Азаматты медициналық куәландыру КАРТАСЫ");
}
