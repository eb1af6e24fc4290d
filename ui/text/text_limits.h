// Limits of the text catalogues, with their reasons.
#pragma once

#include <cstddef>

namespace ardager::ui {

/// Nesting of a plural expression: Arabic, the deepest rule in use anywhere, needs 6.
inline constexpr std::size_t kDeepestPlural = 16;
/// gettext's own catalogue of rules never has more forms than six.
inline constexpr std::size_t kMostPluralForms = 6;

}  // namespace ardager::ui
