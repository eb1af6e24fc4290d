#include "kiosk/rules/standard.h"

#include <algorithm>

namespace ardager {

bool Standard::accepted_at_branch() const {
    return std::find(channels.begin(), channels.end(), "branch") != channels.end();
}

const Extension* Standard::extension(int days) const {
    const auto found = std::find_if(terms.extensions.begin(), terms.extensions.end(),
                                    [&](const auto& extension) { return extension.days == days; });
    return found == terms.extensions.end() ? nullptr : &*found;
}

Result<const Standard*> Standards::in_force(std::string_view service, Date date) const {
    const Standard* latest = nullptr;
    bool known = false;
    for (const auto& standard : standards_) {  // ordered by in_force_from
        if (standard.service != service) continue;
        known = true;
        if (standard.in_force_from <= date) latest = &standard;
    }
    if (!known) return fail(Code::not_found, "no standard for service " + std::string(service));
    if (latest == nullptr) {
        return fail(Code::not_now, std::string(service) + ": no standard is in force on " + iso_date(date));
    }
    return latest;
}

Result<const Standard*> Standards::version(std::string_view service, std::string_view version) const {
    for (const auto& standard : standards_) {
        if (standard.service == service && standard.version == version) return &standard;
    }
    return fail(Code::not_found, "no standard " + std::string(service) + " " + std::string(version));
}

std::vector<const Standard*> Standards::all() const {
    std::vector<const Standard*> all;
    for (const auto& standard : standards_) all.push_back(&standard);
    return all;
}

}  // namespace ardager
