// The file that `ardagerctl apply` takes (docs/application.schema.json), read strictly: an unknown or doubled
// key, a wrong type or an attachment that cannot be what it says is an error that names the field.
#pragma once

#include <filesystem>

#include "kiosk/base/json.h"
#include "kiosk/cases/application_draft.h"

namespace ardager {

/// Reads the JSON file and its attachments (paths relative to the file).
/// Errors: not_found, invalid_input (not JSON), invalid_field with every fault of shape.
[[nodiscard]] Result<ApplicationDraft> read_application_file(const std::filesystem::path& file);

/// The same from a parsed value; `folder` is where attachments lie.
[[nodiscard]] Result<ApplicationDraft> read_application(const Json& value,
                                                        const std::filesystem::path& folder);

}  // namespace ardager
