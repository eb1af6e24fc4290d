// ardager-scan: one look at a scanner or one page of it, in a process of its own. A driver that crashes or
// hangs takes nothing of the kiosk with it. Reads a wish from its input, writes the answer to its output,
// leaves nothing on disk. For the kiosk only.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "hw/sane/session.h"

namespace {

using namespace ardager;
using namespace ardager::hw::sane;

std::atomic<bool> cancelled{false};

void cancel(int) {
    cancelled = true;
}

std::string read_line() {
    std::string text;
    for (char letter = 0; text.size() < hw::kMostWishBytes && ::read(STDIN_FILENO, &letter, 1) == 1;) {
        if (letter == '\n') break;
        text += letter;
    }
    return text;
}

void write_all(ByteView bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written <= 0) return;  // the kiosk is gone
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

/// The kiosk reads to the end: whatever the driver does afterwards, the answer has arrived.
void answer_with(const Outcome<Scanned>& answer) {
    write_all(as_bytes(encode_answer(answer)));
    if (answer && answer->page) write_all(answer->page->rgb);
    ::close(STDOUT_FILENO);
}

void carry_out(const ScanWish& wish) {
    auto session = Session::open(wish.options.device);
    if (!session) return answer_with(tl::unexpected<Trouble>(session.error()));
    Scanned scanned{session->name(), std::nullopt};
    if (!wish.only_look) {
        auto page = session->scan(wish.options, cancelled);
        if (!page) return answer_with(tl::unexpected<Trouble>(page.error()));
        scanned.page = std::move(*page);
    }
    answer_with(scanned);
}

}  // namespace

int main() {
    ::prctl(PR_SET_DUMPABLE, 0);         // a scanned page is personal data: no core dump
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // no scanning for nobody
    std::signal(SIGTERM, cancel);
    std::signal(SIGPIPE, SIG_IGN);
    const auto wish = decode_wish(read_line());
    if (!wish) return 2;
    if (const auto status = sane_init(nullptr, nullptr); status == SANE_STATUS_GOOD)
        carry_out(*wish);
    else
        answer_with(tl::unexpected<Trouble>(trouble_of(status, "starting SANE")));
    std::_Exit(0);  // drivers' threads and exit handlers have nothing left to do for us
}
