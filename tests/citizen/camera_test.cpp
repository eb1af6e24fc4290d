// The receipt before the camera: on exactly while its picture is in sight, and gone with it.
#include "tests/citizen/page_tour.h"
#include "tests/citizen/said_aloud.h"
#include "tests/citizen/scene_checks.h"
#include "ui/citizen/views.h"

namespace ardager::citizen {
namespace {

using namespace std::chrono_literals;

const std::string& number() {
    static const std::string kNumber =
        ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 14).text;
    return kNumber;
}

StatusFound found() {
    StatusFound status;
    status.number = number();
    status.accepted_on = parse_date("2026-11-23").value();
    return status;
}

/// Somebody who wants to show a receipt, and the camera's ticket.
struct Looking {
    explicit Looking(bool scanner = true) {
        session.begins();
        session.tells(BoardChanged{{.scanner_ready = scanner, .has_camera = true}});
        session.asks(Act::open_status);
        session.asks(Act::lay_receipt);
        REQUIRE(session.effect<WatchCamera>());
        ticket = session.effect<WatchCamera>()->ticket;
    }
    [[nodiscard]] const CameraFacts& camera() const { return session.flow.state().camera; }

    Session session;
    std::uint64_t ticket = 0;
};

std::shared_ptr<const ui::Picture> picture(std::uint64_t version) {
    return std::make_shared<const ui::Picture>(ui::Picture{version, 1, 1, {9, 9, 9}});
}

TEST_CASE("a receipt before the camera leads to its state without a touch", "[citizen][camera]") {
    Looking looking(GENERATE(true, false));
    looking.session.tells(CameraSees{looking.ticket, picture(1)});
    CHECK(looking.camera().picture);
    looking.session.tells(ReceiptRead{looking.ticket, number()});
    REQUIRE(looking.session.effect<LookUp>());
    CHECK(looking.session.effect<LookUp>()->number == number());
    CHECK(looking.session.effect<StopCamera>());
    CHECK_FALSE(looking.camera().picture);
    looking.session.tells(found());
    CHECK(looking.session.page() == Page::status);
}

TEST_CASE("the camera goes off and its picture goes with every way from the page", "[citizen][camera]") {
    Looking looking;
    Session& session = looking.session;
    session.tells(CameraSees{looking.ticket, picture(1)});
    SECTION("back") {
        session.asks(Act::back);
        CHECK(session.page() == Page::status_choose);
    }
    SECTION("a question over the page") {
        session.asks(GENERATE(Act::open_help, Act::open_language));
        CHECK(session.flow.state().overlay != Overlay::none);
    }
    SECTION("the session's end by a touch") {
        session.asks(Act::finish);
        CHECK(session.flow.state() == CitizenState{});
    }
    SECTION("rest: at the warning already") {
        session.waits(kIdleWarning);
        CHECK(session.flow.state().overlay == Overlay::idle);
    }
    SECTION("a damaged record") {
        session.tells(BoardChanged{{.record_damaged = true, .has_camera = true}});
    }
    SECTION("the camera itself") {
        session.tells(CameraFailed{looking.ticket});
        CHECK(looking.camera().failed);
    }
    CHECK(session.effect<StopCamera>());
    CHECK_FALSE(looking.camera().picture);
    session.tells(CameraSees{looking.ticket, picture(2)});
    session.tells(ReceiptRead{looking.ticket, number()});
    CHECK_FALSE(looking.camera().picture);
    CHECK_FALSE(session.effect<LookUp>());
}

TEST_CASE("after a question over the page the camera is on again", "[citizen][camera]") {
    Looking looking;
    looking.session.asks(Act::open_help);
    looking.session.asks(Act::close_overlay);
    REQUIRE(looking.session.effect<WatchCamera>());
    CHECK(looking.session.effect<WatchCamera>()->ticket != looking.ticket);
}

TEST_CASE("a live camera is no touch: the rest is counted as ever", "[citizen][camera]") {
    Looking looking;
    Session& session = looking.session;
    for (auto rest = 0ms; rest < kIdleWarning; rest += 100ms) {
        REQUIRE(session.flow.state().overlay == Overlay::none);
        session.tells(CameraSees{looking.ticket, picture(1)});
        session.tells(ReceiptUnread{looking.ticket, ReceiptTrouble::forged});
        session.waits(100ms);
    }
    CHECK(session.flow.state().overlay == Overlay::idle);
    session.waits(kIdleCountdown);
    CHECK(session.flow.state() == CitizenState{});
}

TEST_CASE("another code before the camera is answered with a hint and no complaint", "[citizen][camera]") {
    Looking looking;
    looking.session.tells(ReceiptUnread{looking.ticket, ReceiptTrouble::forged});
    CHECK(looking.camera().hint == Key::camera_other_code);
    CHECK(looking.session.flow.state().errors.empty());
    looking.session.tells(ReceiptUnread{looking.ticket, ReceiptTrouble::other});
    CHECK(looking.camera().hint == Key::error_receipt_other);
    CHECK(looking.session.page() == Page::status_receipt);
    CHECK_FALSE(looking.session.effect<StopCamera>());
}

TEST_CASE("a receipt that this kiosk does not know is looked up once while it is held", "[citizen][camera]") {
    Looking looking;
    Session& session = looking.session;
    session.tells(ReceiptRead{looking.ticket, number()});
    session.tells(StatusMissing{});
    REQUIRE(session.page() == Page::status_receipt);
    CHECK(session.complains(Field::scan, Key::error_receipt_unknown));
    REQUIRE(session.effect<WatchCamera>());
    const auto again = session.effect<WatchCamera>()->ticket;
    session.tells(ReceiptRead{again, number()});
    CHECK(session.page() == Page::status_receipt);
    CHECK_FALSE(session.effect<LookUp>());
    SECTION("another one is looked up") {
        session.tells(ReceiptRead{
            again, ReceiptNumber::make({"KRG03", "K1"}, parse_date("2026-11-23").value(), 15).text});
        CHECK(session.effect<LookUp>());
    }
    SECTION("and the same one again by whoever asks again") {
        session.asks(Act::back);
        session.asks(Act::lay_receipt);
        session.tells(ReceiptRead{session.effect<WatchCamera>()->ticket, number()});
        CHECK(session.effect<LookUp>());
    }
}

TEST_CASE("what the camera has read first ends the scan that runs beside it", "[citizen][camera]") {
    Looking looking;
    looking.session.asks(Act::scan);
    REQUIRE(looking.session.effect<ScanReceipt>());
    const auto scan = looking.session.effect<ScanReceipt>()->ticket;
    CHECK(scan != looking.ticket);
    looking.session.tells(ReceiptRead{looking.ticket, number()});
    CHECK(looking.session.effect<CancelScan>());
    CHECK(looking.session.effect<LookUp>());
    looking.session.tells(ReceiptUnread{scan, ReceiptTrouble::no_code});
    CHECK(looking.session.page() == Page::status_looking);
}

TEST_CASE("without a camera nothing is switched on, and without both ways nothing is offered",
          "[citizen][camera]") {
    Session session;
    session.begins();
    session.tells(BoardChanged{{.scanner_ready = false}});
    session.asks(Act::open_status);
    CHECK_FALSE(status_choose_view(session.flow).receipt.open());
    session.asks(Act::lay_receipt);
    CHECK(session.page() == Page::status_choose);
    session.tells(BoardChanged{{.scanner_ready = true}});
    session.asks(Act::lay_receipt);
    CHECK(session.page() == Page::status_receipt);
    CHECK_FALSE(session.effect<WatchCamera>());
}

constexpr std::array kAllWays{
    ReceiptWays{},
    ReceiptWays{.scanner = false},
    ReceiptWays{.picture = false},
    ReceiptWays{.scanner = false, .other_code = true},
    ReceiptWays{.other_code = true},
    ReceiptWays{.failed = true},
    ReceiptWays{.scanner = false, .failed = true},
    ReceiptWays{.camera = false},
};

TEST_CASE("the receipt's page fits every window with each of its ways, and says all of them",
          "[citizen][screens][camera]") {
    const auto screen = GENERATE(from_range(kScreens.begin(), kScreens.end()));
    const auto text_size = GENERATE(0U, 3U);
    Kiosk kiosk(screen, std::getenv("ARDAGER_SCREENSHOTS") != nullptr);
    for (const ReceiptWays& ways : kAllWays) {
        kiosk.goes_to(Page::status_choose);
        kiosk.goes_to_receipt(ways);
        for (unsigned step = 0; step < text_size; ++step) kiosk.session.asks(Act::text_size);
        for (const char* language : {"kk", "ru", "en"}) {
            kiosk.session.asks(Act::set_language, language);
            kiosk.shows();
            const auto& scene = kiosk.window->scene();
            CAPTURE(screen.name, text_size, language, ways.camera, ways.scanner, ways.picture, ways.failed);
            CHECK(layout_faults(scene, {0, 0, static_cast<float>(screen.width_px),
                                        static_cast<float>(screen.height_px)}) == "");
            CHECK(spoken_faults(scene, ui::Text(catalogues(), language_of(kiosk.session.flow))) == "");
            CHECK((scene.find("camera") != nullptr) == (ways.camera && !ways.failed));
            CHECK((scene.find("scan") != nullptr) == ways.scanner);
            kiosk.keeps_picture(std::string("ways-") + screen.name + "-" + language + "-" +
                                std::to_string(text_size) + "-" + std::to_string(&ways - kAllWays.data()));
        }
    }
}

TEST_CASE("with a camera the receipt is shown, with or without a scanner", "[citizen][screens][camera]") {
    Kiosk kiosk;
    kiosk.goes_to(Page::status_choose);
    Board board = kiosk.session.flow.board();
    board.has_camera = true;
    board.scanner_ready = GENERATE(true, false);
    kiosk.session.tells(BoardChanged{board});
    kiosk.shows();
    CHECK(kiosk.window->scene().shows("Қолхатты көрсету"));
    CHECK(faults(kiosk.window->scene()) == "");
    kiosk.taps("status_by_receipt");
    CHECK(kiosk.session.page() == Page::status_receipt);
}

TEST_CASE("the camera's picture is nothing to tap, and it does not move what is",
          "[citizen][screens][camera]") {
    Kiosk kiosk;
    kiosk.goes_to_receipt({.picture = false});
    kiosk.shows();
    const auto before = kiosk.window->scene().find("scan")->box;
    CHECK_FALSE(kiosk.window->tap("camera"));
    kiosk.goes_to(Page::status_choose);
    kiosk.goes_to_receipt({.other_code = true});
    kiosk.shows();
    const auto after = kiosk.window->scene().find("scan")->box;
    CHECK(after.x == before.x);
    CHECK(after.y == before.y);
}

TEST_CASE("nothing of the camera's picture is on the screen after the page", "[citizen][screens][camera]") {
    Kiosk kiosk;
    kiosk.goes_to(Page::status_choose);
    kiosk.shows();
    const auto without = kiosk.window->pixels().value().rgb;
    kiosk.goes_to(Page::status_choose);
    kiosk.goes_to_receipt({});
    kiosk.shows();
    CHECK(kiosk.window->pixels().value().rgb != without);
    kiosk.goes_to(Page::status_choose);
    kiosk.shows();
    CHECK(kiosk.window->pixels().value().rgb == without);
}

}  // namespace
}  // namespace ardager::citizen
