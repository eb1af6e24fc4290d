// How pages behave: taps, typing, signing, scrolling, dialogs, the dock, and rest.
#include <unistd.h>
#include <catch2/catch.hpp>

#include "kiosk/base/source_folder.h"
#include "tests/ui_kit/pages.h"
#include "ui/kit/theme.h"

using namespace ardager;
using namespace ardager::ui;
using namespace ardager::ui::testing;
using namespace std::chrono_literals;

namespace {

Box middle(const Box& box) {
    return {box.x + box.width / 2, box.y + box.height / 2, 0, 0};
}

}  // namespace

TEST_CASE("every touchable widget of every page answers a tap by its id", "[kit]") {
    const auto& sample = GENERATE(from_range(sample_pages()));
    Shown shown(sample.name);
    const std::vector<SceneItem> items = shown.bench.window().scene().items;
    for (const SceneItem& item : items) {
        const bool speaks = item.role == Role::button || item.role == Role::choice ||
                            item.role == Role::scan_tile || item.role == Role::toggle;
        const bool scrolls = item.id.starts_with("scroll_");  // the kit answers those itself
        if (!item.state.touchable || item.state.disabled || !speaks || scrolls) continue;
        CAPTURE(sample.name, item.id);
        shown.asked.taps.clear();
        shown.asked.utility = Utility::none;
        shown.tap(item.id);
        if (item.id.starts_with("utility_"))
            CHECK(shown.asked.utility != Utility::none);
        else
            CHECK(shown.asked.taps == std::vector<std::string>{item.id});
    }
}

TEST_CASE("a touch that hits nothing is still known of", "[kit][touch]") {
    Shown shown("01-idle");
    Window& window = shown.bench.window();
    const auto before = window.inputs();
    window.press(2, 400, 100ms);
    window.release(2, 400, 300ms);
    shown.tap("start_ru");
    CHECK(window.inputs() >= before + 4);
}

TEST_CASE("a tap is refused for what is absent or disabled", "[kit]") {
    Shown shown("everything");
    CHECK(shown.bench.window().tap("no_such_thing").error().code == Code::not_found);
    CHECK(shown.bench.window().tap("disabled").error().code == Code::conflict);
}

TEST_CASE("a finger may drift and rest, but a brush is not a tap", "[kit][touch]") {
    struct Row {
        const char* situation;
        float drift_mm;
        Milliseconds held;
        bool taps;
    };
    const auto row = GENERATE(values<Row>({{"a short tap", 0, 60ms, true},
                                           {"a drop of water", 0, 49ms, false},
                                           {"a resting finger", 0, 9000ms, true},
                                           {"a rolling finger", 8, 300ms, true},
                                           {"a rolling finger that leaves by 9 mm", -9, 300ms, true},
                                           {"a finger that goes elsewhere", 60, 300ms, false}}));
    CAPTURE(row.situation);
    Shown shown("01-idle");
    const Box box = shown.bench.item("start_ru").box;
    const float mm = shown.bench.window().scene().pixels_per_mm;
    // Downwards from the lower edge, or upwards from the upper one.
    const float y = row.drift_mm < 0 ? box.y + 2 : box.y + box.height - 2;
    shown.bench.window().press(box.x + 20, y, 1000ms);
    shown.bench.window().move(box.x + 20, y + row.drift_mm * mm, 1000ms + row.held / 2);
    shown.bench.window().release(box.x + 20, y + row.drift_mm * mm, 1000ms + row.held);
    shown.bench.shows(shown.page);
    CHECK(shown.asked.taps == (row.taps ? std::vector<std::string>{"start_ru"} : std::vector<std::string>{}));
}

TEST_CASE("a press is seen at once and a second finger changes nothing", "[kit][touch]") {
    Shown shown("01-idle");
    const Box ru = middle(shown.bench.item("start_ru").box);
    const Box en = middle(shown.bench.item("start_en").box);
    shown.bench.window().press(ru.x, ru.y, 1000ms);
    shown.bench.shows(shown.page);
    CHECK(shown.bench.item("start_ru").state.pressed);
    shown.bench.window().press(en.x, en.y, 1010ms);
    shown.bench.window().release(ru.x, ru.y, 1200ms);
    shown.bench.shows(shown.page);
    CHECK_FALSE(shown.bench.item("start_ru").state.pressed);
    CHECK(shown.asked.taps == std::vector<std::string>{"start_ru"});
}

