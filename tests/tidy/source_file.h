// The sources as the tidy checks see them. Pure but for read_tree().
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ardager::tidy {

struct SourceFile {
    std::string path;  // from the top of the tree: `kiosk/base/ids.h`
    std::string text;
    [[nodiscard]] bool is_header() const { return path.ends_with(".h"); }
    /// `kiosk/base` of `kiosk/base/ids.h`
    [[nodiscard]] std::string folder() const;
};

/// One place that breaks a rule.
struct Finding {
    std::string path;
    std::size_t line = 0;  // from 1; 0: the whole file
    std::string words;
};
using Findings = std::vector<Finding>;
[[nodiscard]] std::string to_text(const Findings& findings);

/// Every *.h and *.cpp below these folders of the tree, by path.
[[nodiscard]] std::vector<SourceFile> read_tree(const std::filesystem::path& top,
                                                const std::vector<std::string>& folders);

[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);
/// The same text with the inside of comments, strings and character literals as spaces; line feeds stay.
[[nodiscard]] std::string code_only(std::string_view text);
/// Where a name stands as a whole word, from `from` on; npos when nowhere.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);
/// The line, from 1, on which a place of the text stands.
[[nodiscard]] std::size_t line_at(std::string_view text, std::size_t place);

}  // namespace ardager::tidy
