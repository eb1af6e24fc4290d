// Every limit and delay of the gateway, with its reason. sync/wire/tuning.h holds those that both sides
// share.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace ardager::gateway {

/// Request line and headers; ours are under 1 KiB, and more would be memory for whoever asks.
inline constexpr std::size_t kMostHeaderBytes = 16U << 10;
/// One scanned file. Kiosks keep pages far below; a bigger one would hold a thin line for an hour.
inline constexpr std::uint64_t kMostFileBytes = 20U << 20;
/// Items of one feed page: a day's decisions of a large branch, and still a small answer.
inline constexpr std::size_t kFeedPage = 100;
/// Applications on one page of the provider's list; each opens one sealed payload.
inline constexpr std::size_t kProviderPage = 100;
/// An officer's reason for an extension or a refusal: a page of text.
inline constexpr std::size_t kMostReasonBytes = 4000;
/// Ids in standards are a word or two.
inline constexpr std::size_t kMostGroundBytes = 64;
/// A registration number as a book has it, in Kazakh letters too.
inline constexpr std::size_t kMostRegistrationBytes = 80;
/// A decision is a few fields and a reason.
inline constexpr std::size_t kMostDecisionBytes = 16U << 10;
/// Pages of the write-ahead log before it is copied back: about 16 MiB, so that restarts stay quick.
inline constexpr int kCheckpointPages = 4000;
/// Files that one entry may name; the forms know under ten, and a longer list would make one transaction
/// long.
inline constexpr std::size_t kMostNamedFiles = 200;
/// Store commands that wait while a disk is slow; beyond it a request is answered with busy.
inline constexpr std::size_t kMostWaitingRequests = 256;

/// What the server allows one connection, and all of them. Tests pass shorter times.
struct ServerLimits {
    /// Two round trips on a bad satellite line, twice.
    std::chrono::milliseconds handshake{10'000};
    /// Between requests; longer than a long poll, so that a device's connection is used again.
    std::chrono::milliseconds idle{90'000};
    /// From a request's first byte to its last header.
    std::chrono::milliseconds header{15'000};
    /// Silence in the middle of a body or of our answer.
    std::chrono::milliseconds stall{30'000};
    /// After a refusal, for the other side to read it before the line is closed.
    std::chrono::milliseconds let_go{5'000};
    /// A body slower than this over its whole length is holding a place, not a line.
    std::size_t slowest_bytes_per_second = 512;
    /// The longest wait of a long poll; proxies and phone networks cut silent connections after a minute.
    std::chrono::seconds longest_poll{60};
    /// A device uses two: one sends, one polls. The rest is for connections that died without a word.
    std::size_t connections_per_certificate = 8;
    /// Memory: each connection may hold one body of 8 MiB at worst.
    std::size_t connections = 1024;
    /// Connections in their handshake, which nobody has vouched for yet.
    std::size_t handshakes = 128;
};

}  // namespace ardager::gateway
