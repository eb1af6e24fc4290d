// What a citizen's session needs of the law and the configuration, gathered once at the start. Composition
// root.
#pragma once

#include "kiosk/cases/office.h"
#include "ui/citizen/flow.h"

namespace ardager {

/// Places, branches, the portal's services with its QR code, information pages of assets/guides. Errors:
/// not_found; invalid_input naming file, line and key.
[[nodiscard]] Result<citizen::CitizenSetup> describe_setup(const LawBook& law, const OfficeConfig& config,
                                                           const std::filesystem::path& assets);

}  // namespace ardager
