// The icons a screen may name: Material Icons' own names and their code points in Debian's font file
// (fonts-material-design-icons-iconfont). Pure data.
#pragma once

#include <cstdint>

namespace ardager::ui {

/// X(name, code point). One more icon is one more line; only icons that are drawn are ever rasterised.
#define ARDAGER_ICONS(X)              \
    X(military_tech, 0xea3f)          \
    X(star, 0xe838)                   \
    X(cloud_off, 0xe2c1)              \
    X(cloud_done, 0xe2bf)             \
    X(chevron_right, 0xe5cc)          \
    X(assignment_turned_in, 0xe862)   \
    X(confirmation_number, 0xe638)    \
    X(home, 0xe88a)                   \
    X(menu_book, 0xea19)              \
    X(close, 0xe5cd)                  \
    X(arrow_back, 0xe5c4)             \
    X(arrow_forward, 0xe5c8)          \
    X(arrow_upward, 0xe5d8)           \
    X(backspace, 0xe14a)              \
    X(credit_card, 0xe870)            \
    X(contrast, 0xeb37)               \
    X(volume_up, 0xe050)              \
    X(support_agent, 0xf0e2)          \
    X(language, 0xe894)               \
    X(check_circle, 0xe86c)           \
    X(document_scanner, 0xe5fa)       \
    X(verified, 0xef76)               \
    X(help, 0xe887)                   \
    X(check, 0xe5ca)                  \
    X(print, 0xe8ad)                  \
    X(folder_off, 0xeb83)             \
    X(description, 0xe873)            \
    X(event, 0xe878)                  \
    X(receipt_long, 0xef6e)           \
    X(schedule, 0xe8b5)               \
    X(error, 0xe000)                  \
    X(warning, 0xe002)                \
    X(info, 0xe88e)                   \
    X(text_increase, 0xeae2)          \
    X(refresh, 0xe5d5)                \
    X(delete_outline, 0xe92e)         \
    X(edit, 0xe3c9)                   \
    X(person, 0xe7fd)                 \
    X(group, 0xe7ef)                  \
    X(inbox, 0xe156)                  \
    X(sync, 0xe627)                   \
    X(photo_camera, 0xe412)           \
    X(call, 0xe0b0)                   \
    X(badge, 0xea67)                  \
    X(campaign, 0xef49)               \
    X(visibility, 0xe8f4)             \
    X(lock, 0xe897)                   \
    X(timer, 0xe425)                  \
    X(keyboard_hide, 0xe31a)          \
    X(radio_button_unchecked, 0xe836) \
    X(history, 0xe889)                \
    X(person_off, 0xe510)             \
    X(notifications_active, 0xe7f7)   \
    X(fact_check, 0xf0c5)             \
    X(power, 0xe63c)                  \
    X(gavel, 0xe90e)                  \
    X(fast_forward, 0xe01f)           \
    X(account_circle, 0xe853)         \
    X(devices, 0xe1b1)                \
    X(wifi, 0xe63e)                   \
    X(wifi_off, 0xe648)               \
    X(build_circle, 0xef48)           \
    X(event_busy, 0xe615)             \
    X(done_all, 0xe877)               \
    X(qr_code, 0xef6b)                \
    X(expand_less, 0xe5ce)            \
    X(expand_more, 0xe5cf)

enum class Icon : std::uint16_t {
    none = 0,
#define ARDAGER_ICON_VALUE(name, code) name = code,
    ARDAGER_ICONS(ARDAGER_ICON_VALUE)
#undef ARDAGER_ICON_VALUE
};

}  // namespace ardager::ui
