#include "ui/guide/disclosure.h"

#include <algorithm>

#include "kiosk/base/text.h"
#include "ui/guide/tuning.h"

namespace ardager::ui {
namespace {

bool is_word_character(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F) || (c >= 0x400 && c <= 0x52F);  // Latin and Cyrillic letters
}

/// Runs of letters and digits.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        const bool part = is_word_character(character);
        if (part && !inside) words.emplace_back();
        if (part) append_utf8(words.back(), character);
        inside = part;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += word;
    return all;
}

}  // namespace

bool discloses(std::string_view sentence, const std::vector<std::string>& own) {
    const auto said = words_of(sentence);
    const std::string run = joined(said);
    return std::any_of(own.begin(), own.end(), [&](const std::string& secret) {
        const auto parts = words_of(secret);
        const std::string squeezed = joined(parts);
        if (count_characters(squeezed) >= kSurelyOwn) return run.find(squeezed) != std::string::npos;
        if (count_characters(squeezed) < 2) return false;
        return std::search(said.begin(), said.end(), parts.begin(), parts.end()) != said.end();
    });
}

}  // namespace ardager::ui
