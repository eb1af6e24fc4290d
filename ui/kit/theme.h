// Colours by role, read from assets/themes/*.toml. A widget asks for a role, never for a colour.
// Read once at start; plain values after that.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "kiosk/base/result.h"

namespace ardager::ui {

/// X(role). Each role is one key of a theme file.
#define ARDAGER_COLOURS(X)                                                                                \
    X(background)                                                                                         \
    X(card)                                                                                               \
    X(line) X(field_line) X(track) X(ink) X(muted) X(muted_text) X(primary) X(primary_text) X(on_primary) \
        X(primary_soft) X(on_primary_soft) X(gold) X(emblem) X(ok) X(ok_text) X(ok_soft) X(warning)       \
            X(warning_text) X(warning_soft) X(danger) X(danger_text) X(danger_soft) X(keyboard) X(key)    \
                X(key_special) X(pressed) X(primary_pressed) X(shade) X(soft_border) X(paper) X(print)

enum class Colour : std::uint8_t {
#define ARDAGER_COLOUR_VALUE(name) name,
    ARDAGER_COLOURS(ARDAGER_COLOUR_VALUE)
#undef ARDAGER_COLOUR_VALUE
};
#define ARDAGER_COLOUR_COUNT(name) +1
inline constexpr std::size_t kColourCount = 0 ARDAGER_COLOURS(ARDAGER_COLOUR_COUNT);
#undef ARDAGER_COLOUR_COUNT

struct Rgba {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(const Rgba&) const = default;
};

struct Theme {
    std::array<Rgba, kColourCount> colours{};
    [[nodiscard]] Rgba operator[](Colour colour) const { return colours[static_cast<std::size_t>(colour)]; }
};

/// Errors: not_found; invalid_input naming file and role when a role is missing, unknown or not `#RRGGBB`
/// (`none` makes a role invisible).
[[nodiscard]] Result<Theme> load_theme(const std::filesystem::path& file);

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
[[nodiscard]] double contrast_ratio(Rgba one, Rgba other);

}  // namespace ardager::ui
