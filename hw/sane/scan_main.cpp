// ardager-scan: one look at a scanner or one page of it, in a process of its own. A driver that crashes or
// hangs takes nothing of the kiosk with it. Reads a wish from its input, writes the answer to its output,
// leaves nothing on disk. For the kiosk only.
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "hw/driver_program.h"
#include "hw/sane/session.h"

namespace {

using namespace ardager;
using namespace ardager::hw::sane;

std::atomic<bool> cancelled{false};

void cancel(int) {
    cancelled = true;
}

/// The kiosk reads to the end: whatever the driver does afterwards, the answer has arrived.
void answer_with(const Outcome<Scanned>& answer) {
    if (hw::write_whole(as_bytes(encode_answer(answer))) && answer && answer->page)
        hw::write_whole(answer->page->rgb);
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
    hw::stand_apart();
    std::signal(SIGTERM, cancel);
    const auto wish = decode_wish(hw::read_wish());
    if (!wish) return 2;
    if (const auto status = sane_init(nullptr, nullptr); status == SANE_STATUS_GOOD)
        carry_out(*wish);
    else
        answer_with(tl::unexpected<Trouble>(trouble_of(status, "starting SANE")));
    std::_Exit(0);  // drivers' threads and exit handlers have nothing left to do for us
}
