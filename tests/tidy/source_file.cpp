#include "tests/tidy/source_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace ardager::tidy {
namespace {

// Enough to begin with; the count is told beside them.
constexpr std::size_t kShownFindings = 40;

bool is_word_letter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

/// Walks over C++ text and blanks what is not code.
class Blanker {
public:
    explicit Blanker(std::string_view text) : out_(text) {}

    [[nodiscard]] std::string run() {
        while (at_ < out_.size()) {
            if (starts("//")) {
                blank_until("\n", false);
            } else if (starts("/*")) {
                blank_until("*/", true);
            } else if (starts("R\"") && (at_ == 0 || !is_word_letter(out_[at_ - 1]))) {
                blank_raw_string();
            } else if (out_[at_] == '"' || is_character_literal()) {
                blank_quoted(out_[at_]);
            } else {
                ++at_;
            }
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool starts(std::string_view word) const {
        return std::string_view(out_).substr(at_).starts_with(word);
    }
    /// An apostrophe between digits (10'000) separates them.
    [[nodiscard]] bool is_character_literal() const {
        return out_[at_] == '\'' && (at_ == 0 || !is_word_letter(out_[at_ - 1]));
    }
    void blank_to(std::size_t end) {
        for (end = std::min(end, out_.size()); at_ < end; ++at_)
            if (out_[at_] != '\n') out_[at_] = ' ';
    }
    void blank_until(std::string_view mark, bool with_mark) {
        const auto end = out_.find(mark, at_ + 2);
        blank_to(end == std::string::npos ? end : end + (with_mark ? mark.size() : 0));
    }
    void blank_raw_string() {
        const auto open = out_.find('(', at_);
        if (open == std::string::npos) return blank_to(out_.size());
        const std::string mark = ")" + out_.substr(at_ + 2, open - at_ - 2) + "\"";
        const auto end = out_.find(mark, open);
        blank_to(end == std::string::npos ? end : end + mark.size());
    }
    void blank_quoted(char quote) {
        auto end = at_ + 1;
        while (end < out_.size() && out_[end] != quote && out_[end] != '\n') end += out_[end] == '\\' ? 2 : 1;
        ++at_;  // the quotes stay, so that ("") still reads as a call with something in it
        blank_to(end);
        at_ = std::min(out_.size(), end + 1);
    }

    std::string out_;
    std::size_t at_ = 0;
};

}  // namespace

std::string SourceFile::folder() const {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string to_text(const Findings& findings) {
    std::ostringstream text;
    for (std::size_t i = 0; i < std::min(findings.size(), kShownFindings); ++i) {
        const auto& finding = findings[i];
        text << "  " << finding.path;
        if (finding.line > 0) text << ":" << finding.line;
        text << ": " << finding.words << "\n";
    }
    return text.str();
}

std::vector<SourceFile> read_tree(const std::filesystem::path& top, const std::vector<std::string>& folders) {
    std::vector<SourceFile> files;
    for (const auto& folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(top / folder)) {
            const auto kind = entry.path().extension();
            if (!entry.is_regular_file() || (kind != ".h" && kind != ".cpp")) continue;
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            files.push_back({entry.path().lexically_relative(top).string(), text.str()});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

std::string code_only(std::string_view text) {
    return Blanker(text).run();
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    for (auto at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_word_letter(word.front()) || !is_word_letter(text[at - 1]);
        const auto end = at + word.size();
        const bool ends = end == text.size() || !is_word_letter(word.back()) || !is_word_letter(text[end]);
        if (begins && ends) return at;
    }
    return std::string_view::npos;
}

std::size_t line_at(std::string_view text, std::size_t place) {
    return 1 + static_cast<std::size_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
}

}  // namespace ardager::tidy
