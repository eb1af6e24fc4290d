// Checks of words: calls that are banned, words of unfinished work, text keys that nobody uses, packages that
// are listed twice. Pure.
#pragma once

#include "tests/tidy/source_file.h"

namespace ardager::tidy {

/// Calls that are unsafe, wait, or read time and randomness past their seams. Comments and strings are not
/// calls.
[[nodiscard]] Findings banned_calls(const std::vector<SourceFile>& files);
/// In comments and strings too.
[[nodiscard]] Findings unfinished_words(const std::vector<SourceFile>& files);

/// The keys of ui/text/keys.h that stand as `Key::name` in no other source file.
[[nodiscard]] std::vector<std::string> unused_keys(const std::vector<SourceFile>& files);

/// packaging/packages.txt: `name  # why`, under `[group]` lines. Each line that is a double, has no reason or
/// no group.
[[nodiscard]] Findings package_faults(const std::string& text);

}  // namespace ardager::tidy
