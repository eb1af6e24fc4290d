// What a person reads and hears, in Kazakh, Russian or English, from GNU gettext catalogues.
// Catalogues are read once at start and never change; Text is a small value over them. Any thread.
// Never reads a clock and never holds personal data beyond the arguments of one call.
#pragma once

#include <array>
#include <concepts>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/time.h"
#include "ui/text/catalogue.h"
#include "ui/text/keys.h"

namespace ardager::ui {

enum class Language { kk, ru, en };
inline constexpr std::array kLanguages{Language::kk, Language::ru, Language::en};
/// `kk`, `ru`, `en`: the catalogue's file name and the voice's language.
[[nodiscard]] const char* language_code(Language language);
/// Error: invalid_input unless `kk`, `ru` or `en`.
[[nodiscard]] Result<Language> parse_language(std::string_view code);

/// One named value for a sentence: `{"number", "KRG03-…"}`, `{"date", due}`, `{"count", 4}`.
/// A date is written in words of the sentence's language; `count` also chooses the plural form.
struct Argument {
    Argument(std::string_view name_, std::string_view value_) : name(name_), value(std::string(value_)) {}
    Argument(std::string_view name_, const std::string& value_) : name(name_), value(value_) {}
    Argument(std::string_view name_, const char* value_) : name(name_), value(std::string(value_)) {}
    Argument(std::string_view name_, Date value_) : name(name_), value(value_) {}
    template <std::integral Number>
    Argument(std::string_view name_, Number value_) : name(name_), value(static_cast<std::int64_t>(value_)) {}

    std::string name;
    std::variant<std::string, std::int64_t, Date> value;
};
/// The three names that most sentences use; other names go through Argument itself.
[[nodiscard]] inline Argument with_number(std::string_view number) {
    return {"number", number};
}
[[nodiscard]] inline Argument with_count(std::int64_t count) {
    return {"count", count};
}
[[nodiscard]] inline Argument with_date(Date date) {
    return {"date", date};
}

/// The three catalogues together. Whole or not there: load() refuses when a key lacks an entry, an entry has
/// no key, or placeholders differ between languages.
struct Catalogues {
    std::array<Catalogue, 3> by_language;  // in the order of kLanguages
};

/// `text(Key::receipt_title)`, `text(Key::receipt_ready_by, {with_date(due)})`.
class Text {
public:
    /// Reads kk.po, ru.po and en.po from a folder. Errors: not_found, or invalid_input naming file and key.
    [[nodiscard]] static Result<std::shared_ptr<const Catalogues>> load(const std::filesystem::path& folder);

    Text(std::shared_ptr<const Catalogues> catalogues, Language language)
        : catalogues_(std::move(catalogues)), language_(language) {}

    [[nodiscard]] Language language() const { return language_; }
    /// The same sentences in another language.
    [[nodiscard]] Text in(Language language) const { return {catalogues_, language}; }

    [[nodiscard]] std::string operator()(Key key) const;
    /// Fills `{name}` with the argument of that name. A blank without an argument is a broken
    /// invariant, as are plural forms without an integer argument `count`.
    [[nodiscard]] std::string operator()(Key key, std::initializer_list<Argument> arguments) const;

    /// The key whose sentence this is, for sentences without blanks; the first when two say the same.
    [[nodiscard]] std::optional<Key> key_of(std::string_view sentence) const;

    /// `2026 жылғы 24 қараша`, `24 ноября 2026 г.`, `24 November 2026`
    [[nodiscard]] std::string date(Date date) const { return date_in_words(language_, date); }
    /// The sentence as a voice should say it: dates, towns, № and ₸ in words, `·` and `—` as pauses, « »
    /// dropped.
    [[nodiscard]] std::string spoken(std::string_view shown) const { return spoken_text(language_, shown); }

    [[nodiscard]] static std::string date_in_words(Language language, Date date);
    [[nodiscard]] static std::string spoken_text(Language language, std::string_view shown);
    /// Characters one by one, so that a voice spells a number: `K R G 0 3`. Hyphens and spaces become pauses.
    [[nodiscard]] static std::string spelled(std::string_view number);

private:
    std::shared_ptr<const Catalogues> catalogues_;
    Language language_;
};

}  // namespace ardager::ui
