// One running GStreamer pipeline: the configured source, made grey, small and slow enough. Lives in the
// program ardager-camera only, apart from the kiosk. The only user of gst headers.
#pragma once

#include <gst/gst.h>

#include <memory>
#include <optional>

#include "hw/gstreamer/camera_exchange.h"

namespace ardager::hw::gstreamer {

template <class T>
using Outcome = tl::expected<T, Trouble>;

class Pipeline {
public:
    /// Starts it. A source with an unknown element, or one that is no source, is told by its own words.
    [[nodiscard]] static Outcome<Pipeline> start(const CameraWish& wish);
    ~Pipeline();
    Pipeline(Pipeline&& other) noexcept
        : pipeline_(std::exchange(other.pipeline_, nullptr)), sink_(std::exchange(other.sink_, nullptr)) {}
    Pipeline& operator=(Pipeline&&) = delete;

    /// The newest frame, or nothing when none came for a moment. Trouble: the source failed or has ended.
    [[nodiscard]] Outcome<std::optional<CameraFrame>> next();

private:
    Pipeline(GstElement* pipeline, GstElement* sink) : pipeline_(pipeline), sink_(sink) {}
    [[nodiscard]] std::optional<Trouble> trouble();

    GstElement* pipeline_;
    GstElement* sink_;
};

}  // namespace ardager::hw::gstreamer
