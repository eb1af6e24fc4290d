#include "hw/camera_thread.h"

#include <condition_variable>
#include <future>
#include <mutex>

#include "hw/camera_preview.h"
#include "hw/fake/fake_camera.h"

using namespace ardager;
using namespace ardager::hw;
using namespace std::chrono_literals;

namespace {

// Only how long a broken program may keep the tests waiting.
constexpr auto kGuard = 30s;

/// A frame of one shade; its code is the shade in words, and none for black.
CameraFrame shade(std::uint8_t value) {
    return {2, 2, Bytes(4, value)};
}
std::optional<std::string> look(const CameraFrame& frame) {
    if (frame.grey.front() == 0) return std::nullopt;
    return std::to_string(frame.grey.front());
}

/// The fake camera behind its thread; waits for what the thread tells, never for time.
struct Watched {
    Watched() {
        auto owner = std::make_unique<FakeCamera>(1ms);
        camera = owner.get();
        camera->hold(shade(0));
        thread = std::make_unique<CameraThread>(std::move(owner), [this] {
            const std::lock_guard lock(mutex);
            changed.notify_all();
        });
    }
    /// The first sight of which this is true; earlier ones are dropped.
    [[nodiscard]] bool sees(const std::function<bool(const Sight&)>& wanted) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, kGuard, [&] {
            const auto sight = thread->take();
            return sight && wanted(*sight);
        });
    }
    [[nodiscard]] bool sees_picture() {
        return sees([](const Sight& sight) { return sight.preview.has_value(); });
    }
    [[nodiscard]] bool reads(const std::string& code) {
        return sees([&](const Sight& sight) { return sight.code == code; });
    }
    /// The thread tells nobody when it has let the camera go.
    [[nodiscard]] bool is_off() const {
        const auto until = std::chrono::steady_clock::now() + kGuard;
        while (camera->state() != CameraState::off && std::chrono::steady_clock::now() < until)
            std::this_thread::yield();
        return camera->state() == CameraState::off;
    }

    std::mutex mutex;
    std::condition_variable changed;
    FakeCamera* camera = nullptr;
    std::unique_ptr<CameraThread> thread;
};

/// A driver that does not come back, not even when it is interrupted.
class DeadCamera final : public Camera {
public:
    explicit DeadCamera(std::shared_future<void> end) : end_(std::move(end)) {}
    [[nodiscard]] CameraState state() const override { return CameraState::starting; }
    [[nodiscard]] Result<void> switch_on() override { return {}; }
    [[nodiscard]] Result<CameraFrame> next_frame() override {
        end_.wait();
        return shade(7);
    }
    void switch_off() override {}
    void interrupt() override {}

private:
    std::shared_future<void> end_;
};

}  // namespace

TEST_CASE("the camera is off until somebody looks, and off again after it", "[hw][camera]") {
    Watched watched;
    CHECK(watched.thread->fitted());
    CHECK(watched.camera->times_on() == 0);
    CHECK_FALSE(watched.thread->take());
    REQUIRE(watched.thread->watch(look));
    CHECK(watched.thread->watch(look).error().code == Code::not_now);
    CHECK(watched.sees_picture());
    CHECK(watched.thread->state() == CameraState::live);
    watched.thread->stop();
    CHECK_FALSE(watched.thread->take());
    CHECK(watched.is_off());
    CHECK(watched.camera->times_on() == 1);
    REQUIRE(watched.thread->watch(look));
    CHECK(watched.sees_picture());
    CHECK(watched.camera->times_on() == 2);
}

TEST_CASE("a code is told once while it is held, and the next one after it", "[hw][camera]") {
    Watched watched;
    REQUIRE(watched.thread->watch(look));
    watched.camera->hold(shade(3));
    CHECK(watched.reads("3"));
    for (int i = 0; i < 5; ++i)
        CHECK(watched.sees([](const Sight& sight) { return !sight.code && sight.preview; }));
    watched.camera->hold(shade(4));
    CHECK(watched.reads("4"));
    SECTION("and again by whoever looks next") {
        watched.thread->stop();
        REQUIRE(watched.thread->watch(look));
        CHECK(watched.reads("4"));
    }
}

TEST_CASE("a camera that goes away says so once, and works again when it is back", "[hw][camera]") {
    Watched watched;
    const bool before = GENERATE(true, false);
    if (before) watched.camera->set_there(false);
    REQUIRE(watched.thread->watch(look));
    if (!before) {
        REQUIRE(watched.sees_picture());
        watched.camera->set_there(false);
    }
    CHECK(watched.sees([](const Sight& sight) { return sight.ended && sight.ended->code == Code::device; }));
    CHECK(watched.thread->state() == CameraState::offline);
    watched.thread->stop();
    watched.camera->set_there(true);
    REQUIRE(watched.thread->watch(look));
    CHECK(watched.sees_picture());
}

TEST_CASE("looks that begin and end at once leave the camera off", "[hw][camera]") {
    Watched watched;
    for (int i = 0; i < 50; ++i) {
        REQUIRE(watched.thread->watch(look));
        if (i % 3 == 0) CHECK(watched.sees_picture());
        watched.thread->stop();
        CHECK_FALSE(watched.thread->take());
    }
    CHECK(watched.is_off());
    CHECK_FALSE(watched.thread->take());
}

TEST_CASE("what a slow driver sends after the look has ended reaches nobody", "[hw][camera]") {
    std::promise<void> end;
    CameraThread thread(std::make_unique<DeadCamera>(end.get_future().share()), {});
    REQUIRE(thread.watch(look));
    thread.stop();
    end.set_value();
    CHECK_FALSE(thread.take());
}

TEST_CASE("the program ends although a camera's driver never comes back", "[hw][camera]") {
    std::promise<void> end;
    {
        CameraThread thread(std::make_unique<DeadCamera>(end.get_future().share()), {}, 0ms);
        REQUIRE(thread.watch(look));
    }
    end.set_value();
}

TEST_CASE("a kiosk without a camera says so", "[hw][camera]") {
    CameraThread thread(nullptr, {});
    CHECK_FALSE(thread.fitted());
    CHECK(thread.state() == CameraState::offline);
    CHECK(thread.watch(look).error().code == Code::device);
    thread.stop();
    CHECK_FALSE(thread.take());
}

TEST_CASE("the preview is a mirror, small and of the frame's own shape", "[hw][camera]") {
    const CameraFrame frame{4, 2, {10, 20, 30, 40, 50, 60, 70, 80}};
    CHECK(mirrored_preview(frame).pixels == Bytes{40, 30, 20, 10, 80, 70, 60, 50});
    const auto small = mirrored_preview(frame, 2);
    CHECK(small.width == 2);
    CHECK(small.height == 1);
    CHECK(small.pixels == Bytes{55, 35});
    CHECK(mirrored_preview({1280, 960, Bytes(std::size_t{1280} * 960)}).width <= kCameraPreviewSide);
    CHECK(mirrored_preview({4, 2, {1}}).pixels.empty());
}

TEST_CASE("the fake camera's sample is a sheet with the code that it was given", "[hw][camera]") {
    const auto empty = draw_sample_frame(0, {});
    CHECK(empty.grey.size() == std::size_t{empty.width} * empty.height);
    const auto held = draw_sample_frame(3, {true, false, true, false, true, false, true, false, true});
    CHECK(held.grey != empty.grey);
    CHECK(held.grey.size() == empty.grey.size());
    CHECK(draw_sample_frame(3, {true}).grey == empty.grey);
}
