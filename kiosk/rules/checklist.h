// What to gather for a service, as single items to tick, taken from the lines of its standard. Pure.
#pragma once

#include "kiosk/rules/standard.h"

namespace ardager {

struct DocumentList {
    std::vector<LocalText> items;
    LocalText note;  // what the provider finds out by itself: the end of section 8; may be empty
};

/// `variant` is the id of a sub-type; empty for a service without any. The words are the standard's own, only
/// the marks between the items of a list are left out.
/// Errors: not_found (no such sub-type, or one is needed), invalid_input (the languages list different
/// items).
[[nodiscard]] Result<DocumentList> list_documents(const Standard& standard, std::string_view variant);

}  // namespace ardager
