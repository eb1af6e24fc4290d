#include <catch2/catch.hpp>

#include "kiosk/base/source_folder.h"
#include "ui/text/text.h"

using namespace ardager;
using namespace ardager::ui;
using namespace std::chrono_literals;

namespace {

constexpr Date kDue{2026y, std::chrono::November, 24d};
constexpr const char* kRussian =
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);";

/// All keys say the given forms, in every language.
Text text_saying(const std::vector<std::string>& forms, const char* rule = kRussian,
                 Language language = Language::ru) {
    auto catalogues = std::make_shared<Catalogues>();
    for (Catalogue& catalogue : catalogues->by_language) {
        catalogue.plural = PluralRule::parse(rule).value();
        catalogue.sentences.assign(kKeyCount, Sentence{forms});
    }
    return {catalogues, language};
}

}  // namespace

TEST_CASE("a plural rule chooses the form that gettext's manual names", "[text]") {
    struct Row {
        const char* rule;
        std::vector<std::pair<std::uint64_t, std::size_t>> forms;
    };
    const auto row = GENERATE(values<Row>({
        {kRussian,
         {{0, 2}, {1, 0}, {2, 1}, {4, 1}, {5, 2}, {11, 2}, {12, 2}, {21, 0}, {22, 1}, {111, 2}, {121, 0}}},
        {"nplurals=2; plural=n != 1;", {{0, 1}, {1, 0}, {2, 1}}},
        {"nplurals=1; plural=0;", {{0, 0}, {1, 0}, {77, 0}}},
        {"nplurals=2; plural=!(n==1 || n==2);", {{1, 0}, {2, 0}, {3, 1}}},
        {"nplurals=2; plural=n/2*3-1+n;", {{0, 1}, {1, 0}}},
    }));
    CAPTURE(row.rule);
    const auto rule = PluralRule::parse(row.rule);
    REQUIRE(rule);
    for (const auto& [n, form] : row.forms) {
        CAPTURE(n);
        CHECK(rule->form(n) == form);
    }
}

TEST_CASE("a plural rule that cannot be read is refused", "[text]") {
    const auto rule =
        GENERATE("", "nplurals=0; plural=0;", "nplurals=2; plural=n ==;", "nplurals=2; plural=(n;",
                 "nplurals=2; plural=n 1;", "nplurals=9; plural=n;", "nplurals=2;");
    CAPTURE(rule);
    CHECK_FALSE(PluralRule::parse(rule));
}

TEST_CASE("a sentence is filled by the names of its arguments and counted in its language", "[text]") {
    const Text text =
        text_saying({"{count} человек до {date}", "{count} человека до {date}", "{count} человек, {date}"});
    CHECK(text(Key{}, {with_date(kDue), with_count(1)}) == "1 человек до 24 ноября 2026 г.");
    CHECK(text(Key{}, {with_count(3), with_date(kDue)}) == "3 человека до 24 ноября 2026 г.");
    CHECK(text(Key{}, {with_count(11), with_date(kDue)}) == "11 человек, 24 ноября 2026 г.");
    CHECK(text_saying({"№ {number}"})(Key{}, {with_number("{count}")}) == "№ {count}");
}

TEST_CASE("dates are written in words of each language", "[text]") {
    CHECK(Text::date_in_words(Language::kk, kDue) == "24 қараша 2026 ж.");
    CHECK(Text::date_in_words(Language::ru, kDue) == "24 ноября 2026 г.");
    CHECK(Text::date_in_words(Language::en, kDue) == "24 November 2026");
}

TEST_CASE("a voice hears words for signs and numbers character by character", "[text]") {
    CHECK(Text::spoken_text(Language::kk, "№ 3 бөлім · Қарағанды қ.") == "нөмірі 3 бөлім, Қарағанды қ.");
    CHECK(Text::spoken_text(Language::ru, "«Правительство для граждан» — бесплатно") ==
          "Правительство для граждан, бесплатно");
    CHECK(Text::spelled("KRG03-K1-7") == "K R G 0 3, K 1, 7");
}

TEST_CASE("a voice hears a date of paper in words", "[text]") {
    struct Row {
        Language language;
        const char* shown;
        const char* spoken;
    };
    const auto row = GENERATE(values<Row>({
        {Language::kk, "Дайын болады: 24.11.2026", "Дайын болады: 24 қараша 2026 жыл"},
        {Language::ru, "Будет готово 24.11.2026.", "Будет готово 24 ноября 2026 года."},
        {Language::en, "Ready by 24.11.2026", "Ready by 24 November 2026"},
        {Language::en, "31.02.2026, 1.2.2026, 24.11.26", "31.02.2026, 1.2.2026, 24.11.26"},
    }));
    CHECK(Text::spoken_text(row.language, row.shown) == row.spoken);
}

TEST_CASE("a sentence leads back to its key, one with blanks does not", "[text]") {
    const Text text(Text::load(source_folder("assets/text")).value(), Language::ru);
    CHECK(text.key_of(text(Key::voice_on)) == Key::voice_on);
    CHECK_FALSE(text.key_of(text.in(Language::kk)(Key::voice_on)));
    CHECK_FALSE(text.key_of(text(Key::accepted_due, {{"date", "24.11.2026"}})));
}

TEST_CASE("languages have their codes", "[text]") {
    for (const Language language : kLanguages)
        CHECK(parse_language(language_code(language)).value() == language);
    CHECK_FALSE(parse_language("de"));
}
