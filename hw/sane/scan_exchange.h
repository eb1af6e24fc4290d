// What goes between the kiosk and its scanning program: a wish in, a page or a trouble out.
// Shapes: one line of JSON, then for a page its pixels. Both ends of one build; no format to keep stable.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hw/sane/sane_options.h"
#include "hw/scanner.h"

namespace ardager::hw::sane {

/// What went wrong: the state for the board and the error for the caller.
struct Trouble {
    ScannerState state = ScannerState::fault;
    Error error;
};
template <class T>
using Outcome = tl::expected<T, Trouble>;

struct ScanWish {
    SaneOptions options;
    bool only_look = false;  // open the device and say whether it is there
};

/// The device that answered, and its page unless it was only looked at.
struct Scanned {
    std::string device;
    std::optional<ScannedPage> page;
};

[[nodiscard]] std::string encode_wish(const ScanWish& wish);
/// Error: invalid_input.
[[nodiscard]] Result<ScanWish> decode_wish(std::string_view text);
/// In front of the pixels, which follow as they are.
[[nodiscard]] std::string encode_answer(const Outcome<Scanned>& answer);
/// Error: invalid_input when it is cut, or its pixels are not as many as it says.
[[nodiscard]] Result<Outcome<Scanned>> decode_answer(ByteView bytes);

}  // namespace ardager::hw::sane
