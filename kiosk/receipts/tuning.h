// Every limit and measure of this folder, with its reason.
#pragma once

#include <cstddef>

namespace ardager::receipts {

/// A receipt with a hundred documents has about ten pages; more is a fault in the input, not a receipt.
inline constexpr std::size_t kMaximumPages = 40;
/// A form file is about 4 KiB.
inline constexpr std::size_t kMaximumFormBytes = 64 * 1024;

/// A statement has about 330 characters; QR version 17-M still reads well from a 42 mm square.
inline constexpr std::size_t kMaximumQrCharacters = 800;
/// A statement's text is as long as a QR code may be; more is not worth decoding.
inline constexpr std::size_t kMaximumStatementCharacters = 4296;
/// A COSE_Sign1 of ours has about 210 bytes; what inflates beyond this is hostile.
inline constexpr std::size_t kMaximumInflatedBytes = 4096;

/// A phone's photograph of a receipt as PNG.
inline constexpr std::size_t kMaximumPngBytes = 32u * 1024 * 1024;
inline constexpr unsigned kMaximumPngSide = 8192;
inline constexpr std::size_t kMaximumPngPixels = 40u * 1000 * 1000;

}  // namespace ardager::receipts
