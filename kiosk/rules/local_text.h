// One text in the three languages of the kiosk: Kazakh (the order's own words), Russian, English.
#pragma once

#include <string>
#include <string_view>

namespace ardager {

struct LocalText {
    std::string kk;
    std::string ru;
    std::string en;
    bool operator==(const LocalText&) const = default;
    /// `kk`, `ru` or `en`; Kazakh for any other language.
    [[nodiscard]] const std::string& in(std::string_view language) const {
        if (language == "ru") return ru;
        return language == "en" ? en : kk;
    }
};

}  // namespace ardager
