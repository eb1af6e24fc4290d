// Every limit and delay of the devices, with its reason.
#pragma once

#include <chrono>
#include <cstddef>

namespace ardager::hw {

// The interfaces promise states at most 2 s old; a card that was put in should show at once to the eye.
inline constexpr std::chrono::milliseconds kBoardRefresh{200};
// A flatbed needs up to 20 s for a colour page at 300 dpi and up to 20 s to warm its lamp.
inline constexpr std::chrono::milliseconds kScanPatience{60'000};
// A driver that does not come back must not keep the program from ending.
inline constexpr std::chrono::milliseconds kStopPatience{2'000};
// A refusal prints two documents; a queue longer than this means that nobody has looked at the printer.
inline constexpr std::size_t kMaxPrintRequests = 16;
// A person puts one card in at a time; an older one that nobody asked for is dropped.
inline constexpr std::size_t kMaxCards = 1;

// An A4 page at 600 dpi has 35 million pixels; above that it is a mistake or an attack on memory.
inline constexpr std::size_t kMaxPagePixels = 36'000'000;
// Handwriting in a military ID stays legible at 200 dpi and quality 80; a page is then 150–400 kB.
inline constexpr int kJpegQuality = 80;
// Long side of the preview in pixels: as large as the screen's preview card on a 1080-wide panel.
inline constexpr unsigned kThumbnailSide = 640;

// Legible handwriting against scanning time and bytes on a bad line.
inline constexpr unsigned kScanDotsPerInch = 200;
// Pieces in which SANE hands out a page; its network and USB drivers fill 32 to 64 KiB at once.
inline constexpr std::size_t kScanReadBytes = std::size_t{64} * 1024;
// The scanning program after it was told to stop, or has answered: a lamp needs a moment to go home. Then it
// is killed.
inline constexpr std::chrono::milliseconds kDriverPatience{2'000};
// A wish or the head of an answer: names of devices and settings.
inline constexpr std::size_t kMostWishBytes = std::size_t{16} * 1024;

}  // namespace ardager::hw
