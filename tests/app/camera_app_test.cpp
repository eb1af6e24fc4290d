// A receipt before the camera, in the real frame loop: from a picture of the paper that we print, through the
// real camera program, to what the screen says of it; and the camera off in every other moment.
#include <csignal>

#include "hw/fake/fake_camera.h"
#include "hw/gstreamer/gst_camera.h"
#include "kiosk/base/files.h"
#include "kiosk/cases/compose_receipt.h"
#include "kiosk/receipts/draw.h"
#include "kiosk/receipts/qr.h"
#include "tests/app/running_kiosk.h"
#include "ui/citizen_events.h"
#include "ui/kit/png_bytes.h"

using namespace ardager;
using namespace ardager::app_test;
using citizen::Page;

namespace {

// An A4 page at 200 dpi, and the part of it that fills a camera's picture.
constexpr unsigned kPageWidth = 1654;
constexpr unsigned kSeenWidth = 800;
constexpr unsigned kSeenHeight = 600;
constexpr unsigned kStep = 100;

/// The window of the page that begins here, grey.
Bytes window_of(const receipts::Picture& page, unsigned left, unsigned top) {
    Bytes grey;
    for (unsigned y = top; y < top + kSeenHeight; ++y)
        for (unsigned x = left; x < left + kSeenWidth; ++x)
            grey.push_back(page.rgba[(std::size_t{y} * static_cast<unsigned>(page.width) + x) * 4]);
    return grey;
}

/// What a hand holds before the camera: the first window of the page in which the code is whole.
Bytes held_before_the_camera(Branch& branch, const ReceiptNumber& number) {
    const auto receipt = good(compose_receipt(*branch.office, number, 0));
    const auto page =
        good(receipts::render_preview(branch.office->law.forms, receipt, {}, static_cast<int>(kPageWidth)));
    for (unsigned top = 0; top + kSeenHeight < static_cast<unsigned>(page.height); top += kStep)
        for (unsigned left = 0; left + kSeenWidth < kPageWidth; left += kStep) {
            auto grey = window_of(page, left, top);
            if (receipts::read_qr_grey(grey, kSeenWidth, kSeenHeight)) return grey;
        }
    FAIL("no window of the page shows its code");
    return {};
}

/// A kiosk with the real camera program, before whose camera lies the receipt of one accepted application.
struct RealCamera {
    RealCamera()
        : kiosk(ui::AudioOutput::loudspeaker, [this](Branch& branch) {
              number = branch.accepts().number.text;
              const auto grey = held_before_the_camera(branch, good(ReceiptNumber::parse(number)));
              good(write_file(picture,
                              good(ui::png_bytes(grey, kSeenWidth, kSeenHeight, ui::PixelKind::grey))));
              // Leaves its process id, so that its end can be proved.
              good(write_file(program,
                              to_bytes("#!/bin/sh\necho $$ > " + id.string() + "\nexec " ARDAGER_CAMERA "\n"),
                              0700));
              return std::make_unique<hw::GstCamera>(
                  program, "filesrc location=" + picture.string() + " ! pngdec ! imagefreeze");
          }) {}
    [[nodiscard]] bool program_runs() const {
        const auto text = good(read_file(id, 100));
        return ::kill(static_cast<pid_t>(std::stol(std::string(as_text(text)))), 0) == 0;
    }

    Folder folder;
    const std::filesystem::path picture = folder.path() / "receipt.png";
    const std::filesystem::path program = folder.path() / "camera";
    const std::filesystem::path id = folder.path() / "id";
    std::string number;
    RunningKiosk kiosk;
};

/// A kiosk with a fake camera that shows ten times more than a real one.
struct FakeKiosk : RunningKiosk {
    FakeKiosk() : FakeKiosk(std::make_unique<hw::FakeCamera>(Milliseconds(10))) {}
    explicit FakeKiosk(std::unique_ptr<hw::FakeCamera> owner) : FakeKiosk(*owner, owner) {}
    FakeKiosk(hw::FakeCamera& fitted, std::unique_ptr<hw::FakeCamera>& owner)
        : RunningKiosk(ui::AudioOutput::loudspeaker, [&](Branch&) { return std::move(owner); }),
          camera(&fitted) {}
    void comes_to_the_camera() {
        for (const char* tapped : {"start_ru", "menu_status", "status_by_receipt"}) taps(tapped);
        REQUIRE(state().page == Page::status_receipt);
        REQUIRE(turns_until([&] { return state().camera.picture != nullptr; }));
    }
    [[nodiscard]] bool camera_goes_off() {
        return turns_until([&] { return camera->state() == hw::CameraState::off; });
    }
    hw::FakeCamera* camera;
};

}  // namespace

TEST_CASE("a printed receipt before a real camera's pipeline leads to its state", "[app][camera]") {
    RealCamera real;
    RunningKiosk& kiosk = real.kiosk;
    for (const char* tapped : {"start_ru", "menu_status", "status_by_receipt"}) kiosk.taps(tapped);
    REQUIRE(kiosk.turns_until([&] { return kiosk.state().page == Page::status; }));
    REQUIRE(kiosk.state().status);
    CHECK(kiosk.state().status->number == real.number);
    kiosk.turns();
    CHECK(kiosk.window->scene().shows(real.number));
    SECTION("and its program is gone when the page is left") {
        CHECK(kiosk.turns_until([&] { return !real.program_runs(); }));
    }
}

