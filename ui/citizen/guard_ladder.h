// What a kiosk that cannot do everything says, and what it still does: one ordered list (DESIGN, section 8).
// Pure: the board in, the sentence and the deeds out. The most serious trouble speaks; what is allowed is
// what every trouble allows.
#pragma once

#include <bitset>

#include "ui/citizen/events.h"
#include "ui/text/keys.h"

namespace ardager::citizen {

/// In their order: an earlier one outranks a later one.
enum class Rung {
    record_damaged,
    disk_low,
    clock_wrong,
    out_of_hours,
    no_shift,
    scanner_missing,
    printer_missing,
    line_down
};
inline constexpr std::size_t kRungs = 8;

/// What a person may begin; `finish` is to hand in what was begun before the trouble came.
enum class Deed { apply, prepare, finish, ticket, visit, status, scan_receipt, guides, print };
inline constexpr std::size_t kDeeds = 9;

using Deeds = std::bitset<kDeeds>;
using Rungs = std::bitset<kRungs>;

/// What troubles the kiosk now.
[[nodiscard]] Rungs troubles(const Board& board);
/// What is left under one trouble alone.
[[nodiscard]] Deeds allowed_under(Rung rung);

struct Guard {
    std::optional<Rung> speaks;  // the most serious trouble; nothing when all is well
    Deeds allowed;
    [[nodiscard]] bool allows(Deed deed) const { return allowed[static_cast<std::size_t>(deed)]; }
    bool operator==(const Guard&) const = default;
};

[[nodiscard]] Guard guard(const Rungs& troubles);
[[nodiscard]] inline Guard guard(const Board& board) {
    return guard(troubles(board));
}
/// The most serious trouble that forbids the deed; nothing when it is allowed.
[[nodiscard]] std::optional<Rung> forbidden_by(const Board& board, Deed deed);

/// A receipt that is held before the camera needs no scanner, only what any status needs.
[[nodiscard]] bool camera_reads(const Board& board);

/// One sentence and one next step for a citizen.
[[nodiscard]] ui::Key sentence_of(Rung rung);
/// A few words for a choice that is not offered. A line that is down forbids nothing.
[[nodiscard]] ui::Key reason_of(Rung rung);
/// For the log: `printer_missing`.
[[nodiscard]] const char* rung_name(Rung rung);

}  // namespace ardager::citizen
