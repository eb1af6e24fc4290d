// What the provider decides about an application, and in which order it may (order 526, the process of item
// 5): register → extend (30 days, then 90) → grant or refuse. The branch computes dates; its calendar is not
// here.
#pragma once

#include "sync/gateway/service.h"

namespace ardager::gateway {

enum class DecisionKind { registered, extended, granted, refused };

struct Decision {
    DecisionKind kind = DecisionKind::registered;
    unsigned days =
        0;  // extended: 30 (another Kazakh body confirms) or 90 (archives of former-USSR countries)
    std::string reason;  // extended and refused
    std::string ground;  // refused: the id of a ground in section 9 of the standard; may be empty
    std::string registration_number;  // registered: the provider's own; empty: the gateway counts one
};

/// Reads {"kind": register|extend|grant|refuse, "days", "reason", "ground", "registration_number"}.
/// Errors: invalid_input, invalid_field with the field.
[[nodiscard]] Result<Decision> read_decision(std::string_view json);

/// Why the application's state does not allow the decision; nothing when it does.
[[nodiscard]] std::optional<std::string> check_decision(const ApplicationRow& row, const Decision& decision);

/// Changes the row and puts the decision into the feed of the branch that accepted. Inside a transaction.
[[nodiscard]] Result<void> decide(Office& office, const std::string& officer, ApplicationRow& row,
                                  const Decision& decision);

}  // namespace ardager::gateway
