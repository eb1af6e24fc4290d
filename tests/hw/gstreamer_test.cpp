// The real program ardager-camera on the real GStreamer, whose videotestsrc plays a camera; and programs in
// its place that are drivers at their worst.
#include "hw/gstreamer/gst_camera.h"

#include <csignal>
#include <future>

#include "kiosk/base/files.h"
#include "tests/hw/temporary_folder.h"

using namespace ardager;
using namespace ardager::hw;
using namespace std::chrono_literals;

namespace {

GstCamera camera(const std::string& source) {
    return {ARDAGER_CAMERA, source};
}

CameraFrame first_frame(const std::string& source) {
    auto one = camera(source);
    REQUIRE(one.switch_on());
    auto frame = one.next_frame();
    INFO((frame ? std::string() : frame.error().detail));
    REQUIRE(frame);
    return std::move(*frame);
}

/// A program that leaves its process id in a file and then does what the script says.
class Script {
public:
    explicit Script(const std::string& then) : program_(folder_.path() / "camera") {
        const auto id = id_file().string();
        // Whole when it is there: others read it.
        const auto first = "#!/bin/sh\necho $$ > " + id + ".new\nmv " + id + ".new " + id + "\n";
        REQUIRE(write_file(program_, to_bytes(first + then + "\n"), 0700));
    }
    [[nodiscard]] GstCamera camera(CameraPatience patience = {}) const {
        return {program_, "videotestsrc is-live=true", patience};
    }
    /// Waits for its first act.
    void begins() const {
        const auto until = std::chrono::steady_clock::now() + 30s;
        while (!std::filesystem::exists(id_file()) && std::chrono::steady_clock::now() < until)
            std::this_thread::yield();
    }
    [[nodiscard]] bool runs() const {
        const auto text = read_file(id_file(), 100);
        REQUIRE(text);
        return ::kill(static_cast<pid_t>(std::stol(std::string(as_text(*text)))), 0) == 0;
    }

private:
    [[nodiscard]] std::filesystem::path id_file() const { return folder_.path() / "id"; }
    TemporaryFolder folder_;
    std::filesystem::path program_;
};

const std::string kRealProgram = std::string("exec ") + ARDAGER_CAMERA;
// Less than the real ones, so that a driver that hangs does not keep the tests.
constexpr CameraPatience kShort{200ms, 200ms, 100ms};

}  // namespace

TEST_CASE("GStreamer's frames arrive grey, whole and in their own shape", "[hw][camera]") {
    struct Row {
        unsigned width, height;
    };
    // Odd widths have padded rows in GStreamer.
    const auto row = GENERATE(values<Row>({{320, 240}, {321, 241}, {1280, 960}, {2, 2}}));
    const auto size = ",width=" + std::to_string(row.width) + ",height=" + std::to_string(row.height);
    const auto frame = first_frame("videotestsrc pattern=white ! video/x-raw,framerate=30/1" + size);
    CHECK(frame.width == row.width);
    CHECK(frame.height == row.height);
    REQUIRE(frame.grey.size() == std::size_t{row.width} * row.height);
    CHECK(std::all_of(frame.grey.begin(), frame.grey.end(), [](auto shade) { return shade > 230; }));
}

TEST_CASE("a camera with more pixels than are needed is made smaller in its own shape", "[hw][camera]") {
    const auto frame = first_frame("videotestsrc ! video/x-raw,width=3840,height=2160");
    CHECK(frame.width == kMostCameraWidth);
    CHECK(frame.height == kMostCameraWidth * 9 / 16);
}

TEST_CASE("one frame follows another, and they move", "[hw][camera]") {
    auto one = camera("videotestsrc is-live=true pattern=ball");
    CHECK(one.state() == CameraState::off);
    REQUIRE(one.switch_on());
    CHECK(one.state() == CameraState::starting);
    std::set<Bytes> different;
    for (int i = 0; i < 3; ++i) different.insert(one.next_frame().value().grey);
    CHECK(different.size() == 3);
    CHECK(one.state() == CameraState::live);
    one.switch_off();
    CHECK(one.state() == CameraState::off);
    CHECK(one.next_frame().error().code == Code::not_now);
    REQUIRE(one.switch_on());
    CHECK(one.next_frame());
}

