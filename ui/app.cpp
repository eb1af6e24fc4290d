#include "ui/app.h"

#include "kiosk/base/log.h"
#include "ui/citizen/citizen_screens.h"
#include "ui/citizen/own_words.h"
#include "ui/citizen/views.h"
#include "ui/citizen_events.h"

namespace ardager {
namespace {

// A turn without any input still looks at the line and at the clock of an idle session.
constexpr Milliseconds kLongestSleep{1'000};
// While a scripted finger waits for a thread's answer.
constexpr Milliseconds kShortestSleep{5};

/// Staff see in the log what citizens are told on the screen.
void log_guard(const std::optional<citizen::Board>& before, const citizen::Board& now) {
    const auto speaks = citizen::guard(now).speaks;
    if (before && citizen::guard(*before).speaks == speaks) return;
    log(LogLevel::info, "guard", speaks ? citizen::rung_name(*speaks) : "nothing is in the way");
}

}  // namespace

KioskApp::KioskApp(Parts parts)
    : parts_(std::move(parts)), desk_(parts_.desk), flow_(parts_.setup), guide_(parts_.audio) {}

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
    const Premises premises = parts_.premises();
    board.record_damaged = premises.record == RecordStanding::damaged;
    board.disk_low = premises.record == RecordStanding::disk_low;
    board.clock_wrong = premises.clock_wrong;
    board.out_of_hours = !premises.open;
    board.no_shift = !premises.shift;
    board.scanner_ready = may_scan(devices.scanner);
    board.printer_ready = devices.printer == hw::PrinterState::ready;
    board.reader_ready = devices.has_reader;
    board.has_camera = devices.has_camera;
    board.voice_ready =
        parts_.audio != ui::AudioOutput::none && parts_.voice.state() != hw::VoiceState::unavailable;
    if (const auto queue = parts_.queue()) {
        board.queue_people = queue->waiting;
        board.queue_minutes = queue->estimate_minutes;
    }
    return board;
}

/// The one way in to the session; when it ends by any event, nothing of it is left on the screen or at the
/// printer, and nothing more is heard.
void KioskApp::hand(const citizen::CitizenEvent& event) {
    const auto session = flow_.state().session;
    const bool listened = flow_.state().comfort.read_aloud > 0;
    desk_.carry_out(flow_.handle(event));
    const bool ended = !session.empty() && flow_.state().session != session;
    // Also when somebody switched the voice on at the start page and left.
    const bool left =
        listened && flow_.state().comfort.read_aloud == 0 && !std::holds_alternative<citizen::Intent>(event);
    if (ended || left) {
        guide_.forget();
        parts_.voice.end_session();
    }
    if (!ended) return;
    desk_.end_session();
    parts_.window.kit().forget_session();
}

/// What has just been drawn, for those who listen.
void KioskApp::speak() {
    const auto& state = flow_.state();
    ui::Listener listener{state.comfort.read_aloud, {}, citizen::own_words(state)};
    if (state.overlay == citizen::Overlay::idle) listener.seconds_left = flow_.seconds_left();
    const ui::Text text(parts_.catalogues, citizen::language_of(flow_));
    auto said = guide_.look(parts_.window.scene(), text, listener);
    if (!said) return;
    parts_.voice.set_volume(listener.level);
    parts_.voice.say(std::move(*said));
}

void KioskApp::take_news() {
    parts_.desk.record.deliver();
    desk_.look_at_devices();
    if (const auto board = look_around(); board != board_) {
        log_guard(board_, board);
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
    const bool drawn = parts_.window.draw(at, [&](ui::Kit& kit) {
        const ui::Text text(parts_.catalogues, ui::Language::kk);
        if (auto wanted = citizen::draw_citizen(kit, text, flow_); wanted.act != citizen::Act::none)
            intent = std::move(wanted);
        if (parts_.overlay) parts_.overlay(kit);
    });
    if (drawn && !parts_.window.needs_frame()) speak();
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
