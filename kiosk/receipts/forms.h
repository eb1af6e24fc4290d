// The words of each paper, read from assets/forms/*.toml: one file per form, one table per language, and
// common.toml for what all share. Read once at start, constant afterwards; any thread. Holds no personal
// data.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace ardager::receipts {

enum class FormKind {
    acceptance,
    refusal,
    extension_notice,
    refusal_notice,
    result_notice,
    ticket_slip,
    visit_slip,
    checklist,
    medical_card
};
inline constexpr std::array kFormKinds{
    FormKind::acceptance,     FormKind::refusal,       FormKind::extension_notice,
    FormKind::refusal_notice, FormKind::result_notice, FormKind::ticket_slip,
    FormKind::visit_slip,     FormKind::checklist,     FormKind::medical_card};
/// `acceptance`, `refusal`, `extension_notice`, …: also the name of the file.
[[nodiscard]] const char* form_name(FormKind kind);

/// One form in one language; texts hold blanks such as `{due}`.
struct FormText {
    /// False until the wording was compared with the official text of the appendix.
    bool verified = false;
    std::string legal_reference;
    std::map<std::string, std::string, std::less<>> texts;
    /// Shape: a key of the form or of common.toml; Forms::load() proved that it is there.
    [[nodiscard]] const std::string& text(std::string_view key) const;
};

struct Form {
    FormText kk;
    FormText ru;
};

class Forms {
public:
    /// Reads all forms. Errors: not_found; invalid_input naming file, line and key when a text is missing,
    /// unknown, of another type, or its blanks differ from those that the paper fills in.
    [[nodiscard]] static Result<Forms> load(const std::filesystem::path& folder);
    [[nodiscard]] const Form& get(FormKind kind) const { return forms_.at(kind); }

private:
    std::map<FormKind, Form> forms_;
};

/// A blank's name and what fills it.
using Blanks = std::map<std::string, std::string, std::less<>>;
/// Puts each `{name}` of the text. A blank without a value is a broken invariant: load() checked the names.
[[nodiscard]] std::string fill_blanks(std::string_view text, const Blanks& blanks);

}  // namespace ardager::receipts
