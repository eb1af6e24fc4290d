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

}  // namespace

std::string Text::date_in_words(Language language, Date date) {
    const unsigned month = static_cast<unsigned>(date.month());
    ARDAGER_CHECK(date.ok());
    const std::string day = std::to_string(static_cast<unsigned>(date.day()));
    const std::string year = std::to_string(static_cast<int>(date.year()));
    switch (language) {
        case Language::kk:
            return day + " " + kKazakhMonths[month - 1] + " " + year + " ж.";
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
