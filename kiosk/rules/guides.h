// Information pages: what the order says about matters that are no service, as data, one TOML file a page.
// Immutable after load; any thread. docs: assets/guides/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/local_text.h"
#include "kiosk/base/time.h"

namespace ardager {

struct GuidePart {
    LocalText title;
    LocalText text;  // a paragraph a line
};

struct Guide {
    std::string id;  // the file's stem
    int order = 0;   // where it stands in the list
    LocalText title;
    LocalText summary;  // one line for the list
    std::vector<GuidePart> parts;
    LocalText legal_reference;
    std::vector<std::string> translations;  // languages whose text is a translation, not the order's own
};

/// Reads every file of the folder, in their order. Errors: not_found without any; invalid_input whose detail
/// is `file:line: key: what is wrong` (also two pages at one place of the order).
[[nodiscard]] Result<std::vector<Guide>> load_guides(const std::filesystem::path& folder);

/// The paragraphs of a text of several lines, in order; empty lines are none.
[[nodiscard]] std::vector<std::string> paragraphs(const std::string& text);

}  // namespace ardager
