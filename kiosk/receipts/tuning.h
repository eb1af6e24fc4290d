// Every limit and measure of this folder, with its reason.
#pragma once

#include <cstddef>

namespace ardager::receipts {

/// A receipt with a hundred documents has about ten pages; more is a fault in the input, not a receipt.
inline constexpr std::size_t kMaximumPages = 40;
/// Three pages of text. Breaking one endless word takes time with the square of its length.
inline constexpr std::size_t kMaximumTextBytes = 16U << 10;
/// A form file is about 4 KiB.
inline constexpr std::size_t kMaximumFormBytes = 64U << 10;

/// A statement has about 330 characters; QR version 17-M still reads well from a 42 mm square.
inline constexpr std::size_t kMaximumQrCharacters = 800;
/// A statement's text is as long as a QR code may be; more is not worth decoding.
inline constexpr std::size_t kMaximumStatementCharacters = 4296;
/// A COSE_Sign1 of ours has about 210 bytes; what inflates beyond this is hostile.
inline constexpr std::size_t kMaximumInflatedBytes = 4096;

/// A phone's photograph of a receipt as PNG.
inline constexpr std::size_t kMaximumPngBytes = 32U << 20;
inline constexpr unsigned kMaximumPngSide = 8192;
inline constexpr std::size_t kMaximumPngPixels = 40'000'000;

/// The preview of one page on a screen, or a golden image.
inline constexpr int kMinimumPreviewWidth = 100;
inline constexpr int kMaximumPreviewWidth = 4000;

/// Points, 1/72 inch: cairo's unit on PDF.
inline constexpr double kPointsPerMillimetre = 72.0 / 25.4;
/// A statement's 61 modules and quiet zone: 0.6 mm a module, which old phones still focus on.
inline constexpr double kQrSide = 42 * kPointsPerMillimetre;
/// The portal's address has 29 modules with its quiet zone: 0.9 mm each.
inline constexpr double kPortalQrSide = 26 * kPointsPerMillimetre;
/// 203 dpi thermal heads print a module as 4 dots at this size.
inline constexpr double kRollQrSide = 40 * kPointsPerMillimetre;
/// ISO/IEC 18004 §5.3.8: four modules of white on each side.
inline constexpr int kQuietModules = 4;
/// A row taller than this is cut between lines, so that no name can be longer than a page.
inline constexpr double kMaximumStripHeight = 200;
/// A roll longer than a metre is cut: no printer's buffer is endless.
inline constexpr double kMaximumRollHeight = 1000 * kPointsPerMillimetre;

}  // namespace ardager::receipts
