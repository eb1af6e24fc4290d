// The kiosk's frame loop: takes in what threads have finished, hands it to the session, draws when something
// changed. One thread. Nothing here waits for the disk, the line or a device. Owns the session; refers to
// everything else.
#pragma once

#include "kiosk/base/clock.h"
#include "ui/citizen/flow.h"
#include "ui/citizen_desk.h"
#include "ui/guide/guide.h"
#include "ui/kit/window.h"
#include "ui/text/text.h"

namespace ardager {

/// What the frame loop knows of the branch and its record without waiting.
struct Premises {
    RecordStanding record = RecordStanding::ready;
    bool open = true;   // within the branch's hours
    bool shift = true;  // an employee stands behind what is accepted
    bool clock_wrong = false;
};

class KioskApp {
public:
    struct Parts {
        ui::Window& window;
        std::shared_ptr<const ui::Catalogues> catalogues;
        CitizenDesk::Parts desk;
        citizen::CitizenSetup setup;
        Clock& clock;
        std::function<bool()> online;
        /// Any moment; must not wait.
        std::function<Premises()> premises;
        /// Who waits for an employee today; nothing when it is not known. Any moment; must not wait.
        std::function<std::optional<QueueFigures>()> queue;
        /// Drawn over the page: the dev dock, or nothing.
        std::function<void(ui::Kit&)> overlay;
        hw::Voice& voice;
        ui::AudioOutput audio = ui::AudioOutput::loudspeaker;
    };
    explicit KioskApp(Parts parts);

    /// Takes up a session that a power cut ended, before the first turn. A draft that cannot be read is
    /// dropped and the kiosk begins fresh.
    void resume(OpenedSession session);

    /// One turn: waits at most this long for input or news, then draws what changed.
    void turn(Milliseconds at_most);
    /// Turns until `done` or `limit` of the machine's monotonic time is over; false in the latter case.
    bool turn_until(const std::function<bool()>& done, Milliseconds limit);
    [[nodiscard]] const citizen::CitizenFlow& flow() const { return flow_; }
    [[nodiscard]] const CitizenDesk& desk() const { return desk_; }
    [[nodiscard]] ui::Window& window() { return parts_.window; }

private:
    [[nodiscard]] Milliseconds now() const;
    [[nodiscard]] citizen::Board look_around() const;
    void hand(const citizen::CitizenEvent& event);
    void take_news();
    void draw(Milliseconds at);
    void speak();

    Parts parts_;
    CitizenDesk desk_;
    citizen::CitizenFlow flow_;
    ui::Guide guide_;
    std::optional<citizen::Board> board_;
    std::optional<unsigned> seconds_left_;
    std::uint64_t inputs_ = 0;
};

}  // namespace ardager
