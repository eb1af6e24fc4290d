#include "kiosk/rules/package.h"

#include <algorithm>

namespace ardager {
namespace {

bool contains(const std::vector<std::string>& kinds, std::string_view kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

std::vector<MissingRequirement> check_package(const Standard& standard,
                                              const std::vector<std::string>& document_kinds,
                                              bool by_representative) {
    std::vector<MissingRequirement> missing;
    for (const auto& requirement : standard.requirements) {
        if (requirement.applies == Requirement::Applies::representative && !by_representative) continue;
        const bool met = std::any_of(requirement.any_of.begin(), requirement.any_of.end(),
                                     [&](const auto& kind) { return contains(document_kinds, kind); });
        if (!met) missing.push_back({requirement.id, requirement.name});
    }
    return missing;
}

bool knows_document_kind(const Standard& standard, std::string_view kind) {
    return std::any_of(standard.requirements.begin(), standard.requirements.end(),
                       [&](const auto& requirement) { return contains(requirement.any_of, kind); });
}

}  // namespace ardager
