#include "kiosk/rules/guides.h"

#include "tests/rules/rules_fixture.h"

using namespace ardager;

namespace {

const std::string kWhole = R"(order = 1
translations = ["ru", "en"]
[title]
kk = "т"
ru = "т"
en = "t"
[summary]
kk = "т"
ru = "т"
en = "t"
[legal_reference]
kk = "т"
ru = "т"
en = "t"
[[part]]
title = { kk = "т", ru = "т", en = "t" }
text = { kk = "т", ru = "т", en = "t" }
)";

std::string replaced(std::string text, const std::string& old, const std::string& with) {
    return text.replace(text.find(old), old.size(), with);
}

}  // namespace

TEST_CASE("the information pages tell of items 20, 35, 54 and 55, in this order", "[rules]") {
    const auto loaded = load_guides(source_folder("assets/guides"));
    REQUIRE(loaded);
    const std::vector<std::string> items{"20-тармақ", "35-тармақтың 2) тармақшасы", "54-тармақ", "55-тармақ"};
    REQUIRE(loaded->size() == items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Guide& guide = (*loaded)[i];
        CAPTURE(guide.id);
        CHECK(guide.legal_reference.kk.find(items[i]) != std::string::npos);
        CHECK(guide.translations == std::vector<std::string>{"ru", "en"});
        for (const GuidePart& part : guide.parts) {
            CHECK(paragraphs(part.text.ru).size() == paragraphs(part.text.kk).size());
            CHECK(paragraphs(part.text.en).size() == paragraphs(part.text.kk).size());
        }
    }
}

TEST_CASE("the days of items 54 and 55 stand in every language", "[rules]") {
    const auto guides = load_guides(source_folder("assets/guides"));
    REQUIRE(guides);
    struct Row {
        std::size_t page;
        std::size_t part;
        const char* kk;
        const char* ru;
        const char* en;
    };
    const auto row = GENERATE(values<Row>(
        {{2, 1, "3 күннен кешіктірмей", "не позднее 3 дней", "Within 3 days"},
         {2, 2, "7 жұмыс күнінен кешіктірілмей", "не позднее 7 рабочих дней", "within 7 working days"},
         {3, 1, "10 жұмыс күнінен кешіктірмей", "не позднее 10 рабочих дней", "within 10 working days"},
         {3, 2, "5 жұмыс күнінен кешіктірмей", "не позднее 5 рабочих дней", "within 5 working days"},
         {3, 4, "7 жұмыс күнінен кешіктірілмей", "не позднее 7 рабочих дней", "within 7 working days"}}));
    CAPTURE(row.kk);
    const LocalText& text = (*guides)[row.page].parts.at(row.part).text;
    CHECK(text.kk.find(row.kk) != std::string::npos);
    CHECK(text.ru.find(row.ru) != std::string::npos);
    CHECK(text.en.find(row.en) != std::string::npos);
}

TEST_CASE("a fault in an information page names file, line and key", "[rules]") {
    struct Row {
        const char* old;
        const char* with;
        const char* told;
    };
    const auto row = GENERATE(values<Row>({{"order = 1", "order = 0", "page.toml:1: order"},
                                           {"order = 1", "colour = 1", "order"},
                                           {R"(["ru", "en"])", R"(["kk"])", "page.toml:2: translations"},
                                           {"[summary]", "[sumary]", "summary"},
                                           {"title = { kk", "titel = { kk", "title"}}));
    CAPTURE(row.with);
    const TemporaryFolder folder;
    folder.write("page.toml", replaced(kWhole, row.old, row.with));
    const auto loaded = load_guides(folder.path());
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == Code::invalid_input);
    CHECK(loaded.error().detail.find(row.told) != std::string::npos);
}

TEST_CASE("two pages at one place are a fault, none at all is another", "[rules]") {
    const TemporaryFolder folder;
    CHECK(load_guides(folder.path()).error().code == Code::not_found);
    folder.write("one.toml", kWhole);
    CHECK(load_guides(folder.path())->size() == 1);
    folder.write("two.toml", kWhole);
    CHECK(load_guides(folder.path()).error().code == Code::invalid_input);
}

TEST_CASE("only those who were never registered take the medical card's blank along", "[rules]") {
    const Standard& registration = **real_standards().version("military-registration", "2025-03");
    for (const Variant& variant : registration.variants) {
        CAPTURE(variant.id);
        CHECK(variant.blank == (variant.id == "not_registered_before" ? kMedicalCard : ""));
    }
}
