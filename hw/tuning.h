// Every limit and delay of the devices, with its reason.
#pragma once

#include <array>
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
// As much as a pipe holds.
inline constexpr std::size_t kDriverReadBytes = std::size_t{64} * 1024;
// The scanning program after it was told to stop, or has answered: a lamp needs a moment to go home. Then it
// is killed.
inline constexpr std::chrono::milliseconds kDriverPatience{2'000};
// A wish or the head of an answer: names of devices and settings.
inline constexpr std::size_t kMostWishBytes = std::size_t{16} * 1024;

// Smooth enough to find the place with a trembling hand; each one is a frame of the whole page.
inline constexpr unsigned kCameraFramesPerSecond = 10;
// A code of 42 mm that fills a third of the picture then has 5 pixels a module; more only takes time.
inline constexpr unsigned kMostCameraWidth = 1280;
inline constexpr unsigned kMostCameraHeight = 960;
// Long side of the camera's picture on the screen: as large as its card there.
inline constexpr unsigned kCameraPreviewSide = 480;
// A camera wakes within 3 s; the first start after an installation also lists GStreamer's plugins.
inline constexpr std::chrono::milliseconds kCameraStart{10'000};
// Between two frames: thirty of them are missing, or it is a very dark room with a long exposure.
inline constexpr std::chrono::milliseconds kCameraSilence{3'000};

// CUPS on this machine answers in milliseconds; a CUPS that says nothing for this long hangs.
inline constexpr std::chrono::milliseconds kCupsAnswer{700};
// Taking a document in: CUPS writes it to its spool, on a busy disk for seconds.
inline constexpr std::chrono::milliseconds kCupsDocument{5'000};
// hw/printer.h promises a state at most this old; what was heard before is worth nothing and is offline.
inline constexpr std::chrono::milliseconds kPrinterFresh{2'000};
// Between two looks at the queue and its jobs: a slow printer's answer and the next look fit into the above.
inline constexpr std::chrono::milliseconds kPrinterWatch{500};
// Between two questions to an idle printer itself: soon enough for the next person, and no printer is kept
// awake by it.
inline constexpr std::chrono::milliseconds kPrinterItself{5'000};
// Every job begins by connecting; a printer that wakes up takes some seconds, one that is off for ever.
inline constexpr std::chrono::milliseconds kPrinterConnecting{4'000};
// An open queue begins its next job at once. One that lies there longer was dropped by CUPS (on its restart,
// after a failure that it means to repeat 30 s later): it is taken back before that.
inline constexpr std::chrono::milliseconds kPrinterStalled{5'000};
// What clocks that count whole seconds may differ by.
inline constexpr std::chrono::seconds kPrinterSecond{2};
// How often a printer that does not answer is asked for a job's end before CUPS's word has to do.
inline constexpr unsigned kPrinterAsked = 3;
// The program's end waits this long for a question that is on its way to CUPS.
inline constexpr std::chrono::milliseconds kPrinterStopPatience{1'000};
// A receipt has some 50 kB; larger pieces only grow the memory.
inline constexpr std::size_t kCupsPiece = std::size_t{64} * 1024;
// A refusal prints two documents; more than this at once means that nobody looks at the printer.
inline constexpr std::size_t kMostPrintJobs = 32;
// Ended jobs whose outcome can still be asked; the device thread asks within a second.
inline constexpr std::size_t kMostEndedJobs = 64;
// Of one list of jobs; what is beyond is left to the next sweep.
inline constexpr int kMostListedJobs = 100;

// Volume: twice the amplitude is 6 dB, clearly louder to an old ear. The loudest is the synthesizer's own
// level; how loud that is in the hall an administrator sets once at the amplifier, and no citizen can pass
// it.
inline constexpr unsigned kNormalVolume = 1;
inline constexpr unsigned kLoudestVolume = 2;
inline constexpr std::array<float, 2> kVolumeGains{0.5F, 1.0F};
// An old person follows about 140 words a minute; espeak-ng's own 175 is a newsreader's.
inline constexpr int kSpeechWordsPerMinute = 140;
// A pause between two sentences.
inline constexpr std::chrono::milliseconds kSentencePause{250};
// Speech reaches the sink in pieces so short that a cut is heard at once.
inline constexpr std::chrono::milliseconds kAudioPiece{30};
// Of the sound card: long enough for a busy frame loop beside us, short enough to be cut.
inline constexpr std::chrono::milliseconds kAudioBuffer{150};
// A sound card that takes nothing for this long has stopped.
inline constexpr std::chrono::milliseconds kAudioPatience{1'000};
// A sound card that does not come back must not keep the program from ending.
inline constexpr std::chrono::milliseconds kVoiceStopPatience{500};
// One page read out; more is a mistake.
inline constexpr std::size_t kMostSpokenParts = 80;
inline constexpr std::size_t kLongestSpokenText = 2'000;
// Clips: a telephone's rate to a studio's; a sentence takes seconds.
inline constexpr unsigned kLowestClipRate = 8'000;
inline constexpr unsigned kHighestClipRate = 48'000;
inline constexpr std::chrono::seconds kLongestClip{60};
inline constexpr std::size_t kLargestClip = std::size_t{8} * 1024 * 1024;

}  // namespace ardager::hw
