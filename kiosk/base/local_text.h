// The same words in the three languages of a branch. Kazakh is the default.
#pragma once

#include <string>
#include <string_view>

namespace ardager {

struct LocalText {
    std::string kk;
    std::string ru;
    std::string en;
    bool operator==(const LocalText&) const = default;
    /// `kk`, `ru` or `en`; Kazakh for any other, and where the wanted one is empty.
    [[nodiscard]] const std::string& in(std::string_view language) const {
        const std::string& wanted = language == "ru" ? ru : language == "en" ? en : kk;
        return wanted.empty() ? kk : wanted;
    }
};

}  // namespace ardager
