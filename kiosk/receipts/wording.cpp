#include "kiosk/receipts/wording.h"

namespace ardager::receipts {
namespace {

/// The Russian line beneath the Kazakh one stands back where both are labels.
Style second(Style style) {
    return style == Style::label ? Style::second_label : style;
}

}  // namespace

Phrases Wording::operator()(std::string_view key, Style style, const Blanks& blanks) const {
    return (*this)(key, style, blanks, blanks);
}

Phrases Wording::operator()(std::string_view key, Style style, const Blanks& kk, const Blanks& ru) const {
    Phrases phrases;
    if (kazakh()) phrases.push_back({fill_blanks(form_.kk.text(key), kk), style});
    if (russian()) phrases.push_back({fill_blanks(form_.ru.text(key), ru), kazakh() ? second(style) : style});
    return phrases;
}

Phrases Wording::local(const LocalText& text, Style style) const {
    Phrases phrases;
    if (kazakh()) phrases.push_back({text.kk, style});
    const std::string& russian_text = text.ru.empty() ? text.kk : text.ru;
    if (russian() && !(kazakh() && russian_text == text.kk)) phrases.push_back({russian_text, style});
    return phrases;
}

std::string Wording::inline_text(std::string_view key, const Blanks& blanks) const {
    std::string text = kazakh() ? fill_blanks(form_.kk.text(key), blanks) : "";
    if (!russian()) return text;
    const std::string other = fill_blanks(form_.ru.text(key), blanks);
    if (text == other) return text;
    return text.empty() ? other : text + " · " + other;
}

bool Wording::is_verified() const {
    return (!kazakh() || form_.kk.verified) && (!russian() || form_.ru.verified);
}

}  // namespace ardager::receipts
