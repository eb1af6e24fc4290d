// One finger on the screen, as old hands use it: captured on press, forgiving of drift and long presses, deaf
// to contacts under 50 ms. Pure: time comes with each event, the scene says what stands where.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/time.h"
#include "ui/kit/scene.h"

namespace ardager::ui {

struct TouchEvent {
    enum class Kind { press, move, release };
    Kind kind = Kind::press;
    float x = 0, y = 0;  // window pixels
    Milliseconds at{0};  // monotonic
};

/// What an event meant.
struct TouchOutcome {
    std::optional<std::string> tapped;  // this widget, once
    float scrolled_px = 0;              // content moved by this much
    bool changed = false;               // something on the screen looks different now
};

class Touch {
public:
    /// `can_scroll`: the page's content is taller than its window.
    TouchOutcome handle(const TouchEvent& event, const Scene& scene, bool can_scroll);

    /// The widget under the finger since it came down; empty when none or when it became a scroll.
    [[nodiscard]] const std::string& captured() const { return captured_; }
    [[nodiscard]] bool down() const { return down_; }
    /// Forgets the finger: the page under it went away.
    void cancel();

private:
    TouchOutcome press(const TouchEvent& event, const Scene& scene);
    TouchOutcome move(const TouchEvent& event, const Scene& scene, bool can_scroll);
    TouchOutcome release(const TouchEvent& event, const Scene& scene);

    bool down_ = false;
    bool scrolling_ = false;
    bool draws_ = false;  // the captured widget takes strokes, not taps
    std::string captured_;
    TouchEvent start_;
    float last_y_ = 0;
};

}  // namespace ardager::ui
