// Every size, limit and delay of the kit, with its reason. Sizes are millimetres on the panel, read off the design
// pictures, which assume 3.2 px per mm: picture(64) is what is 64 px wide there.
#pragma once

#include <array>
#include <cstddef>

#include "kiosk/base/time.h"

namespace ardager::ui::tuning {

inline constexpr float kPicturePixelsPerMm = 3.2F;
[[nodiscard]] constexpr float picture(float pixels) { return pixels / kPicturePixelsPerMm; }

// --- Touch ---
/// Shorter contacts are a sleeve or a drop of water (EN 301 549, 5.8 speaks of double-strike; VxSuite uses the same).
inline constexpr Milliseconds kShortestContact{50};
/// How far beside the widget a rolling finger may leave and still have tapped it.
inline constexpr float kDriftMm = 10.0F;
/// How far a finger moves before the page scrolls: from a widget, so that a trembling hand still taps; from
/// empty space, where nothing can be tapped by mistake.
inline constexpr float kScrollFromWidgetMm = 12.0F;
inline constexpr float kScrollFromSpaceMm = 3.0F;
/// Smallest target that VVSG 2.0 allows (12.7 mm), as height and width of any touchable box.
inline constexpr float kSmallestTargetMm = 12.7F;
/// Points of a stroke closer than this say nothing new.
inline constexpr float kStrokeStepMm = 0.3F;
/// A signature longer than this is a resting sleeve.
inline constexpr std::size_t kMostStrokePoints = 4000;

// --- Page ---
inline constexpr float kHeaderHeight = picture(112);
inline constexpr float kHeaderMargin = picture(48);
inline constexpr float kFooterHeight = picture(176);
inline constexpr float kUtilityHeight = picture(104);
inline constexpr float kMargin = picture(64);
inline constexpr float kContentTop = picture(56);
inline constexpr float kContentBottom = picture(32);
inline constexpr float kGap = picture(24);
inline constexpr float kSmallGap = picture(12);
inline constexpr float kSectionGap = picture(44);
inline constexpr float kLargeGap = picture(72);
inline constexpr float kColumnGap = picture(28);
inline constexpr float kKeyGap = picture(20);
inline constexpr float kWelcomeTop = picture(124);
inline constexpr float kHairline = picture(2);
inline constexpr float kBorder = picture(3);
inline constexpr float kStrongBorder = picture(4);
inline constexpr float kFocusRing = picture(6);
inline constexpr float kRadius = picture(20);
inline constexpr float kCardRadius = picture(24);
inline constexpr float kFieldRadius = picture(18);
inline constexpr float kKeyRadius = picture(12);
inline constexpr float kShadow = picture(3);

// --- Text: pixels of the em square in the pictures ---
inline constexpr float kWelcomeText = picture(84);
inline constexpr float kTitleText = picture(60);
inline constexpr float kHeadingText = picture(40);
inline constexpr float kWelcomeLeadText = picture(40);
inline constexpr float kLeadText = picture(32);
inline constexpr float kBodyText = picture(29);
inline constexpr float kButtonText = picture(34);
inline constexpr float kNoticeText = picture(28);
inline constexpr float kHintText = picture(26);
inline constexpr float kFinePrintText = picture(22);
inline constexpr float kChoiceTitleText = picture(37);
inline constexpr float kChoiceHintText = picture(27);
inline constexpr float kFieldText = picture(38);
inline constexpr float kDigitsText = picture(56);
inline constexpr float kKeypadText = picture(52);
inline constexpr float kKeyText = picture(36);
inline constexpr float kNumberText = picture(58);
inline constexpr float kDockText = picture(22);
/// Line height against the em square, for titles and for everything else.
inline constexpr float kTitleLeading = 1.16F;
inline constexpr float kLeading = 1.38F;
/// The four sizes. The largest makes capital letters 9 mm high (body: 29 px × 0.727 ÷ 3.2 × 1.37).
inline constexpr std::array<float, 4> kTextScales{1.0F, 1.12F, 1.24F, 1.37F};
/// Keys and the page's frame grow less, so that the keyboard still fits.
inline constexpr float kMostFrameScale = 1.15F;

// --- Resources ---
/// Two pages of glyphs hold all sizes of one session; more means a loop that asks for ever new sizes.
inline constexpr int kGlyphPageSide = 1024;
inline constexpr std::size_t kMostGlyphPages = 8;
inline constexpr std::size_t kLargestThemeBytes = 64 * 1024;
/// Previews kept as textures: a document has few pages, and the oldest go first.
inline constexpr std::size_t kMostPictures = 8;
/// A page whose measured heights still change after so many passes would never settle.
inline constexpr int kMostUnsettledFrames = 6;

}  // namespace ardager::ui::tuning
