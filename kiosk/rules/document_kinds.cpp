#include "kiosk/rules/document_kinds.h"

#include "kiosk/rules/toml_reader.h"

namespace ardager {

Result<DocumentKinds> DocumentKinds::load(const std::filesystem::path& file) {
    const std::string shown = file.filename().string();
    const toml::table table = TRY(read_toml(file, shown));
    TomlReader reader(table, shown);
    DocumentKinds kinds;
    for (auto& entry : TRY(reader.tables("document"))) {
        const std::string kind = TRY(entry.text("kind"));
        if (!kinds.names_.emplace(kind, TRY(entry.local_text("name"))).second) {
            return entry.fault("kind", "stands twice");
        }
        TRY(entry.finish());
    }
    TRY(reader.finish());
    return kinds;
}

LocalText DocumentKinds::name(const std::string& kind) const {
    const auto found = names_.find(kind);
    return found == names_.end() ? LocalText{kind, kind, kind} : found->second;
}

}  // namespace ardager
