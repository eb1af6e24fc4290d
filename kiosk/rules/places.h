// Places by KATO code with their Kazakh and Russian names, from assets/reference/kato.toml. Immutable.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace ardager {

struct Place {
    std::string kato;  // 9 digits
    std::string kk;
    std::string ru;
    bool operator==(const Place&) const = default;
};

class Places {
public:
    /// Errors: not_found; invalid_input naming file, line and key.
    [[nodiscard]] static Result<Places> load(const std::filesystem::path& file);
    /// Nothing for a code that the file does not list; such a code is still a valid address.
    [[nodiscard]] const Place* find(std::string_view kato) const;
    [[nodiscard]] const std::map<std::string, Place, std::less<>>& all() const { return places_; }

private:
    std::map<std::string, Place, std::less<>> places_;
};

}  // namespace ardager
