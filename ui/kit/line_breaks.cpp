#include "ui/kit/line_breaks.h"

#include <algorithm>

#include "kiosk/base/text.h"
#include "ui/kit/kit_tuning.h"

namespace ardager::ui {
namespace {

struct Word {
    std::string_view text;
    float width = 0;
    float together = 0;  // with the words behind it that it must not be parted from
    bool glued = false;  // stays with the word before it
    bool ends_line = false;
};

/// Words from `begin` up to `end`.
struct Line {
    std::size_t begin = 0, end = 0;
    float width = 0;
};

bool is_digit(char32_t character) {
    return character >= U'0' && character <= U'9';
}

/// `12`, `000` and `+7`.
bool is_number(const std::u32string& word) {
    return (is_digit(word[0]) || word[0] == U'+') && is_digit(word.back()) &&
           std::all_of(word.begin() + 1, word.end(), is_digit);
}

bool is_letter(char32_t character) {
    if (character < 0x80)
        return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
    return (character >= 0xC0 && character < 0x2000);  // above stand dashes, quotes and №
}

std::u32string characters(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += next_character(text, at);
    return out;
}

/// `қ.` and `г.`, also before a comma.
bool is_short_for_something(const std::u32string& word) {
    return word.size() >= 2 && word.size() <= 3 && is_letter(word[0]) && word[1] == U'.';
}

bool stay_together(const std::u32string& before, const std::u32string& word) {
    if (before.empty() || word.empty()) return false;
    if (word == U"—" || word == U"–" || word == U"·") return true;
    if (before == U"№" || (before.size() == 1 && is_letter(before[0]))) return true;
    if (is_number(before) && (is_letter(word[0]) || is_digit(word[0]))) return true;
    // The series of a document stays with its number.
    if (before.size() == 2 && is_letter(before[0]) && is_letter(before[1]) && is_digit(word[0])) return true;
    return is_short_for_something(word) || (before.size() == 2 && is_short_for_something(before));
}

std::vector<Word> words_of(std::string_view text, float space, const WordWidth& width_of) {
    std::vector<Word> words;
    std::u32string before;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        Word word{text.substr(at, end - at)};
        word.width = word.together = width_of(word.text);
        std::u32string letters = characters(word.text);
        word.glued = !words.empty() && !words.back().ends_line && stay_together(before, letters);
        word.ends_line = end < text.size() && text[end] == '\n';
        before = std::move(letters);
        words.push_back(word);
        at = end + 1;
    }
    for (std::size_t i = words.size(); i-- > 1;)
        if (words[i].glued) words[i - 1].together += space + words[i].together;
    return words;
}

std::vector<Line> fill(const std::vector<Word>& words, float width, float space) {
    std::vector<Line> lines;
    Line line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = words[i];
        const bool empty = line.end == line.begin;
        // What is too wide to stay together is parted after all.
        const float need = !word.glued && word.together <= width ? word.together : word.width;
        if (!empty && line.width + space + need > width) {
            lines.push_back(line);
            line = {i, i, 0};
        }
        line.width += (line.end == line.begin ? 0 : space) + word.width;
        line.end = i + 1;
        if (!word.ends_line) continue;
        lines.push_back(line);
        line = {i + 1, i + 1, 0};
    }
    if (line.end > line.begin || lines.empty()) lines.push_back(line);
    return lines;
}

/// The same number of lines in a narrower column, if that gives the last line company.
std::vector<Line> even_out(std::vector<Line> lines, const std::vector<Word>& words, float width,
                           float space) {
    const auto lonely = [](const std::vector<Line>& some, float column) {
        return some.back().width < column * tuning::kLeastLastLine;
    };
    if (lines.size() < 2 || !lonely(lines, width)) return lines;
    const float longest =
        std::max_element(words.begin(), words.end(), [](const Word& one, const Word& other) {
            return one.width < other.width;
        })->width;
    for (float share = 1 - tuning::kEvenStep; share > tuning::kNarrowestEven; share -= tuning::kEvenStep) {
        const float column = width * share;
        if (longest > column) break;
        auto narrower = fill(words, column, space);
        if (narrower.size() > lines.size()) break;
        if (!lonely(narrower, column)) return narrower;
    }
    return lines;
}

}  // namespace

TextLines break_words(std::string_view text, float width, const WordWidth& width_of) {
    const float space = width_of(" ");
    const std::vector<Word> words = words_of(text, space, width_of);
    TextLines out;
    for (const Word& word : words) out.broken_word = out.broken_word || word.width > width;
    for (const Line& line : even_out(fill(words, width, space), words, width, space)) {
        std::string joined;
        for (std::size_t i = line.begin; i < line.end; ++i) {
            if (i > line.begin) joined += ' ';
            joined += words[i].text;
        }
        out.widest = std::max(out.widest, line.width);
        out.lines.push_back(std::move(joined));
    }
    return out;
}

}  // namespace ardager::ui
