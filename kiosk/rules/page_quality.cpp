#include "kiosk/rules/page_quality.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/rules/tuning.h"

namespace ardager {
namespace {

struct SmallPage {
    std::size_t width = 0;
    std::size_t height = 0;
    Bytes pixels;
    [[nodiscard]] int at(std::size_t x, std::size_t y) const { return pixels[y * width + x]; }
};

/// Averages squares of pixels until the page is at most kAnalysisWidth wide.
SmallPage average_down(const GreyPage& page) {
    const std::size_t step = (page.width + kAnalysisWidth - 1) / kAnalysisWidth;
    SmallPage small{page.width / step, page.height / step, {}};
    small.pixels.reserve(small.width * small.height);
    for (std::size_t y = 0; y < small.height; ++y) {
        for (std::size_t x = 0; x < small.width; ++x) {
            std::size_t sum = 0;
            for (std::size_t row = y * step; row < (y + 1) * step; ++row) {
                for (std::size_t i = 0; i < step; ++i) sum += page.pixels[row * page.width + x * step + i];
            }
            small.pixels.push_back(static_cast<std::uint8_t>(sum / (step * step)));
        }
    }
    return small;
}

/// The brightness that nine tenths of the pixels do not exceed: the paper, whatever its tint.
int paper_brightness(const std::array<std::size_t, 256>& histogram, std::size_t count) {
    std::size_t below = 0;
    for (int level = 0; level < 256; ++level) {
        below += histogram[static_cast<std::size_t>(level)];
        if (below * 10 >= count * 9) return level;
    }
    return 255;
}

/// The mean of nine neighbours: a scanner's grain must not pass for sharp edges.
SmallPage without_grain(const SmallPage& page) {
    SmallPage smooth = page;
    for (std::size_t y = 1; y + 1 < page.height; ++y) {
        for (std::size_t x = 1; x + 1 < page.width; ++x) {
            int sum = 0;
            for (std::size_t row = y - 1; row <= y + 1; ++row) {
                sum += page.at(x - 1, row) + page.at(x, row) + page.at(x + 1, row);
            }
            smooth.pixels[y * page.width + x] = static_cast<std::uint8_t>(sum / 9);
        }
    }
    return smooth;
}

/// Mean of (Laplacian ÷ range)² over the pixels whose four neighbours differ by an edge. Dividing by the
/// local range makes it independent of how dark the ink is and of how much of the page is printed.
double edge_sharpness(const SmallPage& page) {
    double sum = 0;
    std::size_t edges = 0;
    for (std::size_t y = 1; y + 1 < page.height; ++y) {
        for (std::size_t x = 1; x + 1 < page.width; ++x) {
            const int centre = page.at(x, y);
            const std::array<int, 4> around{page.at(x - 1, y), page.at(x + 1, y), page.at(x, y - 1),
                                            page.at(x, y + 1)};
            const auto [least, most] = std::minmax_element(around.begin(), around.end());
            const int range = std::max(*most, centre) - std::min(*least, centre);
            if (range < kEdgeStep) continue;
            const double laplacian = around[0] + around[1] + around[2] + around[3] - 4 * centre;
            sum += std::min(1.0, std::pow(laplacian / range, 2));
            ++edges;
        }
    }
    return edges == 0 ? 0 : sum / static_cast<double>(edges);
}

}  // namespace

const char* page_quality_name(PageQuality quality) {
    switch (quality) {
        case PageQuality::ok:
            return "ok";
        case PageQuality::blank:
            return "blank";
        case PageQuality::dark:
            return "dark";
        case PageQuality::blurred:
            return "blurred";
    }
    return "";
}

Result<PageMeasures> measure_page(const GreyPage& page) {
    if (page.width < kSmallestPage || page.height < kSmallestPage) {
        return fail(Code::invalid_input, "page is smaller than 32 × 32 pixels");
    }
    if (page.pixels.size() != std::size_t{page.width} * page.height) {
        return fail(Code::invalid_input, "page's width × height differs from its pixels");
    }
    const SmallPage small = average_down(page);
    std::array<std::size_t, 256> histogram{};
    for (const std::uint8_t pixel : small.pixels) ++histogram[pixel];
    const auto count = static_cast<double>(small.pixels.size());
    const int paper = paper_brightness(histogram, small.pixels.size());
    PageMeasures measures;
    double squares = 0;
    for (std::size_t level = 0; level < histogram.size(); ++level) {
        const auto share = static_cast<double>(histogram[level]) / count;
        measures.mean += share * static_cast<double>(level);
        squares += share * static_cast<double>(level * level);
        if (static_cast<int>(level) < paper - kInkStep) measures.ink += share;
    }
    measures.contrast = std::sqrt(std::max(0.0, squares - measures.mean * measures.mean));
    measures.sharpness = edge_sharpness(without_grain(small));
    return measures;
}

PageQuality judge_page(const PageMeasures& measures) {
    if (measures.mean < kDarkMean) return PageQuality::dark;
    if (measures.ink < kBlankInk) return PageQuality::blank;
    return measures.sharpness < kBlurredSharpness ? PageQuality::blurred : PageQuality::ok;
}

Result<PageQuality> page_quality(const GreyPage& page) {
    return judge_page(TRY(measure_page(page)));
}

Bytes grey_from_rgb(ByteView rgb) {
    Bytes grey;
    grey.reserve(rgb.size() / 3);
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
        const int luma = (299 * rgb[i] + 587 * rgb[i + 1] + 114 * rgb[i + 2]) / 1000;
        grey.push_back(static_cast<std::uint8_t>(luma));
    }
    return grey;
}

}  // namespace ardager
