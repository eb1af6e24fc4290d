// A form's texts in the language of the paper: one phrase, or the Kazakh and the Russian one beneath each
// other. Lives during one drawing.
#pragma once

#include "kiosk/base/local_text.h"
#include "kiosk/receipts/typeset.h"

namespace ardager::receipts {

class Wording {
public:
    Wording(const Form& form, ReceiptLanguage language) : form_(form), language_(language) {}

    /// The form's text of a key, its blanks filled in.
    [[nodiscard]] Phrases operator()(std::string_view key, Style style, const Blanks& blanks = {}) const;
    /// The same where a blank differs between the languages.
    [[nodiscard]] Phrases operator()(std::string_view key, Style style, const Blanks& kk,
                                     const Blanks& ru) const;
    [[nodiscard]] Phrases local(const LocalText& text, Style style) const;
    /// Both languages on one line with a middle dot between.
    [[nodiscard]] std::string inline_text(std::string_view key, const Blanks& blanks = {}) const;
    [[nodiscard]] bool is_verified() const;

private:
    [[nodiscard]] bool kazakh() const { return language_ != ReceiptLanguage::ru; }
    [[nodiscard]] bool russian() const { return language_ != ReceiptLanguage::kk; }
    const Form& form_;
    ReceiptLanguage language_;
};

}  // namespace ardager::receipts
