// Every sentence the screens can say, by name. A key's name is its msgid in assets/text/{kk,ru,en}.po; a key
// without an entry in one of them, or an entry without a key, is an error at load. Pure data.
#pragma once

#include <cstddef>
#include <cstdint>

/// One key a line. Add the key here and its entry to all three catalogues.
#define ARDAGER_TEXT_KEYS(X) \
    X(back)                  \
    X(next)                  \
    X(done)

namespace ardager::ui {

enum class Key : std::uint16_t {
#define ARDAGER_TEXT_KEY_VALUE(name) name,
    ARDAGER_TEXT_KEYS(ARDAGER_TEXT_KEY_VALUE)
#undef ARDAGER_TEXT_KEY_VALUE
};

#define ARDAGER_TEXT_KEY_COUNT(name) +1
inline constexpr std::size_t kKeyCount = 0 ARDAGER_TEXT_KEYS(ARDAGER_TEXT_KEY_COUNT);
#undef ARDAGER_TEXT_KEY_COUNT

/// The key's msgid, such as `receipt_title`.
[[nodiscard]] const char* key_name(Key key);

}  // namespace ardager::ui
