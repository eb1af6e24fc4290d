// ardager-camera: a camera's frames, one after another, in a process of its own that lives as long as
// somebody looks. A driver that crashes or hangs takes nothing of the kiosk with it. Reads a wish from its
// input, writes frames to its output until it is ended; leaves no picture on disk. For the kiosk only.
#include <cstdlib>

#include "hw/driver_program.h"
#include "hw/gstreamer/pipeline.h"

namespace {

using namespace ardager;
using namespace ardager::hw::gstreamer;

int give_up(const Trouble& trouble) {
    const auto words = std::string_view(trouble.detail).substr(0, hw::kMostWishBytes);
    if (hw::write_whole(encode_head({Kind::trouble, static_cast<std::uint32_t>(trouble.state),
                                     static_cast<std::uint32_t>(words.size())})))
        hw::write_whole(as_bytes(words));
    return 1;
}

/// Until the kiosk ends it, or the source does.
int show(const CameraWish& wish) {
    auto pipeline = Pipeline::start(wish);
    if (!pipeline) return give_up(pipeline.error());
    while (true) {
        auto frame = pipeline->next();
        if (!frame) return give_up(frame.error());
        if (!*frame) continue;
        const bool told = hw::write_whole(encode_head({Kind::frame, (*frame)->width, (*frame)->height})) &&
                          hw::write_whole((*frame)->grey);
        wipe((*frame)->grey);
        if (!told) return 0;
    }
}

}  // namespace

#if defined(__SANITIZE_THREAD__)
// GStreamer and GLib are not built for the thread sanitizer: it sees neither their locks nor what they guard.
// This program has one thread of ours.
extern "C" const char* __tsan_default_options();
extern "C" const char* __tsan_default_options() {
    return "ignore_noninstrumented_modules=1";
}
#endif

int main() {
    // SIGTERM ends it at once: the system lets the device go.
    hw::stand_apart();
    const auto wish = decode_wish(hw::read_wish());
    if (!wish) return 2;
    GError* raw = nullptr;
    int code = 0;
    if (gst_init_check(nullptr, nullptr, &raw) != FALSE)
        code = show(*wish);
    else
        code = give_up({hw::CameraState::fault, "GStreamer does not start; install packaging/packages.txt"});
    if (raw != nullptr) g_error_free(raw);
    std::_Exit(code);  // plugins' threads and exit handlers have nothing left to do for us
}