TEST_CASE("the camera is on only while its page is open, and nothing is drawn for it elsewhere",
          "[app][camera]") {
    FakeKiosk kiosk;
    for (const char* tapped : {"start_ru", "menu_status"}) kiosk.taps(tapped);
    CHECK(kiosk.camera->times_on() == 0);
    kiosk.taps("status_by_receipt");
    CHECK(kiosk.turns_until([&] { return kiosk.state().camera.picture != nullptr; }));
    kiosk.turns();
    const auto one_picture = kiosk.window->picture_bytes();
    const auto shown = kiosk.window->frames();
    CHECK(kiosk.turns_until([&] { return kiosk.window->frames() > shown + 5; }));
    CHECK(one_picture > 0);
    CHECK(kiosk.window->picture_bytes() == one_picture);
    kiosk.taps("back");
    CHECK(kiosk.camera_goes_off());
    kiosk.turns();
    const auto at_rest = kiosk.window->frames();
    for (int turn = 0; turn < 20; ++turn) kiosk.app.turn(Milliseconds(10));
    CHECK(kiosk.window->frames() == at_rest);
    CHECK(kiosk.camera->times_on() == 1);
}

TEST_CASE("a live camera is no touch: the session rests, and its picture is gone with it", "[app][camera]") {
    FakeKiosk kiosk;
    kiosk.comes_to_the_camera();
    kiosk.branch.clock.advance(citizen::kIdleWarning);
    kiosk.turns();
    CHECK(kiosk.state().overlay == citizen::Overlay::idle);
    CHECK_FALSE(kiosk.state().camera.picture);
    CHECK(kiosk.camera_goes_off());
    kiosk.branch.clock.advance(citizen::kIdleCountdown);
    kiosk.turns();
    CHECK(kiosk.state().page == Page::start);
    CHECK(kiosk.window->scene().find("camera") == nullptr);
    CHECK(kiosk.window->picture_bytes() == 0);
    CHECK(kiosk.camera->times_on() == 1);
}

TEST_CASE("the camera's first picture does not cut what is being read aloud", "[app][camera][voice]") {
    FakeKiosk kiosk;
    kiosk.taps("utility_read_aloud");
    kiosk.camera->set_there(false);
    for (const char* tapped : {"start_ru", "utility_read_aloud", "menu_status", "status_by_receipt"})
        kiosk.taps(tapped);
    REQUIRE(kiosk.turns_until([&] { return kiosk.state().camera.failed; }));
    kiosk.turns();
    CHECK(kiosk.now().find("Камера не работает") != std::string::npos);
    kiosk.camera->set_there(true);
    kiosk.taps("back");
    kiosk.taps("status_by_receipt");
    const auto said = kiosk.voice.said().size();
    REQUIRE(kiosk.turns_until([&] { return kiosk.state().camera.picture != nullptr; }));
    kiosk.turns();
    CHECK(kiosk.now().find("Покажите расписку камере") != std::string::npos);
    CHECK(kiosk.voice.said().size() == said);
}

TEST_CASE("a camera that was pulled out is told, and tried again by whoever asks again", "[app][camera]") {
    FakeKiosk kiosk;
    kiosk.comes_to_the_camera();
    kiosk.camera->set_there(false);
    CHECK(kiosk.turns_until([&] { return kiosk.state().camera.failed; }));
    kiosk.turns();
    CHECK(kiosk.window->scene().shows("Камера не работает"));
    CHECK(kiosk.window->scene().find("scan"));
    kiosk.camera->set_there(true);
    kiosk.taps("back");
    kiosk.taps("status_by_receipt");
    CHECK(kiosk.turns_until([&] { return kiosk.state().camera.picture != nullptr; }));
}

TEST_CASE("a code that is no receipt of ours gives a hint", "[app][camera]") {
    FakeKiosk kiosk;
    const auto qr = good(receipts::make_qr("HTTPS://WWW.EGOV.KZ"));
    kiosk.camera->hold(hw::draw_sample_frame(static_cast<unsigned>(qr.side), qr.dark));
    kiosk.comes_to_the_camera();
    CHECK(kiosk.turns_until([&] { return kiosk.state().camera.hint.has_value(); }));
    kiosk.turns();
    CHECK(kiosk.window->scene().shows("не с нашей расписки"));
    CHECK(kiosk.state().page == Page::status_receipt);
    CHECK(kiosk.state().errors.empty());
}

TEST_CASE("the dev dock's sample before the fake camera is read as the receipt that it is", "[app][camera]") {
    std::string number;
    FakeKiosk kiosk;
    kiosk.taps("start_ru");
    const bool posted = kiosk.record.post([&](Office& office) -> RecordThread::Answer {
        const auto accepted = good(accept_application(office, complete_draft()));
        const auto qr = qr_of(office, accepted.number);
        return [&, qr, text = accepted.number.text] {
            number = text;
            kiosk.camera->hold(hw::draw_sample_frame(qr->size, qr->dark));
        };
    });
    REQUIRE(posted);
    REQUIRE(kiosk.turns_until([&] { return !number.empty(); }));
    kiosk.taps("menu_status");
    kiosk.taps("status_by_receipt");
    REQUIRE(kiosk.turns_until([&] { return kiosk.state().page == Page::status; }));
    CHECK(kiosk.state().status->number == number);
}
