// The real frame loop over a real record, with devices and a voice that a test can look at.
#pragma once

#include <cstdlib>

#include "hw/fake/fake_printer.h"
#include "hw/fake/fake_scanner.h"
#include "hw/fake/fake_voice.h"
#include "tests/cases/office_fixture.h"
#include "ui/app.h"
#include "ui/citizen/tuning.h"

namespace ardager::app_test {

using namespace ardager::cases_test;

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
inline hw::DeviceSet at_hand(std::unique_ptr<hw::FakePrinter> printer) {
    hw::DeviceSet set;
    set.printer = std::move(printer);
    set.scanner = std::make_unique<hw::FakeScanner>();
    return set;
}

struct RunningKiosk {
    explicit RunningKiosk(ui::AudioOutput audio = ui::AudioOutput::loudspeaker)
        : own_printer(std::make_unique<hw::FakePrinter>(papers.path())),
          printer(*own_printer),
          window(good(ui::Window::open(unseen()))),
          record(std::move(branch.office), [] {}),
          devices(at_hand(std::move(own_printer))),
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

    Folder papers;
    Branch branch;
    std::unique_ptr<hw::FakePrinter> own_printer;  // until the devices have it
    hw::FakePrinter& printer;
    std::unique_ptr<ui::Window> window;
    RecordThread record;
    hw::DeviceThread devices;
    hw::FakeVoice voice;
    KioskApp app;
};

}  // namespace ardager::app_test
