#include "kiosk/base/source_folder.h"

namespace ardager {

std::filesystem::path source_folder(std::string_view inside) {
    return std::filesystem::path(ARDAGER_SOURCE_DIR) / inside;
}

}  // namespace ardager
