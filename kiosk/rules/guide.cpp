#include "kiosk/rules/guide.h"

#include <algorithm>

#include "kiosk/rules/toml_reader.h"

namespace ardager {
namespace {

constexpr int kLongestStep = 365;

Result<std::vector<GuideTerm>> read_guide_terms(TomlReader& root) {
    std::vector<GuideTerm> terms;
    for (auto& entry : TRY(root.tables("term"))) {
        GuideTerm term;
        term.text = TRY(entry.local_text("text"));
        term.days = TRY(entry.number("days", 1, kLongestStep));
        term.working_days = TRY(entry.flag("working"));
        TRY(entry.finish());
        terms.push_back(std::move(term));
    }
    return terms;
}

Result<std::vector<LocalText>> read_paragraphs(TomlReader& root) {
    std::vector<LocalText> paragraphs;
    for (auto& entry : TRY(root.tables("paragraph"))) {
        paragraphs.push_back(TRY(entry.local_text("text")));
        TRY(entry.finish());
    }
    if (paragraphs.empty()) return root.fault("paragraph", "must stand at least once");
    return paragraphs;
}

Result<Guide> read_guide(const std::filesystem::path& file, const std::string& shown) {
    const toml::table table = TRY(read_toml(file, shown));
    TomlReader root(table, shown);
    Guide guide;
    guide.id = TRY(root.text("id"));
    if (guide.id != file.stem()) return root.fault("id", "differs from the file's name");
    guide.items = TRY(root.texts("items"));
    if (guide.items.empty()) return root.fault("items", "must name an item of the rules");
    guide.title = TRY(root.local_text("title"));
    guide.legal_reference = TRY(root.local_text("legal_reference"));
    guide.translations = TRY(read_translations(root));
    guide.terms = TRY(read_guide_terms(root));
    guide.paragraphs = TRY(read_paragraphs(root));
    TRY(root.finish());
    return guide;
}

}  // namespace

bool Guide::is_translation(std::string_view language) const {
    return std::find(translations.begin(), translations.end(), language) != translations.end();
}

Result<Guides> Guides::load(const std::filesystem::path& folder) {
    Guides loaded;
    for (const auto& file : TRY(list_toml(folder)))
        loaded.guides_.push_back(TRY(read_guide(file, file.lexically_relative(folder).generic_string())));
    if (loaded.guides_.empty()) return fail(Code::not_found, "guides: the folder holds no guide");
    std::sort(loaded.guides_.begin(), loaded.guides_.end(),
              [](const Guide& left, const Guide& right) { return left.items.front() < right.items.front(); });
    return loaded;
}

const Guide* Guides::find(std::string_view id) const {
    const auto found =
        std::find_if(guides_.begin(), guides_.end(), [&](const auto& guide) { return guide.id == id; });
    return found == guides_.end() ? nullptr : &*found;
}

}  // namespace ardager
