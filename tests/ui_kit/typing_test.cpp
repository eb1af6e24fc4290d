// Typing: keypad, keyboard, and a view that follows late.
#include <catch2/catch.hpp>

#include "tests/ui_kit/pages.h"

using namespace ardager;
using namespace ardager::ui;
using namespace ardager::ui::testing;

TEST_CASE("the keypad types digits into the field, erases and clears", "[kit][typing]") {
    Shown shown("03-iin");
    for (const char* key : {"key_1", "key_9", "key_0", "key_4"}) shown.tap(key);
    CHECK(shown.asked.text == "1904");
    shown.tap("key_erase");
    CHECK(shown.asked.text == "190");
    shown.tap("key_clear");
    CHECK(shown.asked.text.empty());
    for (int i = 0; i < 15; ++i) shown.tap("key_5");
    CHECK(shown.asked.text == std::string(12, '5'));
    CHECK(shown.bench.window().scene().shows("5555 5555 5555"));
}

TEST_CASE("the keyboard writes Kazakh names with capitals where words begin", "[kit][typing]") {
    Shown shown("04-name");
    shown.tap("given_name");
    CHECK(shown.bench.item("given_name").state.focused);
    for (const char* key :
         {"key_ә", "key_ң", "key_hyphen", "key_қ", "key_ү", "key_space", "key_һ", "key_і"}) {
        shown.tap(key);
    }
    CHECK(shown.asked.text == "Әң-Қү Һі");
    shown.tap("key_shift");
    shown.tap("key_ғ");
    CHECK(shown.asked.text == "Әң-Қү ҺіҒ");
    shown.tap("key_layout");
    shown.tap("key_ё");
    shown.tap("key_layout");
    shown.tap("key_q");
    shown.tap("key_erase");
    shown.tap("key_numbers");
    shown.tap("key_№");
    CHECK(shown.asked.text == "Әң-Қү ҺіҒё№");
    shown.tap("key_done");
    CHECK(shown.asked.taps == std::vector<std::string>{"keyboard"});
}

TEST_CASE("keys tapped between two frames are all kept", "[kit][typing]") {
    Shown shown("04-name");
    shown.tap("given_name");
    for (const char* key : {"key_а", "key_б", "key_я"}) REQUIRE(shown.bench.window().tap(key));
    shown.bench.shows(shown.page);
    // The keyboard's faces change to small letters only with the next frame.
    CHECK(shown.asked.text == "АБЯ");
}

TEST_CASE("a view that follows late loses no typing, and a card that was read wins", "[kit][typing]") {
    Bench bench;
    std::string view;
    std::vector<std::string> told;
    const Page page = [&](Kit& kit) {
        kit.begin_page("form", sample_header());
        if (auto text = kit.text_field("name", "Аты", view)) told.push_back(*text);
        (void)kit.end_page(sample_utility());
    };
    const auto shows = [&] {
        bench.window().invalidate();
        bench.shows(page);
    };
    shows();
    REQUIRE(bench.window().type_text("name", "Бе"));
    shows();
    REQUIRE(bench.window().type_text("name", "к"));
    shows();
    CHECK(told == std::vector<std::string>{"Бе", "Бек"});
    view = "Бе";
    shows();
    CHECK(bench.item("name").spoken == "Аты: Бек");
    view = "Бек";
    shows();
    view = "Сынақ";
    shows();
    CHECK(bench.item("name").spoken == "Аты: Сынақ");
}
