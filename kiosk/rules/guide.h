// Information pages from the law, as data: what an item of an order says, in its own words, and the days that
// each step takes. One TOML file per page in assets/guides. Immutable after load; any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/local_text.h"
#include "kiosk/base/result.h"

namespace ardager {

/// How long one step may take.
struct GuideTerm {
    LocalText text;
    int days = 0;
    bool working_days = true;
};

struct Guide {
    std::string id;                  // `registration-at-17`, the file's stem
    std::vector<std::string> items;  // of the rules: `20`, `35(2)`
    LocalText title;
    LocalText legal_reference;
    std::vector<std::string>
        translations;  // languages whose paragraphs are a translation, not the order's own
    std::vector<GuideTerm> terms;
    std::vector<LocalText> paragraphs;  // in the order's order; list marks such as `1)` are part of the text
    [[nodiscard]] bool is_translation(std::string_view language) const;
};

class Guides {
public:
    /// Reads folder/*.toml. Errors: not_found without any; invalid_input whose detail is
    /// `file:line: key: what is wrong`. Unknown keys are errors.
    [[nodiscard]] static Result<Guides> load(const std::filesystem::path& folder);
    /// By the first item of the rules. Pointers into it live as long as this object.
    [[nodiscard]] const std::vector<Guide>& all() const { return guides_; }
    /// Nothing for an unknown id.
    [[nodiscard]] const Guide* find(std::string_view id) const;

private:
    std::vector<Guide> guides_;
};

}  // namespace ardager