TEST_CASE("a source that does not work says what is missing and where to look", "[hw][camera]") {
    struct Row {
        std::string source;
        CameraState state;
        std::vector<std::string> words;
    };
    const auto row = GENERATE(values<Row>(
        {{"v4l2src device=/dev/no-such-camera", CameraState::offline, {"/dev/no-such-camera", "cable"}},
         {"filesrc location=/nowhere.png ! pngdec ! imagefreeze",
          CameraState::offline,
          {"/nowhere.png", "device.camera"}},
         {"no_such_element", CameraState::fault, {"no_such_element", "device.camera"}},
         {"videotestsrc pattern=no_such_pattern", CameraState::fault, {"device.camera"}},
         {"fakesink", CameraState::fault, {"device.camera"}},
         {"", CameraState::fault, {"device.camera"}},
         {"videotestsrc num-buffers=0", CameraState::fault, {"has ended", "device.camera"}}}));
    CAPTURE(row.source);
    auto one = camera(row.source);
    REQUIRE(one.switch_on());
    const auto frame = one.next_frame();
    REQUIRE_FALSE(frame);
    CHECK(frame.error().code == Code::device);
    for (const auto& word : row.words) CHECK_THAT(frame.error().detail, Catch::Contains(word));
    CHECK(one.state() == row.state);
    one.switch_off();
    CHECK(one.state() == row.state);
}

TEST_CASE("the camera's program is gone when it is switched off, and with its camera", "[hw][camera]") {
    const Script script(kRealProgram);
    {
        auto one = script.camera();
        REQUIRE(one.switch_on());
        REQUIRE(one.next_frame());
        REQUIRE(script.runs());
        SECTION("switched off") {
            one.switch_off();
            CHECK_FALSE(script.runs());
        }
        SECTION("switched off after an interruption that nobody was waiting for") {
            one.interrupt();
            CHECK(one.next_frame().error().code == Code::not_now);
            one.switch_off();
            CHECK_FALSE(script.runs());
        }
        SECTION("left on") {}
    }
    CHECK_FALSE(script.runs());
}

TEST_CASE("a wait for a frame ends when another thread asks for it", "[hw][camera]") {
    const Script script("exec sleep 1000");
    auto one = script.camera({60s, 60s, 100ms});
    REQUIRE(one.switch_on());
    auto waiting = std::async(std::launch::async, [&] { return one.next_frame(); });
    script.begins();
    one.interrupt();
    CHECK(waiting.get().error().code == Code::not_now);
    one.switch_off();
    CHECK_FALSE(script.runs());
}

TEST_CASE("a driver that hangs is ended, also one that does not listen", "[hw][camera]") {
    const Script script(GENERATE("exec sleep 1000", "trap '' TERM\nread -r wish\nexec sleep 1000"));
    auto one = script.camera(kShort);
    REQUIRE(one.switch_on());
    script.begins();
    const auto frame = one.next_frame();
    REQUIRE_FALSE(frame);
    CHECK_THAT(frame.error().detail, Catch::Contains("does not answer"));
    CHECK(one.state() == CameraState::fault);
    one.switch_off();
    CHECK_FALSE(script.runs());
}

TEST_CASE("a camera that stops in the middle of a frame is told as one that does not answer",
          "[hw][camera]") {
    const Script script(R"(printf 'ARDF\000\000\000\002\000\000\000\002abc'
exec sleep 1000)");
    auto one = script.camera(kShort);
    REQUIRE(one.switch_on());
    CHECK_THAT(one.next_frame().error().detail, Catch::Contains("does not answer"));
}

TEST_CASE("a driver that crashes or lies costs the preview and not the kiosk", "[hw][camera]") {
    const auto [script, words] = GENERATE(table<std::string, std::string>(
        {{"kill -SEGV $$", "ended by itself"},
         {"exit 1", "ended by itself"},
         {"echo nonsense, and more of it", "no picture"},
         {R"(printf 'ARDF\377\377\377\377\377\377\377\377')", "no picture"},
         {R"(printf 'ARDF\000\000\000\000\000\000\000\002')", "no picture"},
         {R"(printf 'ARDT\000\000\000\077\000\000\000\002ab')", "no picture"},
         {R"(printf 'ARDT\000\000\000\003\377\377\377\377')", "no picture"},
         {R"(printf 'ARDF\000\000\000\002\000\000\000\002abc')", "ended by itself"}}));
    CAPTURE(script);
    const Script program(script);
    auto one = program.camera();
    REQUIRE(one.switch_on());
    const auto frame = one.next_frame();
    REQUIRE_FALSE(frame);
    CHECK(frame.error().code == Code::device);
    CHECK_THAT(frame.error().detail, Catch::Contains(words));
    CHECK(one.state() == CameraState::fault);
}

TEST_CASE("a kiosk without the camera's program says that it is missing", "[hw][camera]") {
    GstCamera one("/nowhere/ardager-camera", "videotestsrc");
    const auto on = one.switch_on();
    REQUIRE_FALSE(on);
    CHECK_THAT(on.error().detail, Catch::Contains("install the kiosk's programs together"));
    CHECK(one.state() == CameraState::fault);
}