TEST_CASE("a chart tells every figure, and marks what is over the limit by more than its colour", "[kit]") {
    Shown shown("everything");
    const auto scene_item = shown.bench.item("waiting");
    CHECK(scene_item.role == Role::chart);
    CHECK(scene_item.spoken.find("9:00: 4:00; ") != std::string::npos);
    CHECK(scene_item.spoken.find("12:00: 16:30, нормадан артық; ") != std::string::npos);
    CHECK(scene_item.spoken.find("норма 15 мин") != std::string::npos);
    CHECK(scene_item.spoken_public == scene_item.spoken);

    shown.tap("last");  // below the chart: it comes into sight
    const Box box = shown.bench.item("waiting").box;
    const auto picture = shown.bench.window().pixels();
    REQUIRE(picture);
    const auto colour_at = [&](float x, float y) {
        const auto at = (static_cast<std::size_t>(y) * picture->width + static_cast<std::size_t>(x)) * 3;
        return Rgba{picture->rgb[at], picture->rgb[at + 1], picture->rgb[at + 2]};
    };
    const auto theme = load_theme(source_folder("assets/themes/calm.toml"));
    REQUIRE(theme);
    const float low = box.y + box.height * 0.8F;
    const auto middle_of = [&](int bar) { return box.x + box.width * (static_cast<float>(bar) + 0.5F) / 4; };
    CHECK(colour_at(middle_of(0), low) == (*theme)[Colour::primary]);
    CHECK(colour_at(middle_of(2), low) == (*theme)[Colour::danger]);
    CHECK(colour_at(middle_of(3), low) == (*theme)[Colour::card]);
}

TEST_CASE("nothing is drawn when nothing changed", "[kit]") {
    Shown shown("02-menu");
    const auto frames = shown.bench.window().frames();
    shown.bench.shows(shown.page);
    shown.bench.shows(shown.page);
    CHECK(shown.bench.window().frames() == frames);
    CHECK_FALSE(shown.bench.window().needs_frame());
    shown.bench.window().invalidate();
    shown.bench.shows(shown.page);
    CHECK(shown.bench.window().frames() == frames + 1);
}

TEST_CASE("strokes come back in millimetres, become a PNG and are wiped by an empty view",
          "[kit][signature]") {
    Shown shown("06-check");
    const Signature wave{{{{10, 10}, {30, 40}, {60, 12}}, {{70, 20}, {90, 50}}}, 0, 0};
    REQUIRE(shown.bench.window().draw_strokes("signature", wave));
    shown.bench.shows(shown.page);
    REQUIRE(shown.asked.signature.strokes.size() == 2);
    CHECK(shown.asked.signature.strokes[0].size() == 3);
    CHECK(shown.asked.signature.strokes[1].back().x == Approx(90).margin(0.1));
    CHECK(shown.asked.signature.width_mm == Approx(297.5).margin(0.5));
    const auto png = signature_png(shown.asked.signature);
    REQUIRE(png);
    CHECK(png->size() > 200);
    CHECK(std::equal(png->begin(), png->begin() + 4, Bytes{0x89, 'P', 'N', 'G'}.begin()));
    shown.asked.signature = {};
    shown.bench.window().invalidate();
    shown.bench.shows(shown.page);
    CHECK_FALSE(shown.bench.item("signature").state.selected);
    CHECK_FALSE(signature_png({}));
}

TEST_CASE("a long page scrolls under the finger and a far widget is brought into sight", "[kit][scroll]") {
    Shown shown("everything");
    CHECK(shown.bench.item("last").clipped);
    shown.tap("last");
    CHECK(shown.asked.taps == std::vector<std::string>{"last"});
    CHECK_FALSE(shown.bench.item("last").clipped);

    shown.asked.taps.clear();
    const Box from = middle(shown.bench.item("last").box);
    const float before = shown.bench.item("last").box.y;
    shown.bench.window().press(from.x, from.y, 2000ms);
    shown.bench.window().move(from.x, from.y + 60, 2100ms);
    shown.bench.window().move(from.x, from.y + 260, 2200ms);
    shown.bench.window().release(from.x, from.y + 260, 2300ms);
    shown.bench.shows(shown.page);
    CHECK(shown.asked.taps.empty());
    CHECK(shown.bench.item("last").box.y == Approx(before + 200).margin(1));
}

