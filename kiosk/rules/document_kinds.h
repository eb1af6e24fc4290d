// Names of the document kinds of service standards, from assets/reference/documents.toml. Immutable.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "kiosk/base/local_text.h"
#include "kiosk/base/result.h"

namespace ardager {

class DocumentKinds {
public:
    /// Errors: not_found; invalid_input naming file, line and key.
    [[nodiscard]] static Result<DocumentKinds> load(const std::filesystem::path& file);
    /// The kind itself in all languages when the file does not name it (an older record, a newer file).
    [[nodiscard]] LocalText name(const std::string& kind) const;

private:
    std::map<std::string, LocalText, std::less<>> names_;
};

}  // namespace ardager
