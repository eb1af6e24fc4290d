#include "kiosk/rules/toml_reader.h"

#include "kiosk/base/files.h"
#include "kiosk/rules/tuning.h"

namespace ardager {
namespace {

Date to_date(const toml::date& day) {
    return Date{std::chrono::year(day.year), std::chrono::month(day.month), std::chrono::day(day.day)};
}

}  // namespace

Result<std::vector<std::filesystem::path>> list_toml(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    std::filesystem::recursive_directory_iterator at(folder, error);
    for (; !error && at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
        if (at->path().extension() == ".toml") files.push_back(at->path());
    }
    if (error) return fail(Code::not_found, folder.filename().string() + ": the folder cannot be read");
    std::sort(files.begin(), files.end());
    return files;
}

Result<toml::table> read_toml(const std::filesystem::path& path, const std::string& shown) {
    const Bytes bytes = TRY(read_file(path, kRuleFileLimit));
    try {
        return toml::parse(as_text(bytes), shown);
    } catch (const toml::parse_error& error) {
        return fail(Code::invalid_input, shown + ":" + std::to_string(error.source().begin.line) +
                                             ": no TOML: " + std::string(error.description()));
    }
}

std::string TomlReader::full(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

tl::unexpected<Error> TomlReader::fault(std::string_view key, std::string_view what) const {
    const toml::node* found = table_->get(key);
    const auto line = (found != nullptr ? found->source() : table_->source()).begin.line;
    return fail(Code::invalid_input,
                file_ + ":" + std::to_string(line) + ": " + full(key) + ": " + std::string(what));
}

Result<const toml::node*> TomlReader::node(std::string_view key) {
    asked_.emplace(key);
    const toml::node* found = table_->get(key);
    if (found == nullptr) return fault(key, "is missing");
    return found;
}

Result<std::string> TomlReader::text(std::string_view key) {
    const auto* found = TRY(node(key))->as_string();
    if (found == nullptr) return fault(key, "must be a text");
    if (found->get().empty()) return fault(key, "must not be empty");
    return found->get();
}

Result<bool> TomlReader::flag(std::string_view key) {
    const auto* found = TRY(node(key))->as_boolean();
    if (found == nullptr) return fault(key, "must be true or false");
    return found->get();
}

Result<int> TomlReader::number(std::string_view key, int least, int most) {
    const auto* found = TRY(node(key))->as_integer();
    if (found == nullptr) return fault(key, "must be a whole number");
    if (found->get() < least || found->get() > most) {
        return fault(key, "must be from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return static_cast<int>(found->get());
}

Result<Date> TomlReader::date(std::string_view key) {
    const auto* found = TRY(node(key))->as_date();
    if (found == nullptr) return fault(key, "must be a date such as 2025-03-03");
    return to_date(found->get());
}

Result<const toml::array*> TomlReader::array(std::string_view key) {
    const auto* found = TRY(node(key))->as_array();
    if (found == nullptr) return fault(key, "must be a list");
    return found;
}

Result<std::vector<std::string>> TomlReader::texts(std::string_view key) {
    std::vector<std::string> texts;
    for (const auto& item : *TRY(array(key))) {
        const auto* text = item.as_string();
        if (text == nullptr || text->get().empty()) return fault(key, "must be a list of texts");
        texts.push_back(text->get());
    }
    return texts;
}

Result<std::vector<Date>> TomlReader::dates(std::string_view key) {
    std::vector<Date> dates;
    for (const auto& item : *TRY(array(key))) {
        const auto* found = item.as_date();
        if (found == nullptr) return fault(key, "must be a list of dates such as 2025-03-03");
        dates.push_back(to_date(found->get()));
    }
    return dates;
}

Result<LocalText> TomlReader::local_text(std::string_view key) {
    auto languages = TRY(table(key));
    LocalText text;
    text.kk = TRY(languages.text("kk"));
    text.ru = TRY(languages.text("ru"));
    text.en = TRY(languages.text("en"));
    TRY(languages.finish());
    return text;
}

Result<TomlReader> TomlReader::table(std::string_view key) {
    const auto* found = TRY(node(key))->as_table();
    if (found == nullptr) return fault(key, "must be a table");
    return TomlReader(*found, file_, full(key));
}

Result<std::vector<TomlReader>> TomlReader::tables(std::string_view key) {
    std::vector<TomlReader> readers;
    asked_.emplace(key);
    if (!has(key)) return readers;
    for (const auto& item : *TRY(array(key))) {
        const auto* found = item.as_table();
        if (found == nullptr) return fault(key, "must be a list of tables");
        readers.emplace_back(*found, file_, full(key) + "[" + std::to_string(readers.size() + 1) + "]");
    }
    return readers;
}

Result<void> TomlReader::finish() const {
    for (const auto& [key, value] : *table_) {
        if (!asked_.contains(key.str())) return fault(key.str(), "is unknown");
    }
    return {};
}

Result<std::vector<std::string>> read_translations(TomlReader& root) {
    std::vector<std::string> translations;
    auto reader = TRY(root.table("languages"));
    for (const char* language : {"kk", "ru", "en"}) {
        auto entry = TRY(reader.table(language));
        if (TRY(entry.flag("translation"))) translations.emplace_back(language);
        TRY(entry.finish());
    }
    TRY(reader.finish());
    return translations;
}

}  // namespace ardager
