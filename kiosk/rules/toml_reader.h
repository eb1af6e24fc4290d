// Reads our TOML files strictly: errors name file, line and key; a key that nobody asks for is one.
// Used by this folder only; the one user of toml++ in it. Pure after read_toml().
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/local_text.h"
#include "kiosk/base/time.h"

namespace ardager {

/// Every *.toml below the folder, in order of path. Error: not_found.
[[nodiscard]] Result<std::vector<std::filesystem::path>> list_toml(const std::filesystem::path& folder);

/// `shown` is the name in errors. Errors: not_found; invalid_input with line for what is no TOML.
[[nodiscard]] Result<toml::table> read_toml(const std::filesystem::path& path, const std::string& shown);

/// One table of a file. Errors of every reading function: invalid_input, `file:line: key: what is wrong`.
class TomlReader {
public:
    TomlReader(const toml::table& table, std::string file, std::string path = "")
        : table_(&table), file_(std::move(file)), path_(std::move(path)) {}

    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    /// Not empty.
    [[nodiscard]] Result<std::string> text(std::string_view key);
    [[nodiscard]] Result<bool> flag(std::string_view key);
    [[nodiscard]] Result<int> number(std::string_view key, int least, int most);
    [[nodiscard]] Result<Date> date(std::string_view key);
    /// An array of texts, none of them empty.
    [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view key);
    [[nodiscard]] Result<std::vector<Date>> dates(std::string_view key);
    /// A table with exactly kk, ru and en.
    [[nodiscard]] Result<LocalText> local_text(std::string_view key);
    [[nodiscard]] Result<TomlReader> table(std::string_view key);
    /// An array of tables; a missing key is an empty list.
    [[nodiscard]] Result<std::vector<TomlReader>> tables(std::string_view key);

    /// Error: a key that no call above has asked for.
    [[nodiscard]] Result<void> finish() const;
    /// An error of the caller's own at the key, or at the table when it has no such key.
    [[nodiscard]] tl::unexpected<Error> fault(std::string_view key, std::string_view what) const;

private:
    [[nodiscard]] Result<const toml::node*> node(std::string_view key);
    [[nodiscard]] Result<const toml::array*> array(std::string_view key);
    [[nodiscard]] std::string full(std::string_view key) const;

    const toml::table* table_;
    std::string file_;
    std::string path_;
    std::set<std::string, std::less<>> asked_;
};

/// Which languages of a file are translations: `languages.ru = { translation = true }`, each of kk, ru, en.
[[nodiscard]] Result<std::vector<std::string>> read_translations(TomlReader& root);

}  // namespace ardager
