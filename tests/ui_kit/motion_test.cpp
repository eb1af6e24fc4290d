// Movements end at rest; without them nothing moves at all.
#include "tests/ui_kit/pages.h"
#include "ui/kit/kit_tuning.h"

using namespace ardager;
using namespace ardager::ui;
using namespace ardager::ui::testing;
using namespace std::chrono_literals;

namespace {

Page long_page() {
    return [](Kit& kit) {
        kit.begin_page("long", sample_header());
        for (int i = 0; i < 40; ++i) (void)kit.button("button_" + std::to_string(i), "Түйме");
        (void)kit.end_page(sample_utility());
    };
}

/// A finger drags upwards through the page's own ground and lets go while it moves.
void flings(Window& window) {
    window.press(20, 1500, 1000ms);
    for (int step = 1; step <= 6; ++step)
        window.move(20, 1500 - 40 * static_cast<float>(step), 1000ms + 16ms * step);
    window.release(20, 1260, 1100ms);
}

/// Draws frame after frame until nothing moves; how long it took.
Milliseconds rests(Bench& bench, const Page& page) {
    const Milliseconds began = bench.now;
    for (int frame = 0; frame < 400 && bench.window().needs_frame(); ++frame) {
        bench.now += tuning::kMotionStep;
        (void)bench.window().draw(bench.now, page);
    }
    return bench.now - began;
}

}  // namespace

TEST_CASE("a new page fades in quickly and then nothing is drawn", "[kit][motion]") {
    Bench bench(1080, 1920, true);
    const Page page = long_page();
    (void)bench.window().draw(bench.now, page);
    CHECK(rests(bench, page) <= 200ms);
    CHECK_FALSE(bench.window().needs_frame());
    const auto frames = bench.window().frames();
    bench.now += 5000ms;
    CHECK_FALSE(bench.window().draw(bench.now, page));
    CHECK(bench.window().frames() == frames);
}

TEST_CASE("a flung page glides on, slows down and stops", "[kit][motion]") {
    Bench bench(1080, 1920, true);
    const Page page = long_page();
    (void)bench.window().draw(bench.now, page);
    (void)rests(bench, page);
    flings(bench.window());
    bench.now += tuning::kMotionStep;
    (void)bench.window().draw(bench.now, page);
    const float let_go = bench.item("button_20").box.y;
    const Milliseconds lasted = rests(bench, page);
    CHECK(bench.item("button_20").box.y < let_go - 100);
    CHECK(lasted < 2000ms);
    CHECK_FALSE(bench.window().needs_frame());
}

TEST_CASE("without motion a flung page stays where the finger left it", "[kit][motion]") {
    Bench bench;
    const Page page = long_page();
    bench.shows(page);
    flings(bench.window());
    bench.shows(page);
    const float let_go = bench.item("button_20").box.y;
    bench.now += 100ms;
    bench.shows(page);
    CHECK_FALSE(bench.window().needs_frame());
    CHECK(bench.item("button_20").box.y == let_go);
}

TEST_CASE("a quick tap stays visible for a moment", "[kit][motion]") {
    Bench bench(1080, 1920, true);
    const Page page = long_page();
    (void)bench.window().draw(bench.now, page);
    (void)rests(bench, page);
    REQUIRE(bench.window().tap("button_1"));
    (void)bench.window().draw(bench.now, page);
    CHECK(bench.item("button_1").state.pressed);
    (void)rests(bench, page);
    CHECK_FALSE(bench.item("button_1").state.pressed);
}

TEST_CASE("another thread ends a wait, and a wait ends by itself", "[kit][motion]") {
    Bench bench;
    bench.shows(long_page());
    Window& window = bench.window();
    window.wait(5ms);
    std::thread other([&] { window.wake(); });
    window.wait(60'000ms);  // the test would hang here if nobody woke it
    other.join();
    CHECK_FALSE(window.needs_frame());
}
