// Dates in words and sentences for a voice.
#include "kiosk/base/text.h"
#include "ui/text/text.h"

namespace ardager::ui {
namespace {

using Months = std::array<const char*, 12>;
constexpr Months kKazakhMonths{"қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                               "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
constexpr Months kRussianMonths{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Months kEnglishMonths{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};

struct SpokenSign {
    char32_t sign;
    std::array<std::string_view, 3> words;  // in the order of kLanguages
};
constexpr std::array kSpokenSigns{SpokenSign{U'№', {"нөмірі ", "номер ", "number "}},
                                  SpokenSign{U'₸', {"теңге", "тенге", "tenge"}},
                                  SpokenSign{U'·', {",", ",", ","}},
                                  SpokenSign{U'—', {",", ",", ","}},
                                  SpokenSign{U'«', {"", "", ""}},
                                  SpokenSign{U'»', {"", "", ""}},
                                  SpokenSign{U'…', {".", ".", "."}}};

/// The date at the beginning of the text when it stands there as on paper: `24.11.2026`.
std::optional<Date> paper_date_at(std::string_view text) {
    constexpr std::string_view kShape = "00.00.0000";
    if (text.size() < kShape.size()) return std::nullopt;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i < kShape.size(); ++i)
        if (is_digit(text[i]) != is_digit(kShape[i]) || (kShape[i] == '.' && text[i] != '.'))
            return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) value = value * 10 + (text[i] - '0');
        return value;
    };
    const Date date(std::chrono::year(number(6, 4)), std::chrono::month(static_cast<unsigned>(number(3, 2))),
                    std::chrono::day(static_cast<unsigned>(number(0, 2))));
    if (!date.ok()) return std::nullopt;
    return date;
}

/// As Text::date_in_words, without its abbreviation of the word for year.
std::string spoken_date(Language language, Date date) {
    std::string words = Text::date_in_words(language, date);
    if (language != Language::ru) return words;
    words.resize(words.rfind(' ') + 1);
    return words + "года";
}

/// `№ 3` at the beginning of the text, which Kazakh says the other way round: the number and where it ends.
std::optional<std::pair<std::string_view, std::size_t>> number_after_sign(std::string_view text) {
    constexpr std::string_view kSign = "№";
    if (!text.starts_with(kSign)) return std::nullopt;
    const std::size_t begin = text.find_first_not_of(' ', kSign.size());
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    if (end == begin) return std::nullopt;
    return std::pair{text.substr(begin, end - begin), end};
}

/// `қ.` and `г.` where they stand for a town, at the beginning of the text and as a word.
std::string_view spoken_town(Language language, std::string_view text, std::string_view said) {
    const bool begins_word = said.empty() || said.ends_with(' ');
    const std::string_view shown = language == Language::kk ? "қ." : "г.";
    if (language == Language::en || !begins_word || !text.starts_with(shown)) return {};
    const bool ends_word =
        text.size() == shown.size() || text[shown.size()] == ' ' || text[shown.size()] == ',';
    if (!ends_word) return {};
    if (language == Language::kk) return "қаласы";
    const std::size_t last = said.find_last_not_of(' ');
    const bool after_year = last != std::string_view::npos && said[last] >= '0' && said[last] <= '9';
    return after_year ? "года" : "город";
}

}  // namespace

std::string Text::date_in_words(Language language, Date date) {
    const unsigned month = static_cast<unsigned>(date.month());
    ARDAGER_CHECK(date.ok());
    const std::string day = std::to_string(static_cast<unsigned>(date.day()));
    const std::string year = std::to_string(static_cast<int>(date.year()));
    switch (language) {
        case Language::kk:
            return year + " жылғы " + day + " " + kKazakhMonths[month - 1];
        case Language::ru:
            return day + " " + kRussianMonths[month - 1] + " " + year + " г.";
        case Language::en:
            break;
    }
    return day + " " + kEnglishMonths[month - 1] + " " + year;
}

std::string Text::spoken_text(Language language, std::string_view shown) {
    std::string out;
    for (std::size_t at = 0; at < shown.size();) {
        if (const auto date = paper_date_at(shown.substr(at))) {
            out += spoken_date(language, *date);
            at += std::string_view("24.11.2026").size();
            continue;
        }
        if (const auto town = spoken_town(language, shown.substr(at), out); !town.empty()) {
            out += town;
            at += std::string_view("г.").size();  // as long as its Kazakh sister
            continue;
        }
        if (const auto number = number_after_sign(shown.substr(at)); number && language == Language::kk) {
            out.append(number->first).append(" нөмірлі");
            at += number->second;
            continue;
        }
        const char32_t character = next_character(shown, at);
        const auto sign = std::find_if(kSpokenSigns.begin(), kSpokenSigns.end(),
                                       [&](const SpokenSign& s) { return s.sign == character; });
        if (sign == kSpokenSigns.end()) {
            append_utf8(out, character);
            continue;
        }
        const std::string_view words = sign->words[static_cast<std::size_t>(language)];
        // A pause follows the word before it without a space.
        if (words == "," && out.ends_with(' ')) out.pop_back();
        out += words;
    }
    return tidy_spaces(out);
}

std::string Text::spelled(std::string_view number) {
    std::string out;
    for (std::size_t at = 0; at < number.size();) {
        const char32_t character = next_character(number, at);
        if (character == U'-' || character == U' ') {
            if (out.ends_with(' ')) out.pop_back();
            if (!out.ends_with(',') && !out.empty()) out += ',';
        } else {
            if (out.ends_with(',')) out += ' ';
            append_utf8(out, character);
        }
        if (!out.empty() && !out.ends_with(',')) out += ' ';
    }
    return tidy_spaces(out);
}

}  // namespace ardager::ui
