// The file that `ardagerctl visit request` takes (docs/visit.schema.json), read strictly: an unknown or
// doubled key or a wrong type is an error that names the field.
#pragma once

#include <filesystem>

#include "kiosk/base/json.h"
#include "kiosk/cases/visit_draft.h"

namespace ardager {

/// Errors: not_found, invalid_input (not JSON), invalid_field with every fault of shape.
[[nodiscard]] Result<VisitDraft> read_visit_file(const std::filesystem::path& file);
/// The same from a parsed value.
[[nodiscard]] Result<VisitDraft> read_visit(const Json& value);

}  // namespace ardager
