// The refusal receipt against the words of appendix 5 of order 172, typed in here once more.
#include "kiosk/receipts/qr.h"
#include "tests/receipts/samples.h"

using namespace ardager;
using namespace ardager::receipts;
using samples::forms;
using samples::on_one_line;

namespace {

std::string text_in(const RefusalReceipt& receipt, ReceiptLanguage language, Paper paper = Paper::a4) {
    return on_one_line(samples::text_of(render_pdf(forms(), receipt, {language, paper}).value()));
}

/// Each piece stands in both copies.
void check_twice(const std::string& text, const std::vector<std::string>& pieces) {
    for (const std::string& piece : pieces) {
        CAPTURE(text, piece);
        const auto first = text.find(piece);
        REQUIRE(first != std::string::npos);
        CHECK(text.find(piece, first + 1) != std::string::npos);
    }
}

/// Each sentence stands in both copies, and they follow each other in this order.
void check_sentences(const std::string& text, const std::vector<std::string>& sentences) {
    check_twice(text, sentences);
    std::size_t from = 0;
    for (const std::string& sentence : sentences) {
        CAPTURE(text, sentence);
        from = text.find(sentence, from);
        REQUIRE(from != std::string::npos);
    }
}

}  // namespace

TEST_CASE("the refusal receipt has the order's own sentences, in their order, in both copies", "[receipts]") {
    const std::string text = text_in(samples::refusal(), ReceiptLanguage::kk);
    // NOLINTBEGIN(bugprone-suspicious-missing-comma): one sentence of the order over four lines
    check_sentences(
        text,
        {"Ұлы Отан соғысының ардагерлеріне куәліктер беру қағидаларына 3-қосымша",
         "Құжаттарды қабылдаудан бас тарту туралы қолхат",
         "\"Мемлекеттік көрсетілетін қызметтер туралы\" Қазақстан Республикасының Заңы 20-бабының 2-тармағын "
         "басшылыққа алып, \"Азаматтарға арналған үкімет\" мемлекеттік корпорациясы филиалының №3 бөлімі "
         "(Қарағанды қ., Ержанов к-сі, 12) Сіздің мемлекеттік көрсетілетін қызмет стандартына негізгі "
         "талаптарының тізбесіне сәйкес құжаттардың толық топтамасын ұсынбауыңызға байланысты",
         "\"Ұлы Отан соғысының ардагерлеріне куәлік беру\"", "(мемлекеттік көрсетілетін қызметтің атауы)",
         "мемлекеттік қызметін көрсетуге құжаттарды қабылдаудан бас тартады, атап айтқанда:",
         "Жоқ құжаттар атауы:",
         "1) Ұлы Отан соғысы жылдарында әрекеттегі армияға қатысуын растайтын әскери билет немесе анықтама;",
         "2) Өкілдің өкілеттігін растайтын құжат;",
         "Осы қолхат әрбір тарап үшін бір-бірден 2 данада жасалды."});
    // NOLINTEND(bugprone-suspicious-missing-comma)
    // The lines to sign: poppler reads their columns in its own order.
    check_twice(
        text,
        {"Үлгіқызы Өнеге Һәкімқызы", "(Мемлекеттік корпорация қызметкерінің тегі, аты, әкесінің аты (болса)",
         "(қолы)", "Орындаушы", "(тегі, аты, әкесінің аты (болса)", "Телефоны", "+7 7212 00 00 01",
         "Алдым:", "Ардагеров Сынақ Тестұлы",
         "(көрсетілетін қызметті алушының тегі, аты, әкесінің аты (болса)", "2026 жылғы \"23\" қараша"});
    CHECK(text.find("1-дана: көрсетілетін қызметті алушыға") < text.find("2-дана: Мемлекеттік корпорацияға"));
}

TEST_CASE("the Russian refusal receipt has the State Corporation's sentences", "[receipts]") {
    const std::string text = text_in(samples::refusal(), ReceiptLanguage::ru);
    check_sentences(
        text,
        {"Расписка об отказе в приеме документов",
         "Руководствуясь пунктом 2 статьи 20 Закона Республики Казахстан «О государственных услугах», отдел "
         "№3 "
         "филиала некоммерческого акционерного общества «Государственная корпорация «Правительство для "
         "граждан» "
         "(г. Караганда, ул. Ержанова, 12) отказывает в приеме документов на оказание государственной услуги",
         "«Выдача удостоверений ветеранам Великой Отечественной войны»",
         "ввиду представления Вами неполного пакета документов согласно перечню, предусмотренному",
         "а именно:", "Наименование отсутствующих документов:", "1) Военный билет или справка",
         "Настоящая расписка составлена в 2 экземплярах, по одному для каждой стороны."});
    check_twice(text, {"Исполнитель", "Телефон", "Получил:", "(подпись)", "«23» ноября 2026 года",
                       "(фамилия, имя, отчество (при его наличии) услугополучателя)"});
}

TEST_CASE("in both languages each side gets a Kazakh and a Russian page", "[receipts]") {
    const std::string text = text_in(samples::refusal(), ReceiptLanguage::both);
    const auto first_kazakh = text.find("1-дана");
    const auto first_russian = text.find("Экземпляр 1");
    const auto second_kazakh = text.find("2-дана");
    const auto second_russian = text.find("Экземпляр 2");
    CHECK(first_kazakh < first_russian);
    CHECK(first_russian < second_kazakh);
    CHECK(second_kazakh < second_russian);
    CHECK(second_russian != std::string::npos);
}

TEST_CASE("the form's date names every month as the paper has it", "[receipts]") {
    const auto [month, kazakh, russian] =
        GENERATE(table<unsigned, std::string, std::string>({{1, "қаңтар", "января"},
                                                            {5, "мамыр", "мая"},
                                                            {8, "тамыз", "августа"},
                                                            {12, "желтоқсан", "декабря"}}));
    RefusalReceipt receipt = samples::refusal();
    receipt.refused_at =
        from_local(Date(std::chrono::year(2026), std::chrono::month(month), std::chrono::day(9)),
                   std::chrono::hours(12));
    CHECK(text_in(receipt, ReceiptLanguage::kk).find("2026 жылғы \"09\" " + kazakh) != std::string::npos);
    CHECK(text_in(receipt, ReceiptLanguage::ru).find("«09» " + russian + " 2026 года") != std::string::npos);
}

TEST_CASE("a long list of missing documents flows onto further pages of each copy", "[receipts]") {
    RefusalReceipt receipt = samples::refusal();
    const LocalText missing = receipt.missing.front();
    receipt.missing.assign(12, missing);
    const std::string text = text_in(receipt, ReceiptLanguage::kk);
    check_twice(text, {"1/2-бет", "12) Ұлы Отан соғысы жылдарында", "Алдым:", "2/2-бет"});
}

TEST_CASE("the roll carries both copies with the same words", "[receipts]") {
    check_sentences(text_in(samples::refusal(), ReceiptLanguage::kk, Paper::roll_80mm),
                    {"Құжаттарды қабылдаудан бас тарту туралы қолхат",
                     "Жоқ құжаттар атауы:", "Осы қолхат әрбір тарап үшін", "2026 жылғы \"23\" қараша"});
}
