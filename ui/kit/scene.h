// What stands on the screen in one frame: every widget with its role, id, words and box.
// The voice, the reading order, tests and checks read it; drawing writes it. Owned by the frame loop. No
// pixels of personal data leave through it beyond what the screen shows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/theme.h"

namespace ardager::ui {

enum class Role {
    page,
    text,
    title,
    progress,
    button,
    choice,
    field,
    key,
    scan_tile,
    answer,
    signature,
    notice,
    summary,
    number,
    chip,
    toggle,
    link,
    image,
    table,
    chart,
    dialog
};
[[nodiscard]] const char* role_name(Role role);
/// Roles that show what a person typed or what the record says of them. Their items are silent on a
/// loudspeaker until the widget names what may be said instead.
[[nodiscard]] bool carries_values(Role role);

/// Pixels of the window, from its top left corner.
struct Box {
    float x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] bool holds(float at_x, float at_y) const {
        return at_x >= x && at_y >= y && at_x < x + width && at_y < y + height;
    }
    [[nodiscard]] bool overlaps(const Box& other) const {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height &&
               other.y < y + height;
    }
    bool operator==(const Box&) const = default;
};

struct SceneState {
    bool touchable = false;
    bool pressed = false;
    bool focused = false;
    bool selected = false;
    bool disabled = false;
    bool error = false;
    bool operator==(const SceneState&) const = default;
};

/// What an item carries of the person in front of the screen. A loudspeaker says at most that it is there and
/// how many digits it has; widgets decide this, never a screen.
enum class Carries { nothing, blank, words, digits, keystroke };

struct SceneItem {
    Role role = Role::text;
    std::string id;             // empty for plain text
    std::string label;          // as shown
    std::string spoken;         // what a voice says in headphones: label and value, hint, state of a field
    std::string spoken_public;  // what a loudspeaker may say: `spoken` without the value
    std::string value;          // what the item carries, by itself; for headphones
    Carries carries = Carries::nothing;
    Box box;
    SceneState state;
    int layer = 0;           // 0 page, 1 dialog, 2 dock; a higher one takes the touch
    bool scrolls = false;    // moves with the page's content
    bool clipped = false;    // partly or wholly outside the visible content
    bool truncated = false;  // its words do not fit its box: a fault that tests look for
    bool operator==(const SceneItem&) const = default;
};

/// Words or an icon as drawn, wholly in sight: where and in which colour. What they say is not kept; checks
/// of contrast compare the colour with the pixels around it.
struct DrawnText {
    Box box;
    Rgba colour;
    bool icon = false;
    int layer = 0;  // as SceneItem's: what lies under a question is veiled and takes no touch
};

/// In reading order.
struct Scene {
    std::vector<SceneItem> items;
    float pixels_per_mm = 3.2F;
    Box viewport;  // where scrolling content is visible; outside it a scrolling item takes no touch

    /// The item with this id, or nothing.
    [[nodiscard]] const SceneItem* find(std::string_view id) const;
    /// The question over the page, or nothing.
    [[nodiscard]] const SceneItem* dialog() const;
    /// The topmost touchable item under a point, or nothing. A dialog hides everything under it.
    [[nodiscard]] const SceneItem* at(float x, float y) const;
    /// True when some item shows or says this text.
    [[nodiscard]] bool shows(std::string_view text) const;
    /// Everything a voice would read, one sentence a line.
    [[nodiscard]] std::string spoken() const;
};

}  // namespace ardager::ui
