// Every scene that a citizen can meet: each page, the same page when it complains, the questions that lie
// over a page, the kiosk in each kind of trouble. A new page of kTour comes in by itself.
#pragma once

#include <functional>

#include "tests/citizen/page_tour.h"

namespace ardager::citizen {

/// Who reads: what was chosen in the bar at the bottom.
struct Reader {
    const char* language = "kk";
    Comfort comfort;
};

/// Brings the kiosk to one scene after the other, shows it to `looks` and says its name: `phone`,
/// `phone-error`, `dialog-idle`, `menu-disk_low`.
void every_scene(Kiosk& kiosk, const Reader& reader,
                 const std::function<void(const std::string& name)>& looks);

/// Of these, the questions that lie over a page.
void every_question(Kiosk& kiosk, const Reader& reader,
                    const std::function<void(const std::string& name)>& looks);

}  // namespace ardager::citizen
