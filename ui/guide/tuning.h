// Every limit of what the guide says, with its reason.
#pragma once

#include <array>
#include <cstddef>

namespace ardager::ui {

/// Seconds of a countdown that are said: often enough to act, with silence between to think.
inline constexpr std::array<unsigned, 3> kSaidSeconds{20, 10, 5};
/// A page offers this many things to choose from at most when it is read out; the rest is found by moving on.
inline constexpr std::size_t kMostSaidOptions = 12;
/// Letters and digits from which a person's word is looked for anywhere in a sentence, and not only as a
/// whole word: a short name may be part of many words.
inline constexpr std::size_t kSurelyOwn = 6;

}  // namespace ardager::ui
