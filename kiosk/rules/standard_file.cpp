// Reads service standards from TOML; the schema is what these functions ask for.
#include <algorithm>
#include <tuple>

#include "kiosk/rules/standard.h"
#include "kiosk/rules/toml_reader.h"

namespace ardager {
namespace {

constexpr int kLongestTerm = 365;

Result<BranchHours> read_hours(TomlReader& reader, std::string_view key) {
    const auto texts = TRY(reader.texts(key));
    BranchHours hours;
    if (texts.size() != hours.days.size()) return reader.fault(key, "must have 7 entries, Monday first");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto day = parse_day_hours(texts[i]);
        if (!day) return reader.fault(key, day.error().detail);
        hours.days[i] = *day;
    }
    return hours;
}

Result<void> read_all_hours(TomlReader& root, Standard& standard) {
    auto reader = TRY(root.table("hours"));
    standard.provider_hours = TRY(read_hours(reader, "provider"));
    if (standard.accepted_at_branch()) {
        standard.branch_hours = TRY(read_hours(reader, "branch"));
        standard.duty_branch_hours = TRY(read_hours(reader, "duty_branch"));
    }
    return reader.finish();
}

Result<Terms> read_terms(TomlReader& root) {
    auto reader = TRY(root.table("terms"));
    Terms terms;
    terms.base = TRY(reader.number("base", 1, kLongestTerm));
    for (auto& entry : TRY(reader.tables("extension"))) {
        const int days = TRY(entry.number("days", terms.base + 1, kLongestTerm));
        terms.extensions.push_back({days, TRY(entry.local_text("reason"))});
        TRY(entry.finish());
    }
    TRY(reader.finish());
    return terms;
}

Result<void> read_sections(TomlReader& root, Standard& standard) {
    auto entries = TRY(root.tables("section"));
    if (entries.size() != standard.sections.size()) return root.fault("section", "must stand ten times");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto& entry = entries[i];
        const int number = TRY(entry.number("number", 1, 10));
        if (number != static_cast<int>(i) + 1) return entry.fault("number", "must count from 1 to 10");
        standard.sections[i].title = TRY(entry.local_text("title"));
        standard.sections[i].text = TRY(entry.local_text("text"));
        TRY(entry.finish());
    }
    return {};
}

Result<std::vector<Requirement>> read_requirements(TomlReader& root) {
    std::vector<Requirement> requirements;
    for (auto& entry : TRY(root.tables("requirement"))) {
        Requirement requirement;
        requirement.id = TRY(entry.text("id"));
        requirement.any_of = TRY(entry.texts("any_of"));
        requirement.name = TRY(entry.local_text("name"));
        const std::string applies = TRY(entry.text("applies"));
        if (applies == "representative")
            requirement.applies = Requirement::Applies::representative;
        else if (applies != "always")
            return entry.fault("applies", "must be `always` or `representative`");
        if (requirement.any_of.empty()) return entry.fault("any_of", "must name a document kind");
        TRY(entry.finish());
        requirements.push_back(std::move(requirement));
    }
    return requirements;
}

Result<void> read_grounds_and_variants(TomlReader& root, Standard& standard) {
    for (auto& entry : TRY(root.tables("refusal_ground"))) {
        auto& ground = standard.refusal_grounds.emplace_back();
        ground.id = TRY(entry.text("id"));
        ground.text = TRY(entry.local_text("text"));
        TRY(entry.finish());
    }
    for (auto& entry : TRY(root.tables("variant"))) {
        auto& variant = standard.variants.emplace_back();
        variant.id = TRY(entry.text("id"));
        variant.name = TRY(entry.local_text("name"));
        variant.documents = TRY(entry.local_text("documents"));
        if (entry.has("blank")) variant.blank = TRY(entry.text("blank"));
        if (!variant.blank.empty() && variant.blank != kMedicalCard)
            return entry.fault("blank", "knows `medical_card`");
        TRY(entry.finish());
    }
    return {};
}

Result<std::vector<std::string>> read_channels(TomlReader& root) {
    auto channels = TRY(root.texts("channels"));
    for (const auto& channel : channels) {
        if (channel == "branch" || channel == "portal") continue;
        return root.fault("channels", "knows `branch` and `portal`");
    }
    if (channels.empty()) return root.fault("channels", "must not be empty");
    return channels;
}

/// `shown` is SERVICE/VERSION.toml; service and version in the file must agree with it.
Result<Standard> read_standard(const std::filesystem::path& file, const std::string& shown) {
    const toml::table table = TRY(read_toml(file, shown));
    TomlReader root(table, shown);
    Standard standard;
    standard.service = TRY(root.text("service"));
    if (standard.service != file.parent_path().filename()) {
        return root.fault("service", "differs from the folder's name");
    }
    standard.version = TRY(root.text("version"));
    if (standard.version != file.stem()) return root.fault("version", "differs from the file's name");
    standard.in_force_from = TRY(root.date("in_force_from"));
    standard.in_force_from_verified = TRY(root.flag("in_force_from_verified"));
    standard.legal_reference = TRY(root.local_text("legal_reference"));
    standard.name = TRY(root.local_text("name"));
    standard.translations = TRY(read_translations(root));
    standard.channels = TRY(read_channels(root));
    standard.terms = TRY(read_terms(root));
    TRY(read_all_hours(root, standard));
    TRY(read_sections(root, standard));
    standard.requirements = TRY(read_requirements(root));
    TRY(read_grounds_and_variants(root, standard));
    TRY(root.finish());
    return standard;
}

bool earlier(const Standard& left, const Standard& right) {
    return std::tie(left.service, left.in_force_from) < std::tie(right.service, right.in_force_from);
}

}  // namespace

Result<Standards> Standards::load(const std::filesystem::path& folder) {
    Standards loaded;
    for (const auto& file : TRY(list_toml(folder))) {
        const std::string shown = file.lexically_relative(folder).generic_string();
        loaded.standards_.push_back(TRY(read_standard(file, shown)));
    }
    if (loaded.standards_.empty()) return fail(Code::not_found, "standards: the folder holds no standard");
    std::sort(loaded.standards_.begin(), loaded.standards_.end(), earlier);
    for (std::size_t i = 1; i < loaded.standards_.size(); ++i) {
        const auto& one = loaded.standards_[i - 1];
        const auto& next = loaded.standards_[i];
        if (one.service == next.service && one.in_force_from == next.in_force_from) {
            const std::string versions = one.version + " and " + next.version;
            return fail(Code::invalid_input, one.service + ": " + versions + " begin on the same day");
        }
    }
    return loaded;
}

}  // namespace ardager
