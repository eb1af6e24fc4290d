// Where lines end, measured in characters of equal width.
#include "ui/kit/line_breaks.h"

#include <catch2/catch.hpp>

#include "kiosk/base/text.h"

using namespace ardager;
using namespace ardager::ui;

namespace {

std::vector<std::string> lines_of(std::string_view text, float width) {
    return break_words(text, width,
                       [](std::string_view some) { return static_cast<float>(count_characters(some)); })
        .lines;
}

}  // namespace

TEST_CASE("lines are as few as the width allows and end at spaces", "[kit][words]") {
    using Lines = std::vector<std::string>;
    struct Row {
        const char* text;
        float width;
        Lines lines;
    };
    const auto row = GENERATE(values<Row>({
        {"", 10, {""}},
        {"қолхат", 10, {"қолхат"}},
        {"бір екі үш", 10, {"бір екі үш"}},
        {"бір екі үш төрт", 10, {"бір екі үш", "төрт"}},
        {"бірінші\nекінші", 20, {"бірінші", "екінші"}},
        {"бірінші\n", 20, {"бірінші"}},
        {"өтетұзынсөз бір", 6, {"өтетұзынсөз", "бір"}},
    }));
    CAPTURE(row.text, row.width);
    CHECK(lines_of(row.text, row.width) == row.lines);
}

TEST_CASE("a word that says nothing alone is not left alone", "[kit][words]") {
    using Lines = std::vector<std::string>;
    struct Row {
        const char* situation;
        const char* text;
        float width;
        Lines lines;
    };
    const auto row = GENERATE(values<Row>({
        {"a lone last word", "Құжаттар топтамасы толық емес", 25, {"Құжаттар топтамасы", "толық емес"}},
        {"a dash", "камерой на код — откроется", 15, {"камерой на", "код — откроется"}},
        {"a preposition", "чтобы сообщить о заявлении", 16, {"чтобы сообщить", "о заявлении"}},
        {"a number and its unit", "күту уақыты ең көбі 15 минут", 22, {"күту уақыты ең көбі", "15 минут"}},
        {"a number before a preposition",
         "согласно приложению 40 к Правилам",
         23,
         {"согласно приложению 40", "к Правилам"}},
        {"the groups of a number", "телефон +7 701 000 00 00", 20, {"телефон", "+7 701 000 00 00"}},
        {"a series and its number", "әскери билет НО 123456", 15, {"әскери билет", "НО 123456"}},
        {"a button's name",
         "нөмірді жазып, «Қайта басу» түймесін басыңыз",
         21,
         {"нөмірді жазып,", "«Қайта басу»", "түймесін басыңыз"}},
        {"a middle line",
         "Әскери қызмет туралы мәліметтерді өзектілендіру (түзету)",
         26,
         {"Әскери қызмет", "туралы мәліметтерді", "өзектілендіру (түзету)"}},
        {"a sign and its number", "филиалдың бөлімі № 3 осында", 18, {"филиалдың бөлімі", "№ 3 осында"}},
        {"what a town is", "тұрғыны Қарағанды қ., мекенжайы", 19, {"тұрғыны", "Қарағанды қ.,", "мекенжайы"}},
    }));
    CAPTURE(row.situation);
    CHECK(lines_of(row.text, row.width) == row.lines);
}

TEST_CASE("a text gets no line more and no broken word to look even", "[kit][words]") {
    const std::string text = "Қабылдаудан бас тарту туралы қолхат алу";
    for (float width = 11; width < 45; ++width) {
        CAPTURE(width);
        const auto broken = break_words(
            text, width, [](std::string_view some) { return static_cast<float>(count_characters(some)); });
        std::size_t greedy = 1;
        float used = 0;
        for (const float word : {11.0F, 3.0F, 5.0F, 6.0F, 6.0F, 3.0F}) {
            if (used > 0 && used + 1 + word > width) {
                ++greedy;
                used = 0;
            }
            used += (used > 0 ? 1.0F : 0.0F) + word;
        }
        CHECK(broken.lines.size() == greedy);
        CHECK_FALSE(broken.broken_word);
        CHECK(broken.widest <= width);
    }
}
