#include "ui/text/catalogue.h"

#include <gettext-po.h>

#include <cstdlib>
#include <unordered_map>

namespace ardager::ui {
namespace {

/// What libgettextpo complained about while reading; its handlers take no user data. One reading at a time.
thread_local std::string read_fault;

void on_complaint(int severity, po_message_t, const char*, std::size_t line, std::size_t, int,
                  const char* text) {
    if (severity == PO_SEVERITY_WARNING || !read_fault.empty()) return;
    read_fault = "line " + std::to_string(line) + ": " + text;
}
void on_two_complaints(int severity, po_message_t first, const char* file, std::size_t line,
                       std::size_t column, int many_lines, const char* text, po_message_t, const char*,
                       std::size_t, std::size_t, int, const char*) {
    on_complaint(severity, first, file, line, column, many_lines, text);
}
constexpr po_xerror_handler kHandler{on_complaint, on_two_complaints};

using PoFile = std::unique_ptr<struct po_file, decltype(&po_file_free)>;

tl::unexpected<Error> fault(const std::filesystem::path& file, const std::string& what) {
    return fail(Code::invalid_input, file.filename().string() + ": " + what);
}

Result<PluralRule> read_plural_rule(const PoFile& po, const std::filesystem::path& file) {
    const char* header = po_file_domain_header(po.get(), nullptr);
    const std::unique_ptr<char, decltype(&std::free)> forms(
        header ? po_header_field(header, "Plural-Forms") : nullptr, &std::free);
    if (!forms) return fault(file, "the header has no Plural-Forms");
    auto rule = PluralRule::parse(forms.get());
    if (!rule) return fault(file, rule.error().detail);
    return rule;
}

Result<Sentence> read_sentence(po_message_t message, std::size_t form_count) {
    Sentence sentence;
    if (po_message_is_fuzzy(message) != 0) return fail(Code::invalid_input, "is marked fuzzy");
    if (po_message_msgid_plural(message) == nullptr) {
        sentence.forms.emplace_back(po_message_msgstr(message));
    } else {
        for (int i = 0; const char* form = po_message_msgstr_plural(message, i); ++i)
            sentence.forms.emplace_back(form);
        if (sentence.forms.size() != form_count) {
            return fail(Code::invalid_input, "has " + std::to_string(sentence.forms.size()) +
                                                 " forms, the header says " + std::to_string(form_count));
        }
    }
    for (const std::string& form : sentence.forms) {
        if (form.empty()) return fail(Code::invalid_input, "is not translated");
        (void)TRY(placeholders(form));
    }
    return sentence;
}

}  // namespace

Result<Catalogue> read_catalogue(const std::filesystem::path& file, std::span<const std::string_view> names) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        return fail(Code::not_found, "text catalogue not found: " + file.filename().string());
    }
    read_fault.clear();
    const PoFile po(po_file_read(file.c_str(), &kHandler), &po_file_free);
    if (!po || !read_fault.empty()) return fault(file, read_fault.empty() ? "cannot be read" : read_fault);

    Catalogue catalogue{TRY(read_plural_rule(po, file)), std::vector<Sentence>(names.size())};
    std::unordered_map<std::string_view, std::size_t> position;
    for (std::size_t i = 0; i < names.size(); ++i) position.emplace(names[i], i);

    const std::unique_ptr<struct po_message_iterator, decltype(&po_message_iterator_free)> messages(
        po_message_iterator(po.get(), nullptr), &po_message_iterator_free);
    while (po_message_t message = po_next_message(messages.get())) {
        const std::string id = po_message_msgid(message);
        if (id.empty() || po_message_is_obsolete(message) != 0) continue;
        const auto found = position.find(id);
        if (found == position.end()) return fault(file, "unknown key " + id);
        auto sentence = read_sentence(message, catalogue.plural.form_count());
        if (!sentence) return fault(file, "key " + id + " " + sentence.error().detail);
        catalogue.sentences[found->second] = std::move(*sentence);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (catalogue.sentences[i].forms.empty()) return fault(file, "missing key " + std::string(names[i]));
    }
    return catalogue;
}

Result<std::set<std::string>> placeholders(std::string_view sentence) {
    std::set<std::string> names;
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
         open = sentence.find('{', open + 1)) {
        const std::size_t close = sentence.find('}', open);
        if (close == std::string_view::npos)
            return fail(Code::invalid_input, "has a brace that is not closed");
        const std::string name(sentence.substr(open + 1, close - open - 1));
        if (name.empty() ||
            name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") != std::string::npos) {
            return fail(Code::invalid_input, "has a blank of another form than {name}");
        }
        names.insert(name);
    }
    return names;
}

}  // namespace ardager::ui
