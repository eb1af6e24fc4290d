#include <catch2/catch.hpp>

#include "kiosk/base/source_folder.h"
#include "kiosk/rules/person.h"
#include "kiosk/rules/places.h"
#include "rules_fixture.h"

using namespace ardager;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

/// `ok: value`, or the code of the only fault. Also checks that the fault names the field and not the value.
template <class T>
std::string outcome(const Result<T>& result, const std::string& typed) {
    if (result) {
        if constexpr (std::is_same_v<T, Date>)
            return "ok: " + iso_date(*result);
        else
            return "ok: " + *result;
    }
    CHECK(result.error().code == Code::invalid_field);
    REQUIRE(result.error().fields.size() == 1);
    const auto& fault = result.error().fields.front();
    CHECK(fault.field == "applicant.x");
    if (typed.size() > 3) CHECK(result.error().detail.find(typed) == std::string::npos);
    return fault.code;
}

struct Row {
    std::string typed;
    std::string outcome;
};

std::string many(const std::string& letter, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += letter;
    return text;
}

}  // namespace

TEST_CASE("a name is letters, hyphen, apostrophe and space", "[person]") {
    const auto row = GENERATE(values<Row>({
        {"Ардагеров", "ok: Ардагеров"},
        {"ӘҒҚҢӨҰҮҺІ әғқңөұүһі Ёё", "ok: ӘҒҚҢӨҰҮҺІ әғқңөұүһі Ёё"},
        {"  Сынақ \t", "control"},
        {"  Сынақ   Тестұлы ", "ok: Сынақ Тестұлы"},
        {"Ким-Петров", "ok: Ким-Петров"},
        {"O'Neill", "ok: O'Neill"},
        {"O’Neill", "ok: O’Neill"},
        {"Müller", "ok: Müller"},
        {many("ұ", 100), "ok: " + many("ұ", 100)},
        {many("ұ", 101), "too_long"},
        {std::string(65536, 'a'), "too_long"},
        {"", "empty"},
        {"   ", "empty"},
        {"Ардагеров1", "characters"},
        {"Ардагеров;", "characters"},
        {"-", "characters"},
        {"Арда\u0301геров", "characters"},
        {"Ардагеров\U0001F600", "characters"},
        {"Арда\0геров"s, "nul"},
        {"Арда\u202Eгеров", "bidi"},
        {"Арда\u200Fгеров", "bidi"},
        {"Арда\nгеров", "control"},
        {"Арда\xD2", "utf8"},
        {"\xC0\xAF", "utf8"},
    }));
    CAPTURE(row.outcome);
    const std::string expected = row.outcome == "control" ? "characters" : row.outcome;
    CHECK(outcome(check_name(row.typed, "applicant.x"), row.typed) == expected);
}

TEST_CASE("a telephone is read as a person writes it", "[person]") {
    const auto row = GENERATE(values<Row>({
        {"+77010000000", "ok: +77010000000"},
        {"87010000000", "ok: +77010000000"},
        {"77010000000", "ok: +77010000000"},
        {"8 (701) 000-00-00", "ok: +77010000000"},
        {"+7 701 000 00 00", "ok: +77010000000"},
        {"8 7212 00-00-00", "ok: +77212000000"},  // a landline of Karaganda
        {"", "empty"},
        {"7010000000", "format"},
        {"+87010000000", "format"},
        {"+7701000000", "format"},
        {"+770100000000", "format"},
        {"+12025550100", "format"},
        {"8701000000O", "format"},
        {"+7701+000000", "format"},
        {"\u0668701000000", "format"},
        {"8701\0000000"s + "0000000", "nul"},
        {"8701\u202E0000000", "bidi"},
    }));
    CAPTURE(row.typed);
    CHECK(outcome(normalise_phone(row.typed, "applicant.x"), row.typed) == row.outcome);
}

TEST_CASE("a place code is nine digits", "[person]") {
    const auto row = GENERATE(values<Row>({
        {"351010000", "ok: 351010000"},
        {"", "empty"},
        {"35101000", "format"},
        {"3510100000", "format"},
        {"35101000X", "format"},
    }));
    CAPTURE(row.typed);
    CHECK(outcome(check_kato(row.typed, "applicant.x"), row.typed) == row.outcome);
}

TEST_CASE("an address is one clean line", "[person]") {
    const auto row = GENERATE(values<Row>({
        {" Қарағанды қ.,  Ержанов к-сі, 12, 5-пәтер ", "ok: Қарағанды қ., Ержанов к-сі, 12, 5-пәтер"},
        {"", "empty"},
        {many("ң", 300), "ok: " + many("ң", 300)},
        {many("ң", 301), "too_long"},
        {"Ержанов\x1B[2J", "control"},
        {"Ержанов\u2066 12", "bidi"},
        {"Ержанов\xFF", "utf8"},
    }));
    CHECK(outcome(check_address(row.typed, "applicant.x"), row.typed) == row.outcome);
}

TEST_CASE("a birth date is a day that exists, not in the future, not before 1875", "[person]") {
    const auto row = GENERATE(values<Row>({
        {"1925-05-09", "ok: 1925-05-09"},
        {"1924-02-29", "ok: 1924-02-29"},
        {"2026-11-23", "ok: 2026-11-23"},
        {"2026-11-24", "future"},
        {"1875-01-01", "ok: 1875-01-01"},
        {"1874-12-31", "too_early"},
        {"1923-02-29", "format"},
        {"09.05.1925", "format"},
        {"", "format"},
    }));
    CAPTURE(row.typed);
    CHECK(outcome(check_birth_date(row.typed, 2026y / 11 / 23, "applicant.x"), row.typed) == row.outcome);
}

TEST_CASE("places are listed by code with both names", "[places]") {
    const auto places = Places::load(source_folder("assets/reference/kato.toml")).value();
    REQUIRE(places.find("351010000") != nullptr);
    CHECK(places.find("351010000")->kk == "Қарағанды қ.");
    CHECK(places.find("351010000")->ru == "г. Караганда");
    CHECK(places.find("999999999") == nullptr);
    TemporaryFolder folder;
    folder.write("kato.toml", "[[place]]\nkato = \"35101\"\nkk = \"x\"\nru = \"x\"\n");
    CHECK_THAT(Places::load(folder.path() / "kato.toml").error().detail,
               Catch::StartsWith("kato.toml:2: place[1].kato: "));
}
