// What the guide says as one scene follows another.
#include "ui/guide/guide.h"

#include "items.h"

namespace ardager::ui {
namespace {

/// A page with a question, drawn by hand.
struct Page {
    Page() {
        SceneItem page = item(Role::page, "page_name", "");
        SceneItem branch = item(Role::text, "", "Department No. 3");
        branch.scrolls = page.scrolls = false;
        SceneItem main = item(Role::button, "main", "Continue", true);
        main.scrolls = false;
        scene.items = {page,
                       branch,
                       item(Role::title, "", "Your name"),
                       item(Role::text, "", "As on the card."),
                       field("surname", "Surname", ""),
                       item(Role::choice, "self", "For myself", true),
                       item(Role::toggle, "letters", "Large letters", true),
                       main};
    }
    SceneItem& at(const std::string& id) {
        for (SceneItem& found : scene.items)
            if (found.id == id) return found;
        FAIL("no " << id);
        return scene.items.front();
    }
    void dialog(const std::string& id, const std::string& words) {
        for (SceneItem made : {item(Role::dialog, id, ""), item(Role::title, "", words),
                               item(Role::button, "stay", "I am here", true)}) {
            made.layer = 1;
            made.scrolls = false;
            scene.items.push_back(made);
        }
    }
    Scene scene;
};

/// Somebody in front of the page who has switched the voice on and heard the page.
struct Listening {
    explicit Listening(AudioOutput output = AudioOutput::loudspeaker) : guide(output) {
        listener.level = 1;
        (void)hears();
    }
    /// What is said at the next look, sentences with a bar between.
    std::string hears() {
        std::string all;
        const auto said = guide.look(page.scene, english(), listener);
        if (!said) return {};
        for (const auto& part : *said) all += (all.empty() ? "" : " | ") + part.text;
        return all;
    }
    Page page;
    Listener listener;
    Guide guide;
};

TEST_CASE("the guide is silent until it is asked for, and says each step of its button", "[guide]") {
    Listening person;
    person.guide.forget();
    struct Row {
        unsigned level;
        const char* says;
    };
    constexpr auto kPage =
        "Reading aloud is on. | Your name | As on the card. | Fill in: | Surname | empty | Choose: | "
        "For myself | Large letters | off | To go on, press: Continue";
    for (const Row& row : {Row{0, ""}, Row{1, kPage}, Row{1, ""}, Row{2, "Louder now."}, Row{2, ""},
                           Row{0, "Reading aloud is off."}, Row{0, ""}}) {
        CAPTURE(row.level);
        person.listener.level = row.level;
        CHECK(person.hears() == row.says);
    }
}

TEST_CASE("without any output nothing is ever said", "[guide]") {
    Listening person(AudioOutput::none);
    person.listener.level = 2;
    CHECK(person.hears().empty());
}

TEST_CASE("after the page only what is new is said", "[guide]") {
    struct Row {
        const char* what;
        std::function<void(Listening&)> happens;
        const char* says;
    };
    const std::vector<Row> rows{
        {"nothing", [](Listening&) {}, ""},
        {"the focus moves to a field", [](Listening& p) { p.page.at("surname").state.focused = true; },
         "Surname | empty | field to fill in"},
        {"the focus moves to the footer", [](Listening& p) { p.page.at("main").state.focused = true; },
         "Continue | button"},
        {"the focus moves to a button that does nothing now",
         [](Listening& p) {
             p.page.at("main").state.focused = true;
             p.page.at("main").state.disabled = true;
         },
         "Continue | button | not available now"},
        {"a toggle is switched", [](Listening& p) { p.page.at("letters").state.selected = true; },
         "Large letters | on"},
        {"something is chosen", [](Listening& p) { p.page.at("self").state.selected = true; },
         "For myself | chosen"},
        {"a notice appears",
         [](Listening& p) {
             p.page.scene.items.push_back(item(Role::notice, "", "The printer has no paper."));
         },
         "The printer has no paper."},
        {"an error appears, in the summary and at the field",
         [](Listening& p) {
             SceneItem at_field = item(Role::text, "", "Write the surname.");
             at_field.state.error = true;
             p.page.scene.items.push_back(item(Role::summary, "error_summary", "Please check:"));
             p.page.scene.items.push_back(item(Role::link, "fault_surname", "Write the surname.", true));
             p.page.scene.items.push_back(at_field);
         },
         "Please check: | Write the surname."},
        {"a page is scanned",
         [](Listening& p) {
             p.page.scene.items.push_back(item(Role::scan_tile, "scan", "Page 1 is good", true));
         },
         "Page 1 is good"},
        {"a name is typed",
         [](Listening& p) { p.page.at("surname") = field("surname", "Surname", "Ardagerov"); }, ""},
        {"a question lies over the page", [](Listening& p) { p.page.dialog("idle", "Are you here?"); },
         "Are you here? | Choose: | I am here"},
        {"the branch's name changes", [](Listening& p) { p.page.scene.items[1].spoken_public = "No. 5"; },
         ""},
        {"another page", [](Listening& p) { p.page.scene.items.front().id = "page_phone"; },
         "Your name | As on the card. | Fill in: | Surname | empty | Choose: | For myself | Large letters | "
         "off "
         "| To go on, press: Continue"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Listening person;
        row.happens(person);
        CHECK(person.hears() == row.says);
        CHECK(person.hears().empty());  // once
    }
}

TEST_CASE("a question that is answered leads back to the page's title", "[guide]") {
    Listening person;
    const Page plain;
    person.page.dialog("help", "How can we help?");
    (void)person.hears();
    person.page.scene = plain.scene;
    CHECK(person.hears() == "Your name");
}

TEST_CASE("a countdown is said at 20, 10 and 5 seconds", "[guide]") {
    Listening person;
    std::vector<std::string> said;
    for (unsigned seconds = 30; seconds > 0; --seconds) {
        Page page;
        page.dialog("idle", "The answers are wiped in " + std::to_string(seconds) + " seconds.");
        person.page = page;
        person.listener.seconds_left = seconds;
        if (auto words = person.hears(); !words.empty()) said.push_back(words);
    }
    REQUIRE(said.size() == 4);
    CHECK(said[0].find("30 seconds") != std::string::npos);
    CHECK(said[1] == "20 seconds left.");
    CHECK(said[2] == "10 seconds left.");
    CHECK(said[3] == "5 seconds left.");
}

TEST_CASE("what is typed comes back in headphones and never through a loudspeaker", "[guide]") {
    const auto output = GENERATE(AudioOutput::loudspeaker, AudioOutput::headphones);
    const bool private_ear = output == AudioOutput::headphones;
    Listening person(output);
    struct Row {
        const char* value;
        const char* says;
    };
    for (const Row& row : {Row{"2", "2"}, Row{"2505", "5 0 5"}, Row{"250", "erased"}, Row{"250", ""}}) {
        CAPTURE(row.value);
        person.page.at("surname") = field("surname", "Surname", row.value, Carries::digits);
        CHECK(person.hears() == (private_ear ? row.says : ""));
    }
}

TEST_CASE("a page that puts a person's word into its own words is caught", "[guide]") {
    const bool headphones = GENERATE(false, true);
    Listening person(headphones ? AudioOutput::headphones : AudioOutput::loudspeaker);
    person.listener.own = {"Ardagerov", "250509300018"};
    person.page.scene.items.push_back(item(Role::notice, "", "Welcome, Ardagerov!"));
    CHECK(person.hears() == (headphones ? "Welcome, Ardagerov!" : "It is written on the screen."));
}

TEST_CASE("the catalogue's own example is said, whoever's birthday it is", "[guide]") {
    Listening person;
    person.listener.own = {"09.05.1925"};
    person.page.scene.items.push_back(item(Role::text, "", english()(Key::birth_lead)));
    CHECK(person.hears().find("09 05 1925") != std::string::npos);
}

TEST_CASE("a fixed sentence can be a recorded clip, named by its key and language", "[guide]") {
    Listening person;
    const Text text = english();
    person.page.scene.items.push_back(item(Role::notice, "", text(Key::print_failed)));
    person.page.scene.items.push_back(item(Role::notice, "", "Ready by 24 November 2026"));
    const auto said = person.guide.look(person.page.scene, text, person.listener);
    REQUIRE(said);
    REQUIRE(said->size() == 2);
    CHECK(said->at(0).clip == "print_failed");
    CHECK(said->at(0).language == hw::VoiceLanguage::en);
    CHECK(said->at(1).clip.empty());
}

TEST_CASE("a button in another language is said in that language", "[guide]") {
    Listening person;
    const Text text = english();
    SceneItem start = item(Role::button, "start_ru", text.in(Language::ru)(Key::start_button), true);
    start.state.focused = true;
    person.page.scene.items.push_back(start);
    const auto said = person.guide.look(person.page.scene, text, person.listener);
    REQUIRE(said);
    CHECK(said->front().language == hw::VoiceLanguage::ru);
    CHECK(said->front().clip == "start_button");
    CHECK(said->back().text == "кнопка");
}

TEST_CASE("a change of language reads the page again", "[guide]") {
    Listening person;
    const auto said = person.guide.look(person.page.scene, english().in(Language::ru), person.listener);
    REQUIRE(said);
    CHECK(said->front().language == hw::VoiceLanguage::ru);
}

}  // namespace
}  // namespace ardager::ui
