// The words of each paper, read from assets/forms/*.toml: one file per form, one table per language.
// Read once at start, constant afterwards; any thread. Never holds personal data.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace ardager::receipts {

enum class FormKind { acceptance, refusal, extension_notice, refusal_notice, result_notice };
/// `acceptance`, `refusal`, `extension_notice`, …: also the name of the file.
[[nodiscard]] const char* form_name(FormKind kind);

/// One form. A text is asked for by its key and holds blanks such as `{due}`.
class Form {
public:
    /// False until the wording was compared with the official text of the appendix.
    bool verified = false;
    std::string legal_reference;
    std::map<std::string, std::string, std::less<>> kk;
    std::map<std::string, std::string, std::less<>> ru;

    /// Shape: `language` is "kk" or "ru". Forms::load() proved that every key is there.
    [[nodiscard]] const std::string& text(std::string_view language, std::string_view key) const;
};

class Forms {
public:
    /// Reads all five forms. Errors: not_found; invalid_input naming file, line and key when a text is missing,
    /// unknown, of another type, or one language lacks what the other has.
    [[nodiscard]] static Result<Forms> load(const std::filesystem::path& folder);
    [[nodiscard]] const Form& get(FormKind kind) const { return forms_.at(kind); }

private:
    std::map<FormKind, Form> forms_;
};

}  // namespace ardager::receipts
