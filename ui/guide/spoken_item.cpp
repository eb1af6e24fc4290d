#include "ui/guide/spoken_item.h"

#include <algorithm>

namespace ardager::ui {
namespace {

using Words = std::vector<std::string>;

void add(Words& words, std::string sentence) {
    if (!sentence.empty()) words.push_back(std::move(sentence));
}

std::int64_t digits_in(std::string_view value) {
    return std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_for_everyone(Words& words, const SceneItem& item, const Text& text) {
    add(words, item.spoken_public);
    switch (item.carries) {
        case Carries::nothing:
            break;
        case Carries::blank:
            add(words, text(Key::voice_blank));
            break;
        case Carries::digits:
            add(words, text(Key::voice_digits, {with_count(digits_in(item.value))}));
            break;
        case Carries::keystroke:
            add(words, text(Key::voice_key));
            break;
        case Carries::words:
            // A field or an answer was filled in by the person; anything else was written for them.
            if (item.role == Role::field || item.role == Role::answer)
                add(words, text(Key::voice_filled));
            else if (item.spoken_public.empty() || item.role == Role::number)
                add(words, text(Key::voice_on_screen));
            break;
    }
}

void add_in_private(Words& words, const SceneItem& item, const Text& text) {
    const bool digits = item.carries == Carries::digits;
    add(words, digits ? item.spoken_public : item.spoken);
    if (digits) add(words, Text::spelled(item.value));
    if (item.carries == Carries::blank) add(words, text(Key::voice_blank));
}

void add_role(Words& words, const SceneItem& item, const Text& text) {
    switch (item.role) {
        case Role::button:
        case Role::link:
        case Role::choice:
        case Role::scan_tile:
            return add(words, text(Key::voice_button));
        case Role::field:
            return add(words, text(Key::voice_field));
        case Role::toggle:
            return add(words, text(Key::voice_switch));
        default:
            return;
    }
}

void add_state(Words& words, const SceneItem& item, const Text& text) {
    const bool on = item.state.selected;
    if (item.role == Role::toggle)
        add(words, text(on ? Key::voice_switched_on : Key::voice_switched_off));
    else if (item.role == Role::signature && on)
        add(words, text(Key::voice_signed));
    else if (on)
        add(words, text(Key::voice_chosen));
    if (item.state.disabled) add(words, text(Key::voice_disabled));
}

}  // namespace

std::vector<std::string> spoken_words(const SceneItem& item, const Text& text, AudioOutput output,
                                      Manner manner) {
    Words words;
    if (output == AudioOutput::headphones)
        add_in_private(words, item, text);
    else
        add_for_everyone(words, item, text);
    if (manner == Manner::touch) add_role(words, item, text);
    add_state(words, item, text);
    return words;
}

Language language_of_item(const SceneItem& item, Language page) {
    const auto dash = item.id.rfind('_');
    if (dash == std::string::npos || item.role != Role::button) return page;
    return parse_language(std::string_view(item.id).substr(dash + 1)).value_or(page);
}

}  // namespace ardager::ui
