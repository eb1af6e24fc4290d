// Rest and its end: the warning, the countdown, the wipe.
#include "ui/citizen/flow.h"
#include "ui/citizen/tuning.h"

namespace ardager::citizen {
namespace {

bool asks_presence(Overlay overlay) {
    return overlay == Overlay::idle || overlay == Overlay::resume;
}

}  // namespace

bool CitizenFlow::counts_idle() const {
    switch (state_.page) {
        case Page::start:
            // Nobody's session, but somebody may have switched the voice or the letters and gone.
            return state_.comfort != Comfort{};
        // The answer is on its way and a receipt may be printing: its page must be seen.
        case Page::submitting:
        case Page::keeping_draft:
        case Page::refusing:
        case Page::ticket_taking:
        case Page::visit_sending:
            return false;
        default:
            return true;
    }
}

std::optional<Milliseconds> CitizenFlow::deadline() const {
    if (!counts_idle()) return std::nullopt;
    if (is_outcome()) return touched_ + kOutcomeStay;
    if (asks_presence(state_.overlay)) return touched_ + kIdleWarning + kIdleCountdown;
    return std::nullopt;
}

std::optional<unsigned> CitizenFlow::seconds_left() const {
    const auto end = deadline();
    if (!end) return std::nullopt;
    return static_cast<unsigned>(std::max<std::int64_t>(0, ((*end - now_).count() + 999) / 1000));
}

std::optional<Milliseconds> CitizenFlow::next_change() const {
    if (!counts_idle()) return std::nullopt;
    const auto end = deadline();
    if (!end) return touched_ + kIdleWarning;
    const auto rest = (*end - now_).count() % 1000;
    return now_ + Milliseconds(rest > 0 ? rest : 1000);
}

void CitizenFlow::on(const Tick& tick) {
    if (!ticked_) touched_ += tick.running;  // rest is counted from the first moment we know of
    ticked_ = true;
    now_ = std::max(now_, tick.running);
    today_ = tick.today;
    if (!counts_idle()) return;
    if (state_.page == Page::start) {
        if (now_ >= touched_ + kIdleWarning) end_session();
        return;
    }
    if (!is_outcome() && !asks_presence(state_.overlay) && now_ >= touched_ + kIdleWarning)
        state_.overlay = Overlay::idle;
    if (const auto end = deadline(); end && now_ >= *end) end_session();
}

void CitizenFlow::on_resume(const Intent& intent) {
    // Only a clear answer opens what somebody typed before the power went; the count does not begin again.
    if (intent.act == Act::finish) {
        end_session();
    } else if (intent.act == Act::stay) {
        state_.overlay = Overlay::none;
        touched_ = now_;
        save_draft();
    } else if (intent.act == Act::text_size || intent.act == Act::contrast || intent.act == Act::read_aloud) {
        on_anywhere(intent);  // whoever needs large letters needs them for this question too
    }
}

void CitizenFlow::on(const Touched&) {
    if (state_.overlay == Overlay::resume) return;
    touched_ = now_;
    if (state_.overlay == Overlay::idle) state_.overlay = Overlay::none;
}

}  // namespace ardager::citizen
