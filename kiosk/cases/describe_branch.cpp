#include "kiosk/cases/describe_branch.h"

namespace ardager {

receipts::BranchDetails describe_branch(const OfficeConfig& config) {
    return {config.device.branch, config.department_number, config.branch_name, config.branch_address,
            config.branch_phone};
}

LocalText describe_pickup(const OfficeConfig& config, const std::string& branch) {
    return branch == config.device.branch ? config.branch_name : LocalText{branch, branch, branch};
}

}  // namespace ardager
