#include "hw/driver_threads.h"

#include <atomic>
#include <thread>

namespace ardager::hw {
namespace {

std::atomic<unsigned> running{0};

}  // namespace

void start_driver_thread(std::function<void()> work) {
    ++running;
    std::thread([work = std::move(work)]() mutable {
        work();
        work = {};  // what it holds may be a driver's, too
        --running;
    }).detach();
}

unsigned driver_threads() {
    return running;
}

}  // namespace ardager::hw
