// Touch rules for trembling hands: Touch alone, by tables, and a page whose message comes under a finger.
#include "ui/kit/touch.h"
#include "tests/ui_kit/pages.h"
#include "ui/kit/kit_tuning.h"

using namespace ardager;
using namespace ardager::ui;
using namespace ardager::ui::testing;
using namespace std::chrono_literals;

namespace {

using Kind = TouchEvent::Kind;
constexpr float kX = 500, kY = 500;

/// A button, a key and another button, 100 px high, under each other.
Scene sample_scene() {
    Scene scene;
    scene.viewport = {0, 0, 1080, 1920};
    const std::array roles{Role::button, Role::key, Role::button};
    const std::array names{"first", "key_0", "second"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        SceneItem item;
        item.role = roles[i];
        item.id = names[i];
        item.box = {400, 450 + 200 * static_cast<float>(i), 300, 100};
        item.state.touchable = true;
        scene.items.push_back(item);
    }
    return scene;
}

struct Contact {
    Milliseconds down, up;
    float y = kY;
    std::int64_t finger = 0;
};

/// All contacts' events in the order of time; what was tapped.
std::vector<std::string> taps_of(const std::vector<Contact>& contacts) {
    std::vector<TouchEvent> events;
    for (const Contact& contact : contacts) {
        events.push_back({Kind::press, kX, contact.y, contact.down, contact.finger});
        events.push_back({Kind::release, kX, contact.y, contact.up, contact.finger});
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const TouchEvent& a, const TouchEvent& b) { return a.at < b.at; });
    Touch touch;
    const Scene scene = sample_scene();
    std::vector<std::string> taps;
    for (const TouchEvent& event : events)
        if (const auto outcome = touch.handle(event, scene, false); outcome.tapped)
            taps.push_back(*outcome.tapped);
    return taps;
}

}  // namespace

TEST_CASE("a tremor counts once, a palm not at all, and deliberate taps each", "[kit][touch]") {
    struct Row {
        const char* situation;
        std::vector<Contact> contacts;
        std::vector<std::string> taps;
    };
    const auto row = GENERATE(values<Row>({
        {"one tap", {{0ms, 100ms}}, {"first"}},
        {"a drop of water", {{0ms, 49ms}}, {}},
        {"a finger that rests", {{0ms, 8000ms}}, {"first"}},
        {"a tremor's second tap", {{0ms, 100ms}, {250ms, 350ms}}, {"first"}},
        {"a tremor of three", {{0ms, 100ms}, {200ms, 300ms}, {400ms, 490ms}}, {"first"}},
        {"two deliberate taps", {{0ms, 100ms}, {600ms, 700ms}}, {"first", "first"}},
        {"quick taps on two buttons", {{0ms, 100ms}, {200ms, 300ms, 900}}, {"first", "second"}},
        {"a digit struck twice", {{0ms, 80ms, 700}, {210ms, 290ms, 700}}, {"key_0", "key_0"}},
        {"a tremor on a digit", {{0ms, 80ms, 700}, {160ms, 240ms, 700}}, {"key_0"}},
        {"a second finger beside the first", {{0ms, 300ms}, {100ms, 200ms, 900, 1}}, {"first"}},
        {"a second finger that stays longer", {{0ms, 300ms}, {100ms, 500ms, 900, 1}}, {"first"}},
        {"a palm", {{0ms, 400ms}, {20ms, 400ms, 700, 1}, {30ms, 390ms, 900, 2}}, {}},
        {"a finger while the palm still lies there",
         {{0ms, 900ms}, {20ms, 900ms, 700, 1}, {30ms, 200ms, 900, 2}, {300ms, 400ms, 900, 3}},
         {}},
        {"a finger after the palm has left",
         {{0ms, 300ms}, {20ms, 300ms, 700, 1}, {30ms, 290ms, 900, 2}, {500ms, 600ms, 900}},
         {"second"}},
    }));
    CAPTURE(row.situation);
    CHECK(taps_of(row.contacts) == row.taps);
}

TEST_CASE("a message never moves a target under a finger that is down", "[kit][touch]") {
    Bench bench;
    bool message = false;
    std::vector<std::string> taps;
    const Page page = [&](Kit& kit) {
        kit.begin_page("page", sample_header());
        kit.title("Бет");
        if (message) kit.notice(Tone::warning, "Байланыс үзілді");
        if (kit.button("pay", "Иә")) taps.emplace_back("pay");
        (void)kit.end_page(sample_utility());
    };
    bench.shows(page);
    const Box before = bench.item("pay").box;
    const float x = before.x + 50;
    const float y = before.y + 20;
    bench.window().press(x, y, 1000ms);
    bench.shows(page);
    message = true;
    bench.window().invalidate();
    bench.shows(page);
    CHECK(bench.window().scene().shows("Байланыс үзілді"));
    CHECK(bench.item("pay").box.y == Approx(before.y).margin(0.5));
    bench.window().release(x, y, 1300ms);
    bench.shows(page);
    CHECK(taps == std::vector<std::string>{"pay"});
    bench.window().invalidate();
    bench.shows(page);
    CHECK(bench.item("pay").box.y > before.y + before.height / 2);
}

TEST_CASE("a row of a list says all it shows, answers a tap and stays silent when disabled", "[kit][list]") {
    Bench bench;
    std::vector<std::string> taps;
    const Page page = [&](Kit& kit) {
        kit.begin_page("list", sample_header());
        const auto row = [&](const char* id, const ListRow& what) {
            if (kit.list_row(id, what)) taps.emplace_back(id);
        };
        row("one", {Icon::person, "Бірінші", "Кезекте", "3", true});
        row("two", {.title = "Екінші", .enabled = false});
        for (int i = 0; i < 30; ++i) row(("row_" + std::to_string(i)).c_str(), {.title = "Жол"});
        (void)kit.end_page(sample_utility());
    };
    bench.shows(page);
    CHECK(bench.item("one").spoken == "Бірінші. Кезекте. 3");
    CHECK(bench.item("one").state.selected);
    CHECK(bench.window().tap("two").error().code == Code::conflict);
    REQUIRE(bench.window().tap("row_29"));
    bench.shows(page);
    CHECK(taps == std::vector<std::string>{"row_29"});
    CHECK_FALSE(bench.item("row_29").clipped);
    REQUIRE(bench.window().tap("scroll_up"));
    bench.shows(page);
    CHECK(bench.item("row_29").clipped);
}
