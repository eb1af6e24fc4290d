// One PO file in memory: sentences by position in a list of names, plural forms and the rule that chooses
// them. The only user of libgettextpo is catalogue.cpp. Values; any thread once read.
#pragma once

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "ui/text/plural.h"

namespace ardager::ui {

/// Forms of one sentence: one for a plain msgstr, `nplurals` of them for msgstr[n].
struct Sentence {
    std::vector<std::string> forms;
};

struct Catalogue {
    PluralRule plural;
    std::vector<Sentence> sentences;  // in the order of the names given to read_catalogue()
};

/// Reads a PO file that must hold exactly the given msgids. Errors: not_found; invalid_input naming the file
/// and the key that is missing, unknown, fuzzy, untranslated or has another number of forms than the header
/// says.
[[nodiscard]] Result<Catalogue> read_catalogue(const std::filesystem::path& file,
                                               std::span<const std::string_view> names);

/// Names inside `{…}` of a sentence. Error: invalid_input on a brace that is not closed or an empty name.
[[nodiscard]] Result<std::set<std::string>> placeholders(std::string_view sentence);

}  // namespace ardager::ui
