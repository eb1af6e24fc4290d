#include "ui/kit/line_breaks.h"

#include <algorithm>
#include <limits>

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
    // With what is counted, not with a preposition, which goes with the next word.
    if (is_number(before) && (is_digit(word[0]) || (word.size() > 1 && is_letter(word[0])))) return true;
    // The series of a document stays with its number.
    if (before.size() == 2 && is_letter(before[0]) && is_letter(before[1]) && is_digit(word[0])) return true;
    return is_short_for_something(word) || (before.size() == 2 && is_short_for_something(before));
}

std::vector<Word> words_of(std::string_view text, float space, const WordWidth& width_of) {
    std::vector<Word> words;
    std::u32string before;
    bool quoted = false;  // a button's name is found again more easily in one piece
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        Word word{text.substr(at, end - at)};
        word.width = word.together = width_of(word.text);
        std::u32string letters = characters(word.text);
        word.glued = !words.empty() && !words.back().ends_line && (quoted || stay_together(before, letters));
        const auto opened = word.text.rfind("«");
        const auto closed = word.text.rfind("»");
        if (opened != std::string_view::npos || closed != std::string_view::npos)
            quoted =
                closed == std::string_view::npos || (opened != std::string_view::npos && opened > closed);
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

/// How far the lines of a text are from being equally long; the best way to break what follows a word.
struct Rest {
    float cost = std::numeric_limits<float>::infinity();
    std::size_t next = 0;  // where the line that begins here ends
};

/// The words in exactly so many lines, as equal in length as the column and the words that stay together
/// allow; nothing when they do not.
std::vector<Line> equal_lines(const std::vector<Word>& words, std::size_t count, float width, float space) {
    float whole = -space;
    for (const Word& word : words) whole += word.width + space;
    const float target = whole / static_cast<float>(count);
    std::vector<std::vector<Rest>> best(count + 1, std::vector<Rest>(words.size() + 1));
    best[0][words.size()].cost = 0;
    for (std::size_t left = 1; left <= count; ++left) {
        for (std::size_t begin = words.size(); begin-- > 0;) {
            Rest& rest = best[left][begin];
            float line = -space;
            for (std::size_t end = begin; end < words.size(); ++end) {
                line += space + words[end].width;
                if (line > width && end > begin) break;
                if (end + 1 < words.size() && words[end + 1].glued) continue;
                const float cost = best[left - 1][end + 1].cost + (target - line) * (target - line);
                if (cost < rest.cost) rest = {cost, end + 1};
            }
        }
    }
    std::vector<Line> lines;
    if (best[count][0].cost == std::numeric_limits<float>::infinity()) return lines;
    for (std::size_t left = count, begin = 0; left > 0; --left) {
        const std::size_t end = best[left][begin].next;
        Line line{begin, end, -space};
        for (std::size_t i = begin; i < end; ++i) line.width += space + words[i].width;
        lines.push_back(line);
        begin = end;
    }
    return lines;
}

/// A last line of a forgotten word takes others to itself, in no more lines.
std::vector<Line> even_out(std::vector<Line> lines, const std::vector<Word>& words, float width,
                           float space) {
    const bool parted =
        std::any_of(words.begin(), words.end(), [](const Word& word) { return word.ends_line; });
    if (lines.size() < 2 || parted || lines.back().width >= width * tuning::kLeastLastLine) return lines;
    auto even = equal_lines(words, lines.size(), width, space);
    return even.empty() ? lines : even;
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
