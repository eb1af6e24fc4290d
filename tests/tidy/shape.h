// Checks of size and form: STYLE's limits on files, functions and lines; how a header opens. Pure.
#pragma once

#include "tests/tidy/source_file.h"

namespace ardager::tidy {

// The house rule is 300 lines a file and 50 a function; these are where a test stops the change.
inline constexpr std::size_t kFileLinesWanted = 300;
inline constexpr std::size_t kFileLines = 500;
inline constexpr std::size_t kFunctionLines = 70;
inline constexpr std::size_t kLineCharacters = 110;

[[nodiscard]] Findings files_longer_than(const std::vector<SourceFile>& files, std::size_t lines);
/// Counts from the opening brace to the closing one.
[[nodiscard]] Findings long_functions(const std::vector<SourceFile>& files);
/// Counts characters (code points), not bytes: Kazakh text takes two bytes a letter.
[[nodiscard]] Findings long_lines(const std::vector<SourceFile>& files);
/// A header's first line is a sentence about it, and it is included once.
[[nodiscard]] Findings bare_headers(const std::vector<SourceFile>& files);

}  // namespace ardager::tidy
