// Plural rules of GNU gettext: `nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : …;` (gettext manual, 11.2.6).
// The expression is parsed once and evaluated as C does over unsigned numbers. Pure.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "kiosk/base/result.h"

namespace ardager::ui {

class PluralRule {
public:
    /// Reads the value of a PO header's Plural-Forms field. Error: invalid_input naming what cannot be read.
    [[nodiscard]] static Result<PluralRule> parse(std::string_view plural_forms);

    [[nodiscard]] std::size_t form_count() const { return form_count_; }
    /// Index of the form for `n` things; always below form_count().
    [[nodiscard]] std::size_t form(std::uint64_t n) const;

    struct Node;  // of the expression tree; only plural.cpp looks inside

private:
    std::shared_ptr<const Node> root_;
    std::size_t form_count_ = 1;
};

}  // namespace ardager::ui
