// One finger on the screen, as old hands use it: captured on press, forgiving of drift and long presses, deaf
// to contacts under 50 ms, to a palm and to a tremor's second tap. Pure: time comes with each event, the
// scene says what stands where.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "kiosk/base/time.h"
#include "ui/kit/scene.h"

namespace ardager::ui {

struct TouchEvent {
    enum class Kind { press, move, release };
    Kind kind = Kind::press;
    float x = 0, y = 0;        // window pixels
    Milliseconds at{0};        // monotonic
    std::int64_t contact = 0;  // which finger
};

/// What an event meant.
struct TouchOutcome {
    std::optional<std::string> tapped;  // this widget, once
    float scrolled_px = 0;              // content moved by this much
    bool changed = false;               // something on the screen looks different now
    float flung_px_per_s = 0;           // the finger left while it moved the content so fast
};

class Touch {
public:
    /// `can_scroll`: the page's content is taller than its window.
    TouchOutcome handle(const TouchEvent& event, const Scene& scene, bool can_scroll);

    /// The widget under the finger since it came down; empty when none or when it became a scroll.
    [[nodiscard]] const std::string& captured() const { return captured_; }
    [[nodiscard]] bool down() const { return down_; }
    /// Where the captured widget stood when the finger came down: it is tapped there, wherever it is now.
    [[nodiscard]] const Box& captured_box() const { return box_; }
    [[nodiscard]] bool draws() const { return draws_; }
    /// Forgets the finger: the page under it went away.
    void cancel();

private:
    TouchOutcome press(const TouchEvent& event, const Scene& scene);
    TouchOutcome move(const TouchEvent& event, const Scene& scene, bool can_scroll);
    TouchOutcome release(const TouchEvent& event, const Scene& scene);

    [[nodiscard]] bool is_repeat(const TouchEvent& event) const;

    std::set<std::int64_t> contacts_;  // all that are down
    bool palm_ = false;                // until the last of them has left
    std::int64_t finger_ = 0;          // the one that was first
    std::string last_tapped_;
    bool last_was_key_ = false;
    Milliseconds last_tap_at_{0};
    bool down_ = false;
    bool scrolling_ = false;
    bool draws_ = false;  // the captured widget takes strokes, not taps
    std::string captured_;
    Box box_;
    bool key_ = false;
    TouchEvent start_;
    float last_y_ = 0;
    Milliseconds last_move_{0};
    float speed_px_per_s_ = 0;
};

}  // namespace ardager::ui
