#include "kiosk/rules/checklist.h"

#include <algorithm>

#include "kiosk/rules/guides.h"

namespace ardager {
namespace {

using Lines = std::vector<std::string>;

bool ends_with(const std::string& line, char mark) {
    return !line.empty() && line.back() == mark;
}

/// The items of a section without sub-types: they follow a line that ends with a colon, up to the one that
/// ends with a full stop.
Lines listed_after_colon(const Lines& section) {
    const auto colon =
        std::find_if(section.begin(), section.end(), [](const auto& line) { return ends_with(line, ':'); });
    if (colon == section.end()) return {};
    auto stop = std::find_if(colon, section.end(), [](const auto& line) { return ends_with(line, '.'); });
    if (stop != section.end()) ++stop;
    return {colon + 1, stop};
}

Lines without_marks(Lines items) {
    for (auto& item : items)
        while (ends_with(item, ';') || ends_with(item, '.')) item.pop_back();
    return items;
}

/// The last sentence of section 8 when it stands after the list.
std::string note_of(const Lines& section) {
    return section.empty() || ends_with(section.back(), ';') ? std::string() : section.back();
}

const Variant* find_variant(const Standard& standard, std::string_view id) {
    const auto found = std::find_if(standard.variants.begin(), standard.variants.end(),
                                    [&](const auto& variant) { return variant.id == id; });
    return found == standard.variants.end() ? nullptr : &*found;
}

}  // namespace

Result<DocumentList> list_documents(const Standard& standard, std::string_view variant) {
    const Variant* chosen = find_variant(standard, variant);
    if (chosen == nullptr && !(variant.empty() && standard.variants.empty())) {
        std::string known;
        for (const auto& each : standard.variants) known += (known.empty() ? "" : ", ") + each.id;
        return fail(Code::not_found, standard.service + ": no such sub-type of applicant; " +
                                         (known.empty() ? "it has none" : "one of " + known));
    }
    const LocalText& section = standard.sections[7].text;
    const auto items = [&](const std::string LocalText::*language) {
        if (chosen != nullptr) return without_marks(paragraphs(chosen->documents.*language));
        return without_marks(listed_after_colon(paragraphs(section.*language)));
    };
    const Lines kk = items(&LocalText::kk);
    const Lines ru = items(&LocalText::ru);
    const Lines en = items(&LocalText::en);
    if (kk.empty() || ru.size() != kk.size() || en.size() != kk.size())
        return fail(Code::invalid_input, standard.service + " " + standard.version +
                                             ": section 8 does not list the same items in each language");
    DocumentList list;
    for (std::size_t i = 0; i < kk.size(); ++i) list.items.push_back({kk[i], ru[i], en[i]});
    list.note = {note_of(paragraphs(section.kk)), note_of(paragraphs(section.ru)),
                 note_of(paragraphs(section.en))};
    return list;
}

}  // namespace ardager
