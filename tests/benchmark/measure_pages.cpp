// A frame of the fullest page and the way from a touch to changed pixels, on the software renderer at the
// kiosk's size: what a person waits for when there is no GPU.
#include <cstdlib>

#include "kiosk/base/source_folder.h"
#include "tests/benchmark/measures.h"
#include "ui/citizen/citizen_screens.h"
#include "ui/citizen/tuning.h"
#include "ui/kit/window.h"

namespace ardager::bench {
namespace {

using citizen::Act;
using citizen::Intent;

/// A session at its name page: three fields and the keyboard of five rows are the most that any page draws.
citizen::CitizenFlow at_the_name_page() {
    citizen::CitizenFlow flow({{{"351010000", "Қарағанды қ.", "г. Караганда"}},
                               {{"KRG03", "№ 3 бөлім, Қарағанды қ.", "Отдел № 3, г. Караганда"}},
                               "351010000"});
    const auto tells = [&](const citizen::CitizenEvent& event) { (void)flow.handle(event); };
    tells(Intent{.act = Act::begin, .value = "kk"});
    tells(citizen::SessionOpened{"session-1"});
    tells(Intent{.act = Act::open_application});
    tells(Intent{.act = Act::agree});
    tells(Intent{.act = Act::choose, .value = "self"});
    tells(Intent{.act = Act::next});
    tells(Intent{.act = Act::type, .field = citizen::Field::iin, .value = "250509300018"});
    tells(Intent{.act = Act::next});
    tells(Intent{.act = Act::next});
    return flow;
}

}  // namespace

void measure_pages(Bench& bench) {
    ::setenv("SDL_VIDEODRIVER", "dummy", 1);
    ui::WindowOptions options;
    options.hidden = true;
    options.themes = source_folder("assets/themes");
    const auto window = need(ui::Window::open(options));
    const auto texts = need(ui::Text::load(source_folder("assets/text")));
    const auto flow = at_the_name_page();
    if (flow.state().page != citizen::Page::name)
        return bench.report.note("pages: the session did not come to its name page: no figure");
    Milliseconds now{1'000};
    const auto draws = [&] {
        window->settle(now, [&](ui::Kit& kit) {
            (void)citizen::draw_citizen(kit, ui::Text(texts, ui::Language::kk), flow);
        });
    };
    draws();

    Figure frame{"app", "a frame of the fullest page, software, 1080×1920", "ms", {}, {}, {}, "≤ 16 ms"};
    Figure touch{"app", "from a touch to changed pixels, software", "ms", {}, {}, {}, "≤ 50 ms"};
    for (unsigned i = 0; i < bench.times(60, 15); ++i) {
        now += Milliseconds(1'000);
        window->invalidate();
        frame.ours.push_back(1e3 * seconds_of(draws));
        // Where the key ә is, as long as the page is this one.
        const ui::SceneItem* key = window->scene().find("key_ә");
        if (key == nullptr) return bench.report.note("pages: no keyboard on the page: no figure");
        window->press(key->box.x + 20, key->box.y + 20, now);
        touch.ours.push_back(1e3 * seconds_of(draws));
        window->release(key->box.x + 20, key->box.y + 20, now + Milliseconds(10));  // too short to type
        draws();
    }
    bench.report.add(std::move(frame));
    bench.report.add(std::move(touch));
}

}  // namespace ardager::bench
