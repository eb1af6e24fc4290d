#include "hw/driver_program.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

#include "hw/tuning.h"

namespace ardager::hw {

void stand_apart() {
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_IGN);
}

std::string read_wish() {
    std::string text;
    for (char letter = 0; text.size() < kMostWishBytes && ::read(STDIN_FILENO, &letter, 1) == 1;) {
        if (letter == '\n') break;
        text += letter;
    }
    return text;
}

bool write_whole(ByteView bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace ardager::hw
