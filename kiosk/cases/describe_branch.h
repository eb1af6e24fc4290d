// The branch as papers and pages name it. Pure.
#pragma once

#include "kiosk/cases/office_config.h"
#include "kiosk/receipts/receipt.h"

namespace ardager {

[[nodiscard]] receipts::BranchDetails describe_branch(const OfficeConfig& config);
/// The branch's own name; its address stands on the same paper. Another branch is known by its code only.
[[nodiscard]] LocalText describe_pickup(const OfficeConfig& config, const std::string& branch);

}  // namespace ardager
