// Text being typed: the buffer of each field, the focus, what the next key does. Pure; pixels know nothing of
// it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ardager::ui {

enum class KeyboardLayout;

struct TypingCommand {
    enum class Kind { insert, erase, clear };
    Kind kind = Kind::insert;
    std::string text = {};
};

/// One field's text. The buffer leads while a person types; a view that brings another text wins.
struct FieldBuffer {
    std::string typed;
    std::string seen;                   // the view's last value
    std::vector<std::string> reported;  // what the screen was told and the view has not shown yet
    std::size_t most_characters = 120;
    bool digits_only = false;
    bool changed = false;
};

/// What a touch key does when tapped.
struct KeyAction {
    enum class Kind { insert, erase, clear, shift, numbers, layout };
    Kind kind = Kind::insert;
    std::string text = {};
};

class Typing {
public:
    /// The field's buffer, following the view's value.
    FieldBuffer& follow(const std::string& id, std::string_view value);
    /// The new text once after each change.
    [[nodiscard]] std::optional<std::string> take_change(const std::string& id);
    void apply(const TypingCommand& command);
    /// True when the key was one of ours.
    bool press_key(const std::string& id);
    /// Forgets buffers and focus: another page.
    void forget();

    std::string focus;
    std::map<std::string, FieldBuffer> fields;
    std::map<std::string, KeyAction> keys;  // by scene id, of the last frame
    KeyboardLayout layout{};
    bool shift = false;
    bool numbers = false;
    bool capitals = false;  // the focused field begins each word with a capital

    /// True when the next letter is to be a capital.
    [[nodiscard]] bool upper() const;
};

/// The capital of a Latin, Russian or Kazakh letter; other characters stay.
[[nodiscard]] char32_t capital(char32_t letter);
[[nodiscard]] std::string capital_text(std::string_view text);

}  // namespace ardager::ui
