// Every size, limit and delay of the kit, with its reason. Sizes are millimetres on the panel, read off the
// design pictures, which assume 3.2 px per mm: drawn(64) is what is 64 px wide there.
#pragma once

#include <array>
#include <cstddef>

#include "kiosk/base/time.h"

namespace ardager::ui::tuning {

inline constexpr float kPicturePixelsPerMm = 3.2F;
[[nodiscard]] constexpr float drawn(float pixels) {
    return pixels / kPicturePixelsPerMm;
}

// --- Touch ---
/// Shorter contacts are a sleeve or a drop of water (EN 301 549, 5.8 speaks of double-strike; VxSuite uses
/// the same).
inline constexpr Milliseconds kShortestContact{50};
/// Two taps of a trembling finger count once: the second on the same widget within this time after the first
/// is no tap. Keys of a keypad are meant to be struck twice ("00"), so they forgive only the tremor itself.
inline constexpr Milliseconds kDebounce{400};
inline constexpr Milliseconds kKeyDebounce{120};
/// So many contacts at once are a palm or a forearm: nothing is pressed until all have left.
inline constexpr std::size_t kPalmContacts = 3;
/// How far beside the widget a rolling finger may leave and still have tapped it.
inline constexpr float kDriftMm = 10.0F;
/// How far a finger moves before the page scrolls: from a widget, so that a trembling hand still taps; from
/// empty space, where nothing can be tapped by mistake.
inline constexpr float kScrollFromWidgetMm = 12.0F;
inline constexpr float kScrollFromSpaceMm = 3.0F;
/// Smallest target that VVSG 2.0 allows (12.7 mm), as height and width of any touchable box.
inline constexpr float kSmallestTargetMm = 12.7F;
/// What most people come for must be larger (DESIGN, section 8), and targets keep apart.
inline constexpr float kPrimaryTargetMm = 16.0F;
inline constexpr float kTargetGapMm = 2.5F;
/// Points of a stroke closer than this say nothing new.
inline constexpr float kStrokeStepMm = 0.3F;
/// A signature longer than this is a resting sleeve.
inline constexpr std::size_t kMostStrokePoints = 4000;

/// With keys alone the pen moves so far at each stroke of an arrow.
inline constexpr float kPenStepMm = 4.0F;

// --- Motion ---
/// A new page fades in so quickly that nobody waits for it.
inline constexpr Milliseconds kPageFade{120};
/// A press stays visible so long after a quick tap, or it would never be seen.
inline constexpr Milliseconds kPressLinger{120};
/// Between two frames of a movement: 60 in a second.
inline constexpr Milliseconds kMotionStep{16};
/// A flung page loses two thirds of its speed in this time and stops below the least speed.
inline constexpr float kGlideSeconds = 0.22F;
inline constexpr float kLeastGlidePxPerS = 40;
inline constexpr float kMostGlidePxPerS = 6000;
/// A finger that rested so long before it left has not flung anything.
inline constexpr Milliseconds kFlingRest{60};

/// Video drivers without a wait of their own are asked for input so often: a finger does not notice, and
/// 50 looks a second cost less than 0.5 % of a core.
inline constexpr Milliseconds kLookForInput{20};

/// The pen's width on paper and screen: a felt tip.
inline constexpr float kPenMm = drawn(6);
/// A scripted finger signs with so much time between points.
inline constexpr Milliseconds kScriptedStep{8};

// --- Page ---
inline constexpr float kHeaderHeight = drawn(112);
inline constexpr float kHeaderMargin = drawn(48);
/// Wide windows: less high frame, the utility bar as a rail at the left.
inline constexpr float kWideHeaderHeight = drawn(84);
inline constexpr float kWideFooterHeight = drawn(144);
inline constexpr float kRailWidth = drawn(124);
/// A line longer than this is hard to follow, so a lone column grows no wider.
inline constexpr float kWidestColumn = drawn(1100);
/// Of a wide page: what stands right of the question.
inline constexpr float kSideShare = 0.56F;
inline constexpr float kSideGap = drawn(56);
/// The keyboard beside the question needs this much, and the question this much; else it lies under it.
inline constexpr float kKeyboardWidth = drawn(1032);
inline constexpr float kLeastQuestionWidth = drawn(560);
/// Columns narrower than this stand under each other.
inline constexpr float kLeastColumn = drawn(280);
inline constexpr float kWidestDialog = drawn(984);
/// Free at a card's lower edge.
inline constexpr float kCardFoot = drawn(36);
/// A code on the screen, about: a phone reads it from an arm's length.
inline constexpr float kQrSide = drawn(250);
inline constexpr float kChartHeight = drawn(360);
inline constexpr float kAnswerLabelShare = 0.372F;  // of an answer's row; below that many ems for
inline constexpr float kLeastAnswerEms = 11;        // the answer it goes under its label
/// A wide window as high as this draws at full size; a lower one at less, down to a tablet's half.
inline constexpr float kFullHeightMm = 340;
inline constexpr float kLeastScale = 0.5F;
inline constexpr float kFooterHeight = drawn(176);
inline constexpr float kUtilityHeight = drawn(104);
inline constexpr float kMargin = drawn(64);
inline constexpr float kContentTop = drawn(56);
inline constexpr float kContentBottom = drawn(32);
inline constexpr float kGap = drawn(24);
inline constexpr float kSmallGap = drawn(12);
inline constexpr float kSectionGap = drawn(44);
inline constexpr float kTitleGap = drawn(30);
inline constexpr float kLargeGap = drawn(72);
inline constexpr float kColumnGap = drawn(28);
inline constexpr float kKeyGap = drawn(20);
inline constexpr float kWelcomeTop = drawn(124);
inline constexpr float kHairline = drawn(2);
inline constexpr float kBorder = drawn(3);
inline constexpr float kStrongBorder = drawn(4);
inline constexpr float kFocusRing = drawn(6);
inline constexpr float kRadius = drawn(20);
inline constexpr float kCardRadius = drawn(24);
inline constexpr float kFieldRadius = drawn(18);
inline constexpr float kKeyRadius = drawn(12);
/// A card's shadow: how far it falls and reaches, and how dark it begins. Quiet: it lifts, it does not draw.
inline constexpr float kShadowDrop = drawn(2);
inline constexpr float kShadowReach = drawn(9);
inline constexpr float kShadowOpacity = 0.07F;

// --- Text: pixels of the em square in the pictures ---
inline constexpr float kWelcomeText = drawn(84);
inline constexpr float kTitleText = drawn(60);
inline constexpr float kHeadingText = drawn(40);
inline constexpr float kWelcomeLeadText = drawn(38);
inline constexpr float kLeadText = drawn(32);
inline constexpr float kBodyText = drawn(29);
inline constexpr float kButtonText = drawn(34);
inline constexpr float kNoticeText = drawn(28);
inline constexpr float kHintText = drawn(26);
inline constexpr float kFinePrintText = drawn(21);
inline constexpr float kChoiceTitleText = drawn(36);
inline constexpr float kChoiceHintText = drawn(27);
inline constexpr float kFieldText = drawn(38);
inline constexpr float kDigitsText = drawn(56);
inline constexpr float kKeypadText = drawn(52);
inline constexpr float kKeyText = drawn(36);
inline constexpr float kNumberText = drawn(58);
inline constexpr float kTicketText = drawn(150);  // a place in the queue, read from a chair
inline constexpr float kDockText = drawn(22);
/// Large bold words stand a little closer, as Inter's own display cut does; share of the em square.
inline constexpr float kTitleSpacing = -0.012F;
/// Line height against the em square, for titles and for everything else.
inline constexpr float kTitleLeading = 1.16F;
inline constexpr float kLeading = 1.38F;
/// A last line shorter than this share of its column looks forgotten: others join it.
inline constexpr float kLeastLastLine = 0.34F;
/// The four sizes. The largest makes capital letters 9 mm high (body: 29 px × 0.727 ÷ 3.2 × 1.37).
inline constexpr std::array<float, 4> kTextScales{1.0F, 1.12F, 1.24F, 1.37F};
/// Keys and the page's frame grow less, so that the keyboard still fits.
inline constexpr float kMostFrameScale = 1.15F;

// --- Resources ---
/// One page of glyphs holds what a screen shows, two most sessions. After a day of all sizes and languages
/// they are full: then all is let go and the next frame fills them anew, in some milliseconds.
inline constexpr int kGlyphPageSide = 1024;
inline constexpr std::size_t kMostGlyphPages = 4;
inline constexpr std::size_t kLargestThemeBytes = std::size_t{64} * 1024;
/// The frame in a camera's picture, of its shorter side: a code that fills it is large enough to be read.
inline constexpr float kFinderOfPicture = 0.78F;
/// Previews kept as textures: a document has few pages, and the oldest go first.
inline constexpr std::size_t kMostPictures = 8;
/// A page whose measured heights still change after so many passes would never settle.
inline constexpr int kMostUnsettledFrames = 6;

// Of a display's height; the rest is the window's own frame.
inline constexpr float kOfDisplay = 0.95F;

}  // namespace ardager::ui::tuning
