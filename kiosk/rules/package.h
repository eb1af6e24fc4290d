// Is the package of documents complete? Pure; the answer names what is missing in the words of the standard.
#pragma once

#include <string>
#include <vector>

#include "kiosk/rules/standard.h"

namespace ardager {

struct MissingRequirement {
    std::string id;
    LocalText name;
    bool operator==(const MissingRequirement&) const = default;
};

/// Empty when complete. Each requirement is met by any one of its document kinds; those of a representative
/// are asked only when one applies.
[[nodiscard]] std::vector<MissingRequirement> check_package(const Standard& standard,
                                                            const std::vector<std::string>& document_kinds,
                                                            bool by_representative);

/// True when some requirement of the standard names the kind.
[[nodiscard]] bool knows_document_kind(const Standard& standard, std::string_view kind);

}  // namespace ardager
