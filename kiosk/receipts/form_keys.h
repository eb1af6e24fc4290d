// The keys that each form must have, with the blanks that its text must hold: the schema of assets/forms.
#pragma once

#include <span>
#include <string_view>

#include "kiosk/receipts/forms.h"

namespace ardager::receipts {

struct FormKey {
    std::string_view key;
    std::string_view blanks;  // names in order of the alphabet, one space between
};

[[nodiscard]] std::span<const FormKey> common_keys();
[[nodiscard]] std::span<const FormKey> keys_of(FormKind kind);

}  // namespace ardager::receipts
