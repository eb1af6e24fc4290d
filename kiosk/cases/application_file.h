// The file that `ardagerctl apply` takes (docs/application.schema.json), read strictly: an unknown or doubled
// key, a wrong type or an attachment that cannot be what it says is an error that names the field.
#pragma once

#include <filesystem>

#include "kiosk/base/json.h"
#include "kiosk/cases/application_draft.h"

namespace ardager {

/// What could be read, and every fault of shape: with a fault the draft must not be accepted.
struct ReadApplication {
    ApplicationDraft draft;
    std::vector<FieldFault> faults;
};

/// Reads the JSON file and its attachments (paths relative to the file).
/// Errors: not_found, invalid_input (not JSON).
[[nodiscard]] Result<ReadApplication> read_application_file(const std::filesystem::path& file);

}  // namespace ardager
