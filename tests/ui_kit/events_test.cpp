// What SDL says, on its own queue: a plain keyboard, a keypad, a mouse, two fingers on the glass.
#include <SDL.h>

#include <catch2/catch.hpp>

#include "tests/ui_kit/pages.h"

using namespace ardager::ui;
using namespace ardager::ui::testing;

namespace {

class Desk {
public:
    explicit Desk(std::string_view page) : shown(page) { SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT); }

    void presses(SDL_Keycode key, Uint16 modifiers = KMOD_NONE) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = key;
        event.key.keysym.mod = modifiers;
        happens(event);
    }
    void types(const char* text) {
        SDL_Event event{};
        event.type = SDL_TEXTINPUT;
        SDL_strlcpy(event.text.text, text, sizeof event.text.text);
        happens(event);
    }
    /// `at_ms` on SDL's clock; the place as a share of the window.
    void touches(Uint32 type, const Box& box, Uint32 at_ms) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.timestamp = at_ms;
        event.tfinger.fingerId = 7;
        event.tfinger.x = (box.x + box.width / 2) / 1080;
        event.tfinger.y = (box.y + box.height / 2) / 1920;
        happens(event);
    }
    void clicks(Uint32 type, const Box& box, Uint32 at_ms, Uint8 button) {
        SDL_Event event{};
        event.type = type;
        event.button.timestamp = at_ms;
        event.button.button = button;
        event.button.x = static_cast<Sint32>(box.x + box.width / 2);
        event.button.y = static_cast<Sint32>(box.y + box.height / 2);
        happens(event);
    }
    [[nodiscard]] std::string focused() const {
        for (const SceneItem& item : shown.bench.window().scene().items)
            if (item.state.focused && item.role != Role::field) return item.id;
        return {};
    }
    void goes_to(const std::string& id) {
        for (int step = 0; step < 40 && focused() != id; ++step) presses(SDLK_TAB);
        REQUIRE(focused() == id);
    }

    mutable Shown shown;

private:
    void happens(SDL_Event& event) {
        // SDL_PushEvent would stamp it with the time of the test.
        REQUIRE(SDL_PeepEvents(&event, 1, SDL_ADDEVENT, 0, 0) == 1);
        shown.bench.window().wait(std::chrono::milliseconds(0));
        shown.bench.shows(shown.page);
    }
};

TEST_CASE("Tab, Shift and Tab, Enter and Space work the page", "[kit][events]") {
    const auto key = GENERATE(SDLK_RETURN, SDLK_KP_ENTER, SDLK_SPACE);
    Desk desk("01-idle");
    desk.presses(SDLK_TAB);
    desk.goes_to("start_en");
    desk.presses(SDLK_TAB, KMOD_LSHIFT);
    CHECK(desk.focused() == "start_ru");
    desk.presses(key);
    if (key == SDLK_SPACE) desk.types(" ");  // SDL says both
    CHECK(desk.shown.asked.taps == std::vector<std::string>{"start_ru"});
}

TEST_CASE("letters of a plain keyboard go into the field, Backspace and Delete take them out",
          "[kit][events]") {
    Desk desk("04-name");
    desk.shown.tap("given_name");
    desk.types("Әділ");
    desk.types("е");
    CHECK(desk.shown.asked.text == "Әділе");
    desk.presses(SDLK_BACKSPACE);
    CHECK(desk.shown.asked.text == "Әділ");
    desk.types(" ");
    CHECK(desk.shown.asked.text == "Әділ ");
    desk.presses(SDLK_DELETE);
    CHECK(desk.shown.asked.text.empty());
}

TEST_CASE("the keypad's signs change the size of the words and are not typed", "[kit][events]") {
    Desk desk("01-idle");
    desk.presses(SDLK_KP_PLUS);
    desk.types("+");
    CHECK(desk.shown.asked.utility == Utility::text_size);
    desk.presses(SDLK_KP_MINUS);
    desk.types("-");
    CHECK(desk.shown.asked.utility == Utility::smaller_text);
    desk.presses(SDLK_F1);
    CHECK(desk.shown.asked.utility == Utility::help);
}

TEST_CASE("a finger on the glass taps, and a brush of it does not", "[kit][events]") {
    Desk desk("01-idle");
    const Box box = desk.shown.bench.item("start_ru").box;
    desk.touches(SDL_FINGERDOWN, box, 1000);
    CHECK(desk.shown.bench.item("start_ru").state.pressed);
    desk.touches(SDL_FINGERUP, box, 1020);
    CHECK(desk.shown.asked.taps.empty());
    desk.touches(SDL_FINGERDOWN, box, 3000);
    desk.touches(SDL_FINGERUP, box, 3120);
    CHECK(desk.shown.asked.taps == std::vector<std::string>{"start_ru"});
}

TEST_CASE("the left button of a mouse taps, the right one does nothing", "[kit][events]") {
    Desk desk("01-idle");
    const Box box = desk.shown.bench.item("start_ru").box;
    for (const Uint8 button : {Uint8{SDL_BUTTON_RIGHT}, Uint8{SDL_BUTTON_LEFT}}) {
        desk.clicks(SDL_MOUSEBUTTONDOWN, box, 1000, button);
        desk.clicks(SDL_MOUSEBUTTONUP, box, 1120, button);
        CHECK(desk.shown.asked.taps.empty() == (button == SDL_BUTTON_RIGHT));
    }
}

TEST_CASE("closing the window is heard", "[kit][events]") {
    Desk desk("01-idle");
    SDL_Event event{};
    event.type = SDL_QUIT;
    REQUIRE(SDL_PushEvent(&event) == 1);
    desk.shown.bench.window().wait(std::chrono::milliseconds(0));
    CHECK(desk.shown.bench.window().closed());
}

}  // namespace
