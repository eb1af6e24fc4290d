// The voice guide: from one scene after another it decides what to say. A new page is read with the way on;
// after that only what is new: where the focus went, what was chosen or switched, an error, a notice, a
// countdown. Off until a person asks for it. Owned by the frame loop; says nothing itself, reads no clock.
// Remembers the last scene while it is on, and nothing after forget().
#pragma once

#include <optional>

#include "hw/voice.h"
#include "ui/guide/spoken_item.h"

namespace ardager::ui {

/// Whom the guide speaks to at this moment.
struct Listener {
    unsigned level = 0;                         // 0: off; above: how loud
    std::optional<unsigned> seconds_left = {};  // before the session is wiped, while that is being asked
    std::vector<std::string> own = {};  // the person's words and numbers, which no loudspeaker may say
};

class Guide {
public:
    explicit Guide(AudioOutput output) : output_(output) {}

    /// What to say instead of what is being said; nothing when nothing is new. `text` is in the session's
    /// language.
    [[nodiscard]] std::optional<hw::Utterance> look(const Scene& scene, const Text& text,
                                                    const Listener& listener);
    /// At the end of a session: off, and nothing of its scenes is left.
    void forget();

private:
    AudioOutput output_;
    unsigned level_ = 0;
    Scene last_;
    Language language_ = Language::kk;
    std::optional<unsigned> seconds_;
};

}  // namespace ardager::ui
