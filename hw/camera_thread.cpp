#include "hw/camera_thread.h"

#include <condition_variable>
#include <mutex>

#include "hw/camera_preview.h"
#include "hw/driver_threads.h"

namespace ardager::hw {

struct CameraThread::State {
    State(std::unique_ptr<Camera> fitted, std::function<void()> on_change)
        : camera(std::move(fitted)), changed(std::move(on_change)) {}

    void run();
    void watch_once(std::unique_lock<std::mutex>& lock);
    /// One frame. False when the watch is over.
    bool see_once(std::uint64_t of, const Look& look_at, std::string& last_code);
    /// Changes the sight while the watch is still wanted and tells of it. False when it is over.
    bool show(std::uint64_t of, const std::function<void(Sight&)>& change);
    void forget();
    void tell_changed() {
        const std::lock_guard lock(changed_mutex);
        if (changed) changed();
    }

    const std::unique_ptr<Camera> camera;
    std::mutex changed_mutex;
    std::function<void()> changed;

    std::mutex mutex;  // guards all below
    std::condition_variable stirred;
    bool stopping = false;
    bool running = false;       // the thread has not ended
    std::uint64_t watches = 0;  // counts them: tells one from an earlier one that is still ending
    bool wanted = false;
    Look look;
    std::optional<Sight> sight;
};

void CameraThread::State::forget() {
    if (!sight) return;
    if (sight->preview) wipe(sight->preview->pixels);
    if (sight->code) wipe(*sight->code);
    sight.reset();
}

bool CameraThread::State::show(std::uint64_t of, const std::function<void(Sight&)>& change) {
    {
        const std::lock_guard lock(mutex);
        if (!wanted || watches != of) return false;
        if (!sight) sight.emplace();
        change(*sight);
        if (sight->ended) wanted = false;
    }
    tell_changed();
    return true;
}

bool CameraThread::State::see_once(std::uint64_t of, const Look& look_at, std::string& last_code) {
    auto frame = camera->next_frame();
    if (!frame) {
        if (frame.error().code != Code::not_now)
            show(of, [&](Sight& now) { now.ended = std::move(frame.error()); });
        return false;
    }
    auto preview = mirrored_preview(*frame);
    bool goes_on = show(of, [&](Sight& now) {
        if (now.preview) wipe(now.preview->pixels);
        now.preview = std::move(preview);
    });
    // After the picture is out: looking takes longer than showing.
    auto code = goes_on ? look_at(*frame) : std::nullopt;
    wipe(frame->grey);
    if (!code || *code == last_code) return goes_on;
    last_code = *code;
    return show(of, [&](Sight& now) { now.code = std::move(code); });
}

void CameraThread::State::watch_once(std::unique_lock<std::mutex>& lock) {
    const auto mine = watches;
    const Look look_at = look;
    lock.unlock();
    const auto on = camera->switch_on();
    if (!on) show(mine, [&](Sight& now) { now.ended = on.error(); });
    std::string last_code;
    // A stop() that came before the camera was on is seen here; a later one interrupts it.
    bool goes_on = on && show(mine, [](Sight&) {});
    while (goes_on) goes_on = see_once(mine, look_at, last_code);
    camera->switch_off();
    wipe(last_code);
    lock.lock();
}

void CameraThread::State::run() {
    std::unique_lock lock(mutex);
    std::uint64_t done = 0;
    while (true) {
        stirred.wait(lock, [&] { return stopping || (wanted && watches != done); });
        if (stopping) break;
        done = watches;
        watch_once(lock);
    }
    running = false;
    stirred.notify_all();
}

CameraThread::CameraThread(std::unique_ptr<Camera> camera, std::function<void()> changed,
                           std::chrono::milliseconds stop_patience)
    : state_(std::make_shared<State>(std::move(camera), std::move(changed))), stop_patience_(stop_patience) {
    if (!state_->camera) return;
    state_->running = true;
    start_driver_thread([state = state_] { state->run(); });
}

CameraThread::~CameraThread() {
    {
        const std::lock_guard lock(state_->changed_mutex);
        state_->changed = {};
    }
    stop();
    std::unique_lock lock(state_->mutex);
    state_->stopping = true;
    state_->stirred.notify_all();
    state_->stirred.wait_for(lock, stop_patience_, [&] { return !state_->running; });
}

bool CameraThread::fitted() const {
    return state_->camera != nullptr;
}

CameraState CameraThread::state() const {
    return state_->camera ? state_->camera->state() : CameraState::offline;
}

Result<void> CameraThread::watch(Look look) {
    if (!state_->camera) return fail(Code::device, "no camera is fitted");
    const std::lock_guard lock(state_->mutex);
    if (state_->wanted) return fail(Code::not_now, "the camera is watched");
    state_->wanted = true;
    ++state_->watches;
    state_->look = std::move(look);
    state_->forget();
    state_->stirred.notify_all();
    return {};
}

void CameraThread::stop() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->wanted = false;
        state_->look = {};
        state_->forget();
    }
    if (state_->camera) state_->camera->interrupt();
}

std::optional<Sight> CameraThread::take() {
    const std::lock_guard lock(state_->mutex);
    auto sight = std::exchange(state_->sight, std::nullopt);
    if (!sight || (!sight->preview && !sight->code && !sight->ended)) return std::nullopt;
    return sight;
}

}  // namespace ardager::hw
