#include "ui/text/text.h"

#include "kiosk/base/text.h"

namespace ardager::ui {
namespace {

constexpr std::array<std::string_view, kKeyCount> kKeyNames{
#define ARDAGER_TEXT_KEY_NAME(name) #name,
    ARDAGER_TEXT_KEYS(ARDAGER_TEXT_KEY_NAME)
#undef ARDAGER_TEXT_KEY_NAME
};

/// The union of the placeholders of all forms.
std::set<std::string> all_placeholders(const Sentence& sentence) {
    std::set<std::string> names;
    for (const std::string& form : sentence.forms) names.merge(placeholders(form).value());
    return names;
}

/// Placeholders must agree, so that a sentence never loses its date in one language.
Result<void> compare_placeholders(const Catalogues& catalogues) {
    for (std::size_t key = 0; key < kKeyCount; ++key) {
        const auto expected = all_placeholders(catalogues.by_language[0].sentences[key]);
        for (std::size_t i = 1; i < kLanguages.size(); ++i) {
            if (all_placeholders(catalogues.by_language[i].sentences[key]) == expected) continue;
            return fail(Code::invalid_input, std::string(language_code(kLanguages[i])) + ".po: key " +
                                                 std::string(kKeyNames[key]) +
                                                 " has other placeholders than kk.po");
        }
    }
    return {};
}

const Argument* find_argument(std::initializer_list<Argument> arguments, std::string_view name) {
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.name == name; });
    return found == arguments.end() ? nullptr : found;
}

std::string written(const Argument& argument, Language language) {
    if (const auto* text = std::get_if<std::string>(&argument.value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return std::to_string(*number);
    return Text::date_in_words(language, std::get<Date>(argument.value));
}

std::string filled(std::string_view form, std::initializer_list<Argument> arguments, Language language) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t open = form.find('{'); open != std::string_view::npos; open = form.find('{', at)) {
        const std::size_t close = form.find('}', open);
        const Argument* argument = find_argument(arguments, form.substr(open + 1, close - open - 1));
        ARDAGER_CHECK(argument != nullptr);
        out.append(form.substr(at, open - at)).append(written(*argument, language));
        at = close + 1;
    }
    return out.append(form.substr(at));
}

}  // namespace

const char* key_name(Key key) {
    return kKeyNames[static_cast<std::size_t>(key)].data();
}

const char* language_code(Language language) {
    constexpr std::array kCodes{"kk", "ru", "en"};
    return kCodes[static_cast<std::size_t>(language)];
}

Result<Language> parse_language(std::string_view code) {
    for (const Language language : kLanguages) {
        if (code == language_code(language)) return language;
    }
    return fail(Code::invalid_input, "a language is kk, ru or en");
}

Result<std::shared_ptr<const Catalogues>> Text::load(const std::filesystem::path& folder) {
    auto catalogues = std::make_shared<Catalogues>();
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        const auto file = folder / (std::string(language_code(kLanguages[i])) + ".po");
        catalogues->by_language[i] = TRY(read_catalogue(file, kKeyNames));
    }
    TRY(compare_placeholders(*catalogues));
    return catalogues;
}

std::string Text::operator()(Key key) const {
    return (*this)(key, {});
}

std::string Text::operator()(Key key, std::initializer_list<Argument> arguments) const {
    const Catalogue& catalogue = catalogues_->by_language[static_cast<std::size_t>(language_)];
    const Sentence& sentence = catalogue.sentences[static_cast<std::size_t>(key)];
    std::size_t form = 0;
    if (sentence.forms.size() > 1) {
        const Argument* count = find_argument(arguments, "count");
        ARDAGER_CHECK(count != nullptr && std::holds_alternative<std::int64_t>(count->value));
        form = catalogue.plural.form(
            static_cast<std::uint64_t>(std::max<std::int64_t>(0, std::get<std::int64_t>(count->value))));
    }
    return filled(sentence.forms[form], arguments, language_);
}

std::optional<Key> Text::key_of(std::string_view sentence) const {
    const auto& sentences = catalogues_->by_language[static_cast<std::size_t>(language_)].sentences;
    const auto found = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& s) {
        return s.forms.size() == 1 && s.forms.front() == sentence;
    });
    if (found == sentences.end()) return std::nullopt;
    return static_cast<Key>(found - sentences.begin());
}

}  // namespace ardager::ui
