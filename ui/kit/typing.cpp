#include "ui/kit/typing.h"

#include "kiosk/base/bytes.h"
#include "kiosk/base/text.h"
#include "ui/kit/kit_types.h"

namespace ardager::ui {
namespace {

bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void erase_last_character(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
    if (!text.empty()) text.pop_back();
}

}  // namespace

FieldBuffer& Typing::follow(const std::string& id, std::string_view value) {
    const auto [found, added] = fields.try_emplace(id);
    FieldBuffer& field = found->second;
    // A view that says something new wins, unless it only catches up with what was typed meanwhile.
    const auto report = std::find(field.reported.begin(), field.reported.end(), value);
    if (report != field.reported.end()) {
        field.reported.erase(field.reported.begin(), report + 1);
    } else if (added || value != field.seen) {
        field.typed = value;
        field.reported.clear();
    }
    field.seen = value;
    return field;
}

std::optional<std::string> Typing::take_change(const std::string& id) {
    const auto found = fields.find(id);
    if (found == fields.end() || !found->second.changed) return std::nullopt;
    found->second.changed = false;
    found->second.reported.push_back(found->second.typed);
    return found->second.typed;
}

void Typing::apply(const TypingCommand& command) {
    const auto found = fields.find(focus);
    if (found == fields.end()) return;
    FieldBuffer& field = found->second;
    const std::string before = field.typed;
    switch (command.kind) {
        case TypingCommand::Kind::erase:
            erase_last_character(field.typed);
            break;
        case TypingCommand::Kind::clear:
            field.typed.clear();
            break;
        case TypingCommand::Kind::insert:
            for (std::size_t at = 0; at < command.text.size();) {
                std::string character;
                append_utf8(character, next_character(command.text, at));
                if (field.digits_only && !is_digits(character)) continue;
                if (count_characters(field.typed) < field.most_characters) field.typed += character;
            }
            break;
    }
    field.changed = field.changed || field.typed != before;
}

bool Typing::press_key(const std::string& id) {
    const auto found = keys.find(id);
    if (found == keys.end()) return false;
    const KeyAction action = found->second;
    switch (action.kind) {
        case KeyAction::Kind::erase:
            apply({TypingCommand::Kind::erase});
            break;
        case KeyAction::Kind::clear:
            apply({TypingCommand::Kind::clear});
            break;
        case KeyAction::Kind::shift:
            shift = !shift;
            break;
        case KeyAction::Kind::numbers:
            numbers = !numbers;
            break;
        case KeyAction::Kind::layout:
            layout = static_cast<KeyboardLayout>((static_cast<int>(layout) + 1) % 3);
            break;
        case KeyAction::Kind::insert:
            apply({TypingCommand::Kind::insert, action.text});
            shift = false;
            break;
    }
    return true;
}

void Typing::forget() {
    for (auto& [id, field] : fields) {
        wipe(field.typed);
        wipe(field.seen);
        for (std::string& text : field.reported) wipe(text);
    }
    fields.clear();
    keys.clear();
    focus.clear();
    shift = numbers = capitals = false;
}

bool Typing::upper() const {
    const auto found = fields.find(focus);
    if (!capitals || found == fields.end()) return shift;
    const std::string& typed = found->second.typed;
    const bool word_begins = typed.empty() || typed.back() == ' ' || typed.back() == '-';
    return word_begins != shift;
}

char32_t capital(char32_t letter) {
    if (letter >= U'a' && letter <= U'z') return letter - 0x20;
    if (letter >= U'а' && letter <= U'я') return letter - 0x20;
    if (letter == U'ё') return U'Ё';
    if (letter == U'і') return U'І';
    // The other Kazakh letters stand in pairs, the capital first.
    constexpr std::u32string_view kPairs = U"әңғүұқөһ";
    return kPairs.find(letter) != std::u32string_view::npos ? letter - 1 : letter;
}

std::string capital_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) append_utf8(out, capital(next_character(text, at)));
    return out;
}

}  // namespace ardager::ui
