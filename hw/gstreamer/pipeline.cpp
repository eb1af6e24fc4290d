#include "hw/gstreamer/pipeline.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

namespace ardager::hw::gstreamer {
namespace {

constexpr const char* kSinkName = "ardager_frames";
// After it the bus is looked at: an error does not end the wait for a frame.
constexpr GstClockTime kMoment = 100 * GST_MSECOND;

template <class T, void (*kRelease)(T*)>
struct Release {
    void operator()(T* one) const { kRelease(one); }
};
struct ReleaseMemory {
    void operator()(char* memory) const { g_free(memory); }
};
using OwnError = std::unique_ptr<GError, Release<GError, g_error_free>>;
using OwnSample = std::unique_ptr<GstSample, Release<GstSample, gst_sample_unref>>;
using OwnMessage = std::unique_ptr<GstMessage, Release<GstMessage, gst_message_unref>>;

Trouble trouble_of(CameraState state, const std::string& what, const std::string& next) {
    return {state, what + "; " + next};
}

/// The source's frames are dropped where they come too fast, never repeated; an old one makes room for a new.
std::string description_of(const CameraWish& wish) {
    const auto upto = [](unsigned most) { return "(int)[1," + std::to_string(most) + "]"; };
    return wish.source + " ! videorate drop-only=true max-rate=" + std::to_string(wish.frames_per_second) +
           " ! videoconvert ! videoscale ! video/x-raw,format=GRAY8,pixel-aspect-ratio=(fraction)1/1,width=" +
           upto(wish.most_width) + ",height=" + upto(wish.most_height) + " ! appsink name=" + kSinkName +
           " max-buffers=1 drop=true sync=false";
}

/// The last line names the file or what the system said; those before it, places in GStreamer's sources.
std::string reason_in(const char* details) {
    const std::string text = details == nullptr ? "" : details;
    const auto line = text.rfind('\n');
    return line == std::string::npos || line + 1 == text.size() ? "" : " (" + text.substr(line + 1) + ")";
}

/// An absent or busy device asks for a look at the cable, anything else at the configuration.
Trouble trouble_of(GstMessage* message) {
    GError* raw = nullptr;
    char* more = nullptr;
    gst_message_parse_error(message, &raw, &more);
    const OwnError error(raw);
    const std::unique_ptr<char, ReleaseMemory> details(more);
    const std::string where = GST_OBJECT_NAME(GST_MESSAGE_SRC(message));
    const std::string words = where + ": " + error->message + reason_in(details.get());
    const bool of_device = error->domain == GST_RESOURCE_ERROR;
    return of_device ? trouble_of(CameraState::offline, words, "check its cable, and device.camera")
                     : trouble_of(CameraState::fault, words, "check device.camera");
}

/// Rows without their padding.
std::optional<CameraFrame> frame_of(GstSample* sample) {
    GstVideoInfo info;
    GstVideoFrame mapped;
    const auto* caps = gst_sample_get_caps(sample);
    auto* buffer = gst_sample_get_buffer(sample);
    if (caps == nullptr || buffer == nullptr || gst_video_info_from_caps(&info, caps) == FALSE ||
        gst_video_frame_map(&mapped, &info, buffer, GST_MAP_READ) == FALSE)
        return std::nullopt;
    CameraFrame frame{static_cast<unsigned>(info.width), static_cast<unsigned>(info.height), {}};
    frame.grey.reserve(std::size_t{frame.width} * frame.height);
    const auto* row = static_cast<const std::uint8_t*>(mapped.data[0]);
    for (unsigned y = 0; y < frame.height; ++y, row += mapped.info.stride[0])
        frame.grey.insert(frame.grey.end(), row, row + frame.width);
    gst_video_frame_unmap(&mapped);
    return frame;
}

}  // namespace

Outcome<Pipeline> Pipeline::start(const CameraWish& wish) {
    GError* raw = nullptr;
    GstElement* made =
        gst_parse_launch_full(description_of(wish).c_str(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &raw);
    const OwnError error(raw);
    if (made == nullptr || error) {
        if (made != nullptr) gst_object_unref(made);
        return tl::unexpected<Trouble>(
            trouble_of(CameraState::fault, error ? error->message : "no pipeline", "check device.camera"));
    }
    GstElement* sink = gst_bin_get_by_name(GST_BIN(made), kSinkName);
    Pipeline pipeline(made, sink);
    if (sink == nullptr)
        return tl::unexpected<Trouble>(trouble_of(CameraState::fault, "no sink", "check device.camera"));
    if (gst_element_set_state(made, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE) {
        auto found = pipeline.trouble();
        if (!found) found = trouble_of(CameraState::fault, "it does not start", "check device.camera");
        return tl::unexpected<Trouble>(std::move(*found));
    }
    return pipeline;
}

Pipeline::~Pipeline() {
    if (pipeline_ == nullptr) return;
    gst_element_set_state(pipeline_, GST_STATE_NULL);
    if (sink_ != nullptr) gst_object_unref(sink_);
    gst_object_unref(pipeline_);
}

std::optional<Trouble> Pipeline::trouble() {
    GstBus* bus = gst_element_get_bus(pipeline_);
    const OwnMessage message(gst_bus_pop_filtered(bus, GST_MESSAGE_ERROR));
    gst_object_unref(bus);
    if (message) return trouble_of(message.get());
    if (sink_ != nullptr && gst_app_sink_is_eos(GST_APP_SINK(sink_)) != FALSE)
        return trouble_of(CameraState::fault, "the source has ended", "check device.camera");
    return std::nullopt;
}

Outcome<std::optional<CameraFrame>> Pipeline::next() {
    const OwnSample sample(gst_app_sink_try_pull_sample(GST_APP_SINK(sink_), kMoment));
    if (sample) return frame_of(sample.get());
    if (auto found = trouble()) return tl::unexpected<Trouble>(std::move(*found));
    return std::optional<CameraFrame>();
}

}  // namespace ardager::hw::gstreamer
