// Every limit of the rules, with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ardager {

/// Longest part of a name in characters: the longest double surnames known are under 60.
inline constexpr std::size_t kNameLimit = 100;
/// Longest address in characters: five times a full Kazakh postal address.
inline constexpr std::size_t kAddressLimit = 300;
/// Nobody alive was born earlier; a date before it is a typing error, not a veteran.
inline constexpr int kEarliestBirthYear = 1875;

/// Largest attachment: 20 MiB holds an A4 page at 600 dpi as JPEG, and a slow line carries it in a night.
inline constexpr std::uint64_t kAttachmentLimit = 20ULL << 20;
/// The end mark of a PDF is searched in its last bytes, as readers do (ISO 32000-1, appendix H.3 note 18).
inline constexpr std::size_t kPdfTail = 1024;

/// Calendars and standards are small text; anything larger is not ours.
inline constexpr std::size_t kRuleFileLimit = 1U << 20;
/// Years whose working days are laid out at start: all that a branch meets. Others are computed when asked.
inline constexpr int kFirstYear = 2020;
inline constexpr int kLastYear = 2060;

/// Pages are averaged down to about 150 dpi of A4 first: strokes stay 2 pixels wide, scanner grain goes.
inline constexpr unsigned kAnalysisWidth = 1240;
inline constexpr unsigned kSmallestPage = 32;
/// A pixel this much darker than the paper is ink; grain and folds stay below.
inline constexpr int kInkStep = 48;
/// A page with less ink than this is blank: one line of 10 pt text on A4 is 0.2 %.
inline constexpr double kBlankInk = 0.0008;
/// Paper under a lid that was left open, or a photograph at night, averages below this.
inline constexpr double kDarkMean = 60;
/// A step between neighbours from which a pixel counts as an edge: above grain, below faint pencil.
inline constexpr int kEdgeStep = 24;
/// Mean of (Laplacian ÷ local range)² over edge pixels, grain smoothed. Rendered 10 pt text with grain at 150
/// to 300 dpi: 0.46–0.47 sharp, 0.17–0.31 smeared by 0.2 mm (reads well), 0.01–0.02 by 0.5 mm (does not).
inline constexpr double kBlurredSharpness = 0.05;

}  // namespace ardager
