// The words of the kit's vocabulary: tones, parts of a page, contents of the larger widgets. Plain values
// that a screen fills from its View; nothing here draws.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/bytes.h"
#include "ui/kit/icons.h"

namespace ardager::ui {

enum class Tone { info, ok, warning, danger };
enum class ButtonStyle { primary, secondary, danger };
/// The four text sizes of a citizen's session.
enum class TextSize { normal, large, larger, largest };
/// The three themes; the utility bar goes through them in this order.
enum class Contrast { calm, high, dark };
inline constexpr std::size_t kContrasts = 3;
enum class Gap { small, normal, section, large };
enum class KeyboardLayout { kazakh, russian, english };

struct Chip {
    Tone tone = Tone::info;
    Icon icon = Icon::none;
    std::string label;
};

struct PageHeader {
    std::string organisation;
    std::string branch;
    Chip line;
};

/// Words under the page, in the order of the pictures; what has an empty one is not offered.
struct UtilityLabels {
    std::string text_size, contrast, read_aloud, help, language;
    std::string scroll_up = {}, scroll_down = {};  // spoken names of the arrows beside a long page
};
/// What was tapped in the utility bar; scene ids `utility_text_size` and so on.
enum class Utility { none, text_size, smaller_text, contrast, read_aloud, help, language };

struct Choice {
    Icon icon = Icon::none;
    std::string title;
    std::string hint = {};
    bool primary = false;  // the one that most people come for
    bool chevron = true;
    bool selected = false;
};

/// A card that says something and cannot be tapped: icon, title, hint, framed in the tone.
struct Statement {
    Tone tone = Tone::info;
    Icon icon = Icon::none;
    std::string title;
    std::string hint = {};
};

struct FieldOptions {
    std::string note = {};   // beside the label, light: "(болса)"
    std::string error = {};  // shown under the field and in red; the same words as in the summary
    std::size_t most_characters = 120;
    bool digits_only = false;
    bool capitals = true;  // the keyboard begins each word with a capital
};

struct DigitsOptions {
    std::string label = {};  // shown above; when empty, only `spoken` names the field
    std::string spoken = {};
    std::string error = {};
    std::vector<unsigned> groups = {4, 4, 4};  // digits a group; their sum is the most that fits
    std::string prefix = {};                   // shown before the digits and not part of the value: "+7"
};

struct KeypadLabels {
    std::string clear;
    std::string erase_spoken;
};

struct KeyboardLabels {
    std::string space, done;
    std::string shift_spoken, erase_spoken;
};

/// One line of a list that can be tapped: what it is, what is told about it, and a word at the right.
struct ListRow {
    Icon icon = Icon::none;
    std::string title;
    std::string detail = {};
    std::string value = {};
    bool selected = false;
    bool enabled = true;
};

/// Pixels for a preview. Shape: height × width × 3, 8 bits, RGB, rows from the top, no padding. `version`
/// tells one picture from the next without comparing pixels.
struct Picture {
    std::uint64_t version = 0;
    unsigned width = 0;
    unsigned height = 0;
    Bytes rgb;
};

struct ScanTile {
    enum class State { empty, busy, good, poor };
    State state = State::empty;
    std::string caption;
    std::shared_ptr<const Picture> preview = nullptr;
};

/// One finger's path, in mm from the pad's top left corner.
struct PointMm {
    float x = 0, y = 0;
    bool operator==(const PointMm&) const = default;
};
struct Signature {
    std::vector<std::vector<PointMm>> strokes;
    float width_mm = 0, height_mm = 0;  // of the pad it was drawn on
    [[nodiscard]] bool empty() const { return strokes.empty(); }
    bool operator==(const Signature&) const = default;
};
/// Black strokes on white, 8-bit grey PNG at the given resolution. Error: invalid_input when empty.
[[nodiscard]] Result<Bytes> signature_png(const Signature& signature, unsigned dots_per_inch = 200);

struct AnswerRow {
    std::string label, value, change;
};

/// Words with something of the person in them: the screen shows `shown`, a loudspeaker says `aloud`.
struct OwnWords {
    std::string shown, aloud;
};

struct FaultLine {
    std::string field_id;  // tapping the line moves there
    std::string text;
};

/// Dark modules of a QR code. Shape: size × size, row by row.
struct QrModules {
    unsigned size = 0;
    std::vector<bool> dark;
};

/// The number a person takes away: caption, number in large, QR, lines beside it.
struct NumberCard {
    struct Line {
        std::string text;
        bool strong = false;
        bool open = false;  // nothing of the person in it: a loudspeaker may say it
    };
    std::string caption, number, spoken_number;
    QrModules qr;
    std::vector<Line> lines;
    bool large = false;  // a short number that is read from afar: a place in the queue
};

/// Figures of a hall over hours or days. Values are finite and not negative, in one unit of the caller's.
struct Chart {
    struct Bar {
        std::string label;  // under the bar: "9:00"
        double value = 0;
        std::string said;  // the value in words: "13:20"
    };
    std::string title;  // spoken; a heading above shows it
    std::vector<Bar> bars;
    std::optional<double> limit = std::nullopt;
    std::string limit_label = {};  // "норма 15 мин"
    std::string over_spoken = {};  // after a bar over the limit: "нормадан артық"
};

struct DockOptions {
    float width_mm = 90;
};

}  // namespace ardager::ui
