// Where the lines of a text end: no sign or short word is left alone where it says nothing. Pure: words and
// their widths in, lines out. Owned by whoever calls; any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ardager::ui {

/// Lines of a text that was broken to a width.
struct TextLines {
    std::vector<std::string> lines;
    float widest = 0;
    bool broken_word = false;  // a single word was wider than the line
};

/// The width of some words in the units of `break_words`.
using WordWidth = std::function<float(std::string_view)>;

/// Breaks at spaces and line feeds, as few lines as the width allows. A dash never begins a line; a number
/// stays with its unit, a one-letter word with the next, a name in « » whole, as printers in Kazakhstan set
/// them. When a short last line would look forgotten, the lines are made equal, never more.
[[nodiscard]] TextLines break_words(std::string_view text, float width, const WordWidth& width_of);

}  // namespace ardager::ui
