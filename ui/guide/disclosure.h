// The last look at a sentence before a loudspeaker says it: does it hold something of the person? Widgets
// have left values out already; this catches a page that put one into its own words. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ardager::ui {

/// True when the sentence holds one of the words or numbers, however spaced, spelled or punctuated. Words of
/// fewer than kSurelyOwn characters count only as whole words; single characters never.
[[nodiscard]] bool discloses(std::string_view sentence, const std::vector<std::string>& own);

}  // namespace ardager::ui
