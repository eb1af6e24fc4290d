// The other end of hw/child.h: what the programs that hold drivers have in common. For their mains only.
#pragma once

#include "kiosk/base/bytes.h"

namespace ardager::hw {

/// No core dump, since what a device sees is personal data; and no life longer than the kiosk's.
void stand_apart();
/// The wish: one line of the program's input, at most kMostWishBytes of it.
[[nodiscard]] std::string read_wish();
/// To the program's output. False when the kiosk is gone.
bool write_whole(ByteView bytes);

}  // namespace ardager::hw
