// Which folder may include which: DESIGN's directions as a table. Pure.
#pragma once

#include <map>

#include "tests/tidy/source_file.h"

namespace ardager::tidy {

/// Folder → what it may see beside itself: folders, or single files by their path. What a folder may see, it
/// may also see through another; `*` is everything.
using Directions = std::map<std::string, std::vector<std::string>>;
[[nodiscard]] const Directions& directions();
/// An outside library's header (by how it begins) → the folders or files that may include it.
[[nodiscard]] const Directions& library_users();

[[nodiscard]] Findings wrong_directions(const std::vector<SourceFile>& files, const Directions& allowed);
[[nodiscard]] Findings wrong_library_users(const std::vector<SourceFile>& files, const Directions& users);

}  // namespace ardager::tidy
