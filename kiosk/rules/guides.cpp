#include "kiosk/rules/guides.h"

#include <algorithm>
#include <sstream>

#include "kiosk/rules/toml_reader.h"

namespace ardager {
namespace {

constexpr int kMostGuides = 100;

Result<Guide> read_guide(const std::filesystem::path& file, const std::string& shown) {
    const toml::table table = TRY(read_toml(file, shown));
    TomlReader root(table, shown);
    Guide guide;
    guide.id = file.stem();
    guide.order = TRY(root.number("order", 1, kMostGuides));
    guide.title = TRY(root.local_text("title"));
    guide.summary = TRY(root.local_text("summary"));
    guide.legal_reference = TRY(root.local_text("legal_reference"));
    guide.translations = TRY(root.texts("translations"));
    for (const auto& language : guide.translations)
        if (language != "ru" && language != "en")
            return root.fault("translations", "knows `ru` and `en`: the order itself is in Kazakh");
    for (auto& entry : TRY(root.tables("part"))) {
        auto& part = guide.parts.emplace_back();
        part.title = TRY(entry.local_text("title"));
        part.text = TRY(entry.local_text("text"));
        TRY(entry.finish());
    }
    if (guide.parts.empty()) return root.fault("part", "must stand at least once");
    TRY(root.finish());
    return guide;
}

}  // namespace

Result<std::vector<Guide>> load_guides(const std::filesystem::path& folder) {
    std::vector<Guide> guides;
    for (const auto& file : TRY(list_toml(folder))) {
        const std::string shown = file.lexically_relative(folder).generic_string();
        guides.push_back(TRY(read_guide(file, shown)));
    }
    if (guides.empty()) return fail(Code::not_found, "guides: the folder holds no page");
    std::sort(guides.begin(), guides.end(),
              [](const Guide& left, const Guide& right) { return left.order < right.order; });
    for (std::size_t i = 1; i < guides.size(); ++i)
        if (guides[i - 1].order == guides[i].order)
            return fail(Code::invalid_input,
                        guides[i].id + ".toml: order: " + guides[i - 1].id + " has the same place");
    return guides;
}

std::vector<std::string> paragraphs(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

}  // namespace ardager
