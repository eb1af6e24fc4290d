// Every limit and delay of a citizen's session, with its reason. Read by flow and screens; no state.
#pragma once

#include <chrono>
#include <cstddef>

namespace ardager::citizen {

/// VVSG 2.0 asks for 2–5 min of rest before a warning and 20–45 s to answer it.
inline constexpr std::chrono::milliseconds kIdleWarning = std::chrono::minutes(2);
inline constexpr std::chrono::milliseconds kIdleCountdown = std::chrono::seconds(30);
/// A receipt's number stays readable long enough to be compared with the paper, not for the next person in
/// line.
inline constexpr std::chrono::milliseconds kOutcomeStay = std::chrono::seconds(60);
/// A Kazakh identity number has twelve digits (DOMAIN.md, IIN).
inline constexpr std::size_t kIinDigits = 12;
/// DDMMYYYY.
inline constexpr std::size_t kBirthDigits = 8;
/// A country digit and ten more, whichever way a person begins.
inline constexpr std::size_t kPhoneDigits = 11;
/// One line of a form; the rules check the exact bounds, this only stops the keyboard.
inline constexpr std::size_t kNameCharacters = 60;
inline constexpr std::size_t kAddressCharacters = 200;
inline constexpr std::size_t kDocumentNumberCharacters = 30;
/// `KRG03-K1-261123-0014-7` with room for a wider counter.
inline constexpr std::size_t kReceiptNumberCharacters = 32;
/// A military ID has at most 32 pages with marks; more is a stuck feeder.
inline constexpr std::size_t kScannedPages = 32;
/// Places that fit on one portrait page in two columns, with targets of 16 mm and the two buttons below.
inline constexpr std::size_t kPlacesOnPage = 10;
/// Documents kept for a person who brings the rest later, in days (shown in words on the page).
inline constexpr unsigned kDraftDays = 30;
/// Wrong numbers before a kept draft is closed to whoever tries.
inline constexpr unsigned kDraftTries = 3;
/// The digits of the IIN that open a number's personal part, and the wrong ones that close it until the
/// session ends. A guesser has ten thousand to go through.
inline constexpr std::size_t kLastDigits = 4;
inline constexpr unsigned kRevealTries = 3;
/// Text sizes a person steps through: 1×, 1.15×, 1.3×, 1.5×.
inline constexpr unsigned kTextSizes = 4;
/// Reading aloud: off, normal, louder, and off again. One button, one thing at a time, each step says itself.
inline constexpr unsigned kReadAloudLevels = 3;

}  // namespace ardager::citizen
