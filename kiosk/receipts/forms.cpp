#include "kiosk/receipts/forms.h"

#include <toml++/toml.h>

#include <set>

#include "kiosk/base/files.h"
#include "kiosk/base/text.h"
#include "kiosk/receipts/form_keys.h"
#include "kiosk/receipts/tuning.h"

namespace ardager::receipts {
namespace {

/// A file's name for messages and the table that was read from it.
struct Source {
    std::string file;
    toml::table table;
};

tl::unexpected<Error> fault(const Source& source, const toml::source_region& at, const std::string& what) {
    return fail(Code::invalid_input, source.file + ":" + std::to_string(at.begin.line) + ": " + what);
}

Result<Source> read_source(const std::filesystem::path& folder, const std::string& name) {
    Source source{name + ".toml", {}};
    const Bytes bytes = TRY(read_file(folder / source.file, kMaximumFormBytes));
    if (!is_utf8(as_text(bytes))) return fail(Code::invalid_input, source.file + ": not UTF-8");
    try {
        source.table = toml::parse(as_text(bytes), source.file);
    } catch (const toml::parse_error& error) {
        return fault(source, error.source(), std::string(error.description()));
    }
    return source;
}

std::string blanks_in(std::string_view text) {
    std::set<std::string_view> names;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) return "(an open brace)";
        names.insert(text.substr(at + 1, end - at - 1));
    }
    std::string joined;
    for (const auto name : names) joined.append(joined.empty() ? "" : " ").append(name);
    return joined;
}

/// Moves the wanted texts of one language out of the table; what is left over there is unknown.
Result<void> take_texts(const Source& source, const char* language, toml::table& table,
                        std::span<const FormKey> keys, FormText& form) {
    for (const FormKey& wanted : keys) {
        const std::string name = std::string(language) + "." + std::string(wanted.key);
        const toml::node* node = table.get(wanted.key);
        if (node == nullptr) return fault(source, table.source(), name + " is missing");
        const auto text = node->value<std::string>();
        if (!text || text->empty())
            return fault(source, node->source(), name + " must be a text that is not empty");
        if (const auto found = blanks_in(*text); found != wanted.blanks)
            return fault(source, node->source(),
                         std::string(name)
                             .append(" has the blanks [")
                             .append(found)
                             .append("], not [")
                             .append(wanted.blanks)
                             .append("]"));
        form.texts.emplace(wanted.key, *text);
        table.erase(wanted.key);
    }
    return {};
}

Result<void> take_language(Source& source, const char* language, std::span<const FormKey> keys,
                           FormText& form) {
    toml::table* table = source.table[language].as_table();
    if (table == nullptr)
        return fail(Code::invalid_input, source.file + ": table [" + language + "] is missing");
    const auto verified = (*table)["verified"].value<bool>();
    const auto reference = (*table)["legal_reference"].value<std::string>();
    if (!verified || !reference)
        return fault(source, table->source(),
                     std::string(language) + " needs verified (true or false) and legal_reference (text)");
    form.verified = *verified;
    form.legal_reference = *reference;
    table->erase("verified");
    table->erase("legal_reference");
    TRY(take_texts(source, language, *table, keys, form));
    if (!table->empty())
        return fault(source, table->begin()->second.source(),
                     std::string(language) + "." + std::string(table->begin()->first.str()) + " is unknown");
    return {};
}

Result<Form> take_form(Source source, std::span<const FormKey> keys) {
    Form form;
    TRY(take_language(source, "kk", keys, form.kk));
    TRY(take_language(source, "ru", keys, form.ru));
    if (source.table.size() != 2)
        return fail(Code::invalid_input, source.file + ": only the tables [kk] and [ru] are known");
    return form;
}

}  // namespace

const char* form_name(FormKind kind) {
    switch (kind) {
        case FormKind::acceptance:
            return "acceptance";
        case FormKind::refusal:
            return "refusal";
        case FormKind::extension_notice:
            return "extension_notice";
        case FormKind::refusal_notice:
            return "refusal_notice";
        case FormKind::result_notice:
            return "result_notice";
        case FormKind::ticket_slip:
            return "ticket_slip";
        case FormKind::visit_slip:
            return "visit_slip";
        case FormKind::checklist:
            return "checklist";
        case FormKind::medical_card:
            return "medical_card";
    }
    return "";
}

const std::string& FormText::text(std::string_view key) const {
    const auto at = texts.find(key);
    ARDAGER_CHECK(at != texts.end());
    return at->second;
}

Result<Forms> Forms::load(const std::filesystem::path& folder) {
    Source shared = TRY(read_source(folder, "common"));
    const Form common = TRY(take_form(std::move(shared), common_keys()));
    Forms forms;
    for (const FormKind kind : kFormKinds) {
        Source source = TRY(read_source(folder, form_name(kind)));
        Form form = TRY(take_form(std::move(source), keys_of(kind)));
        form.kk.texts.insert(common.kk.texts.begin(), common.kk.texts.end());
        form.ru.texts.insert(common.ru.texts.begin(), common.ru.texts.end());
        forms.forms_.emplace(kind, std::move(form));
    }
    return forms;
}

std::string fill_blanks(std::string_view text, const Blanks& blanks) {
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        out.append(text.substr(0, open));
        if (open == std::string_view::npos) break;
        const auto close = text.find('}', open);
        ARDAGER_CHECK(close != std::string_view::npos);
        const auto value = blanks.find(text.substr(open + 1, close - open - 1));
        ARDAGER_CHECK(value != blanks.end());
        out.append(value->second);
        text.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace ardager::receipts
