// The line of the simulated world: carries requests to the real gateway's service and loses, cuts, doubles,
// delays and forges on the way. Replayable from its randomness; never waits, only moves the clock.
#pragma once

#include <functional>

#include "kiosk/base/clock.h"
#include "sync/gateway/service.h"
#include "sync/wire/http.h"

namespace ardager::bench {

enum class Weather { calm, rough };

class Link final : public wire::Transport {
public:
    using Deliver = std::function<wire::HttpResponse(const wire::HttpRequest&)>;
    using KeepPart = std::function<void(const wire::HttpRequest&)>;
    Link(Random& random, ManualClock& clock, Deliver deliver, KeepPart keep_part)
        : random_(random), clock_(clock), deliver_(std::move(deliver)), keep_part_(std::move(keep_part)) {}

    tl::expected<wire::HttpResponse, wire::LineError> call(const wire::HttpRequest& request,
                                                           int limit_ms) override;
    void set_up(bool up) { up_ = up; }
    [[nodiscard]] bool up() const { return up_; }
    void set_weather(Weather weather) { weather_ = weather; }

private:
    [[nodiscard]] tl::unexpected<wire::LineError> broken() const;
    [[nodiscard]] tl::expected<wire::HttpResponse, wire::LineError> mishap(const wire::HttpRequest& request);
    [[nodiscard]] wire::HttpRequest first_part(wire::HttpRequest request);

    Random& random_;
    ManualClock& clock_;
    Deliver deliver_;
    KeepPart keep_part_;
    bool up_ = true;
    Weather weather_ = Weather::rough;
};

}  // namespace ardager::bench