TEST_CASE("a line of the error summary leads to its field", "[kit]") {
    Shown shown("everything");
    shown.tap("fault_phone");
    CHECK(shown.bench.item("phone").state.focused);
    CHECK(shown.bench.item("phone").state.error);
}

TEST_CASE("a dialog puts everything under it out of reach", "[kit]") {
    Bench bench;
    bool asks = true;
    std::vector<std::string> taps;
    const Page page = [&](Kit& kit) {
        kit.begin_page("page", sample_header());
        if (kit.button("under", "Асты")) taps.emplace_back("under");
        if (asks) {
            kit.begin_dialog("idle_warning");
            kit.title("Сіз осындасыз ба?");
            if (kit.button("stay", "Иә", ButtonStyle::primary)) taps.emplace_back("stay");
            kit.end_dialog();
        }
        (void)kit.end_page(sample_utility());
    };
    bench.shows(page);
    CHECK(bench.window().tap("under").error().code == Code::conflict);
    CHECK(bench.window().tap("utility_help").error().code == Code::conflict);
    REQUIRE(bench.window().tap("stay"));
    bench.shows(page);
    CHECK(taps == std::vector<std::string>{"stay"});
    asks = false;
    bench.window().invalidate();
    bench.shows(page);
    CHECK(bench.window().tap("under"));
}

TEST_CASE("the dock opens by its handle and covers the page", "[kit][dock]") {
    Bench bench;
    std::vector<std::string> taps;
    const Page page = [&](Kit& kit) {
        kit.begin_page("page", sample_header());
        (void)kit.end_page(sample_utility());
        if (!kit.begin_dock("dock", "Dev dock")) return;
        kit.dock_label("Line", "up");
        if (kit.dock_button("dock_cut", "Cut the line")) taps.emplace_back("cut");
        if (kit.dock_toggle("dock_jam", "Scanner jams", false)) taps.emplace_back("jam");
        kit.end_dock();
    };
    bench.shows(page);
    CHECK(bench.window().scene().find("dock_cut") == nullptr);
    REQUIRE(bench.window().tap("dock_handle"));
    bench.shows(page);
    REQUIRE(bench.window().tap("dock_cut"));
    bench.shows(page);
    REQUIRE(bench.window().tap("dock_jam"));
    bench.shows(page);
    CHECK(taps == std::vector<std::string>{"cut", "jam"});
}

TEST_CASE("a session's end leaves normal sizes, calm colours and nothing typed", "[kit]") {
    Shown shown("04-name");
    shown.tap("given_name");
    shown.tap("key_ә");
    Kit& kit = shown.bench.window().kit();
    kit.set_text_size(TextSize::largest);
    kit.set_contrast(Contrast::high);
    kit.forget_session();
    shown.asked.text.clear();
    shown.bench.shows(shown.page);
    CHECK(kit.text_size() == TextSize::normal);
    CHECK(kit.contrast() == Contrast::calm);
    CHECK(shown.bench.item("given_name").spoken == "Аты");
    CHECK_FALSE(shown.bench.item("given_name").state.focused);
}

TEST_CASE("a screenshot is a PNG of the window's size", "[kit]") {
    Shown shown("01-idle");
    const auto file =
        std::filesystem::temp_directory_path() / ("ardager_kit_" + std::to_string(::getpid()) + ".png");
    REQUIRE(shown.bench.window().screenshot(file));
    std::ifstream in(file, std::ios::binary);
    std::array<char, 24> head{};
    in.read(head.data(), head.size());
    std::filesystem::remove(file);
    CHECK(std::string_view(head.data() + 1, 3) == "PNG");
    CHECK(static_cast<unsigned char>(head[18]) * 256 + static_cast<unsigned char>(head[19]) == 1080);
    CHECK(static_cast<unsigned char>(head[22]) * 256 + static_cast<unsigned char>(head[23]) == 1920);
}
