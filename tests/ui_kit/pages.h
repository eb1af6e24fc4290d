// Pages of the design pictures, drawn with the kit and sample text, and a window to draw them in.
#pragma once

#include <functional>

#include "ui/kit/window.h"

namespace ardager::ui::testing {

using Page = std::function<void(Kit&)>;

/// What a page asked for since it was last looked at.
struct Asked {
    std::vector<std::string> taps;
    std::string text;
    Signature signature;
    Utility utility = Utility::none;
};

/// A window under SDL's dummy driver; time goes by its own hand.
class Bench {
public:
    explicit Bench(int width = 1080, int height = 1920, bool moving = false);
    /// Draws until nothing more is to be drawn.
    void shows(const Page& page);
    Window& window() { return *window_; }
    const SceneItem& item(std::string_view id);
    Milliseconds now{1000};

private:
    std::unique_ptr<Window> window_;
};

[[nodiscard]] PageHeader sample_header(Tone tone = Tone::warning);
[[nodiscard]] UtilityLabels sample_utility();

struct NamedPage {
    const char* name;
    std::function<Page(Asked&)> make;
};
/// The eight citizen pictures and one page with everything else.
[[nodiscard]] const std::vector<NamedPage>& sample_pages();

/// One of the sample pages on a bench.
struct Shown {
    explicit Shown(std::string_view name);
    /// Taps by id and draws; a tap that is refused fails the test.
    void tap(std::string_view id);
    Bench bench;
    Asked asked;
    Page page;
};

}  // namespace ardager::ui::testing
