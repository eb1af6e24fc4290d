// The source tree that this program was built from: where development and the tests find assets and scripts.
#pragma once

#include <filesystem>
#include <string_view>

namespace ardager {

/// `inside` below the source tree, such as "assets/text".
[[nodiscard]] std::filesystem::path source_folder(std::string_view inside);

}  // namespace ardager
