#include "tests/tidy/shape.h"

#include <algorithm>

#include "kiosk/base/text.h"

namespace ardager::tidy {
namespace {

constexpr std::size_t kShortestSentence = 20;

struct Scope {
    bool is_function = false;
    std::size_t line = 0;
};

/// What stands before a brace says what it opens. Inside a function every brace belongs to that function.
bool opens_function(std::string_view before) {
    for (const auto* word : {"namespace", "class", "struct", "union", "enum"})
        if (find_word(before, word) != std::string_view::npos && before.find(')') == std::string_view::npos)
            return false;
    return before.find(')') != std::string_view::npos;
}

void find_long_functions(const SourceFile& file, Findings& findings) {
    const auto code = code_only(file.text);
    std::vector<Scope> open;
    std::size_t functions = 0;
    std::size_t line = 1;
    std::size_t statement = 0;  // where the text before the next brace begins
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char letter = code[at];
        if (letter == '\n') ++line;
        if (letter == '{') {
            const bool is_function =
                functions == 0 && opens_function(std::string_view(code).substr(statement, at - statement));
            functions += is_function ? 1 : 0;
            open.push_back({is_function, line});
        } else if (letter == '}' && !open.empty()) {
            const auto scope = open.back();
            open.pop_back();
            functions -= scope.is_function ? 1 : 0;
            const auto length = line - scope.line + 1;
            if (scope.is_function && length > kFunctionLines)
                findings.push_back(
                    {file.path, scope.line, "a function of " + std::to_string(length) + " lines"});
        }
        if (letter == '{' || letter == '}' || letter == ';') statement = at + 1;
    }
}

}  // namespace

Findings files_longer_than(const std::vector<SourceFile>& files, std::size_t lines) {
    Findings findings;
    for (const auto& file : files) {
        const auto count = lines_of(file.text).size();
        if (count > lines) findings.push_back({file.path, 0, std::to_string(count) + " lines"});
    }
    return findings;
}

Findings long_functions(const std::vector<SourceFile>& files) {
    Findings findings;
    for (const auto& file : files) find_long_functions(file, findings);
    return findings;
}

Findings long_lines(const std::vector<SourceFile>& files) {
    Findings findings;
    for (const auto& file : files) {
        std::size_t number = 0;
        for (const auto line : lines_of(file.text)) {
            ++number;
            const auto characters = is_utf8(line) ? count_characters(line) : line.size();
            if (characters > kLineCharacters)
                findings.push_back({file.path, number, std::to_string(characters) + " characters"});
        }
    }
    return findings;
}

Findings bare_headers(const std::vector<SourceFile>& files) {
    Findings findings;
    for (const auto& file : files) {
        if (!file.is_header()) continue;
        const auto lines = lines_of(file.text);
        if (lines.empty() || !lines[0].starts_with("// ") || lines[0].size() < kShortestSentence)
            findings.push_back({file.path, 1, "the header does not open with what it is for"});
        if (std::find(lines.begin(), lines.end(), "#pragma once") == lines.end())
            findings.push_back({file.path, 1, "no #pragma once"});
    }
    return findings;
}

}  // namespace ardager::tidy
