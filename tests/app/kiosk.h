// The real frame loop over a real record in a window that nobody sees, with a voice that remembers and a
// clock that stands still: the vocabulary of the frame loop's tests.
#pragma once

#include <cstdlib>

#include "hw/fake/fake_printer.h"
#include "hw/fake/fake_scanner.h"
#include "hw/fake/fake_voice.h"
#include "tests/cases/office_fixture.h"
#include "ui/app.h"

namespace ardager::app_test {

using cases_test::Branch;
using cases_test::good;

inline citizen::CitizenSetup one_place() {
    return {{{"351010000", "Қарағанды қ.", "г. Караганда"}},
            {{"KRG03", "№ 3 бөлім, Қарағанды қ.", "Отдел № 3, г. Караганда"}},
            "351010000"};
}

inline ui::WindowOptions unseen() {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    ui::WindowOptions options;
    options.hidden = true;
    options.themes = source_folder("assets/themes");
    return options;
}

/// Without paper or a scanner no application is begun.
inline hw::DeviceSet at_hand(Branch&) {
    hw::DeviceSet set;
    set.printer = std::make_unique<hw::FakePrinter>(std::filesystem::temp_directory_path());
    set.scanner = std::make_unique<hw::FakeScanner>();
    return set;
}

struct Kiosk {
    /// `fit` gets the branch while nobody else has its record.
    explicit Kiosk(ui::AudioOutput audio = ui::AudioOutput::loudspeaker,
                   const std::function<hw::DeviceSet(Branch&)>& fit = at_hand)
        : window(good(ui::Window::open(unseen()))),
          devices(fit(branch), [this] { window->wake(); }),
          record(std::move(branch.office), [this] { window->wake(); }),
          app({*window,
               good(ui::Text::load(source_folder("assets/text"))),
               {record, devices, branch.random, [] {}},
               one_place(),
               branch.clock,
               [] { return true; },
               [] { return Premises{}; },
               [] { return std::optional<QueueFigures>(); },
               {},
               voice,
               audio}) {
        turns();
    }
    void turns() {
        for (int turn = 0; turn < 6; ++turn) app.turn(Milliseconds(0));
    }
    /// Turns until it is so; false when a broken program would wait for ever.
    [[nodiscard]] bool turns_until(const std::function<bool()>& so) {
        constexpr int kMostTurns = 3'000;
        for (int turn = 0; turn < kMostTurns && !so(); ++turn) app.turn(Milliseconds(10));
        return so();
    }
    void taps(const std::string& id) {
        INFO("tapping " << id);
        good(window->tap(id));
        turns();
    }
    [[nodiscard]] std::string now() const {
        std::string all;
        for (const auto& part : voice.now()) all += part.text + "\n";
        return all;
    }
    [[nodiscard]] const citizen::CitizenState& state() const { return app.flow().state(); }

    Branch branch;
    std::unique_ptr<ui::Window> window;
    hw::DeviceThread devices;
    RecordThread record;
    hw::FakeVoice voice;
    KioskApp app;
};

}  // namespace ardager::app_test
