#include "ui/app.h"

#include "kiosk/base/log.h"
#include "ui/citizen/citizen_screens.h"

namespace ardager {
namespace {

// A turn without any input still looks at the line and at the clock of an idle session.
constexpr Milliseconds kLongestSleep{1'000};
// While a scripted finger waits for a thread's answer.
constexpr Milliseconds kShortestSleep{5};

}  // namespace

KioskApp::KioskApp(Parts parts) : parts_(std::move(parts)), desk_(parts_.desk), flow_(parts_.setup) {}

void KioskApp::resume(OpenedSession session) {
    const auto restored = flow_.restore(session.draft, session.id);
    if (!restored) {
        log(LogLevel::warning, "citizen", restored.error().detail);
        return;
    }
    desk_.resume(std::move(session));
}

Milliseconds KioskApp::now() const {
    return Milliseconds(static_cast<std::int64_t>(parts_.clock.read().mark.monotonic_ms));
}

citizen::Board KioskApp::look_around() const {
    const auto devices = parts_.desk.devices.board();
    citizen::Board board;
    board.online = parts_.online();
    board.accepting = parts_.accepting();
    board.scanner_ready =
        devices.scanner != hw::ScannerState::offline && devices.scanner != hw::ScannerState::fault;
    board.printer_ready = devices.printer == hw::PrinterState::ready;
    board.reader_ready = devices.has_reader;
    if (const auto queue = parts_.queue()) {
        board.queue_people = queue->waiting;
        board.queue_minutes = queue->estimate_minutes;
    }
    return board;
}

/// The one way in to the session; when it ends by any event, nothing of it is left on the screen or at the
/// printer.
void KioskApp::hand(const citizen::CitizenEvent& event) {
    const auto session = flow_.state().session;
    desk_.carry_out(flow_.handle(event));
    if (session.empty() || flow_.state().session == session) return;
    desk_.end_session();
    parts_.window.kit().forget_session();
}

void KioskApp::take_news() {
    parts_.desk.record.deliver();
    desk_.look_at_devices();
    if (const auto board = look_around(); board != board_) {
        board_ = board;
        hand(citizen::BoardChanged{board});
        parts_.window.invalidate();
    }
    while (const auto event = desk_.take_event()) {
        hand(*event);
        parts_.window.invalidate();
    }
    const auto page = flow_.state().page;
    hand(citizen::Tick{now(), parts_.clock.today()});
    if (flow_.state().page != page || flow_.seconds_left() != seconds_left_) parts_.window.invalidate();
    seconds_left_ = flow_.seconds_left();
}

void KioskApp::draw(Milliseconds at) {
    citizen::Intent intent;
    parts_.window.draw(at, [&](ui::Kit& kit) {
        const ui::Text text(parts_.catalogues, ui::Language::kk);
        if (auto wanted = citizen::draw_citizen(kit, text, flow_); wanted.act != citizen::Act::none)
            intent = std::move(wanted);
        if (parts_.overlay) parts_.overlay(kit);
    });
    if (intent.act == citizen::Act::none) {
        // A touch beside every button, a scroll: the person is still here.
        if (parts_.window.inputs() != std::exchange(inputs_, parts_.window.inputs()))
            hand(citizen::Touched{});
        return;
    }
    inputs_ = parts_.window.inputs();
    hand(intent);
    parts_.window.invalidate();
}

void KioskApp::turn(Milliseconds at_most) {
    auto sleep = std::min(at_most, kLongestSleep);
    if (const auto change = flow_.next_change()) sleep = std::clamp(*change - now(), Milliseconds(0), sleep);
    parts_.window.wait(sleep);
    take_news();
    draw(now());
}

bool KioskApp::turn_until(const std::function<bool()>& done, Milliseconds limit) {
    const auto end = now() + limit;
    while (!done()) {
        if (now() >= end || parts_.window.closed()) return false;
        turn(kShortestSleep);
    }
    return true;
}

}  // namespace ardager
