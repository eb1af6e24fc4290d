// One item in a voice's words, and the last look for a person's own.
#include "items.h"
#include "ui/guide/disclosure.h"

namespace ardager::ui {
namespace {

TEST_CASE("a loudspeaker says that there is something, headphones say what", "[guide]") {
    struct Row {
        const char* what;
        SceneItem spoken;
        const char* aloud;
        const char* in_private;
    };
    SceneItem answer = item(Role::answer, "", "Name");
    answer.spoken = "Name: Synaq";
    answer.value = "Synaq";
    answer.carries = Carries::words;
    SceneItem number = answer;
    number.role = Role::number;
    SceneItem words = item(Role::text, "", "Born 09.05.1925");
    words.spoken_public.clear();
    words.carries = Carries::words;
    SceneItem key = item(Role::key, "key_5", "5", true);
    key.spoken_public.clear();
    key.carries = Carries::keystroke;
    const std::vector<Row> rows{
        {"a name", field("surname", "Surname", "Ardagerov"), "Surname | filled in", "Surname: Ardagerov"},
        {"a number", field("iin", "IIN", "250509", Carries::digits), "IIN | 6 digits entered",
         "IIN | 2 5 0 5 0 9"},
        {"nothing yet", field("iin", "IIN", "", Carries::digits), "IIN | empty", "IIN | empty"},
        {"an answer", answer, "Name | filled in", "Name: Synaq"},
        {"a card's number", number, "Name | It is written on the screen.", "Name: Synaq"},
        {"a line of the card", words, "It is written on the screen.", "Born 09.05.1925"},
        {"a key", key, "key", "5"},
    };
    const auto joined = [](const std::vector<std::string>& all) {
        std::string out;
        for (const auto& one : all) out += (out.empty() ? "" : " | ") + one;
        return out;
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(joined(spoken_words(row.spoken, english(), AudioOutput::loudspeaker, Manner::read)) ==
              row.aloud);
        CHECK(joined(spoken_words(row.spoken, english(), AudioOutput::headphones, Manner::read)) ==
              row.in_private);
    }
}

TEST_CASE("a person's words are found however they are written", "[guide]") {
    struct Row {
        const char* sentence;
        std::vector<std::string> own;
        bool found;
    };
    const std::vector<Row> rows{
        {"ЖСН: 2505 0930 0018", {"250509300018"}, true},
        {"2 5 0 5, 0 9 3 0, 0 0 1 8", {"250509300018"}, true},
        {"K R G 0 3, K 1, 2 6 1 1 2 3", {"KRG03-K1-261123"}, true},
        {"Тел. +7 701 000 00 00", {"7010000000"}, true},
        {"Аты: Бек", {"Бек"}, true},
        {"Бекет ауылы", {"Бек"}, false},
        {"Мына жерде", {"А"}, false},
        {"Аты-жөні: Сынақ Тестұлы", {"Тестұлы"}, true},
        {"Телефон: 1414, 8 800 080 7777", {"7010000000"}, false},
        {"anything", {"", "–"}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(discloses(row.sentence, row.own) == row.found);
    }
}

}  // namespace
}  // namespace ardager::ui
