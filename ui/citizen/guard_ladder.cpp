#include "ui/citizen/guard_ladder.h"

#include <array>

namespace ardager::citizen {
namespace {

using ui::Key;

struct RungFacts {
    Rung rung;
    const char* name;
    Key sentence;
    Key reason;
    std::string_view allowed;  // a mark for each Deed, in their order: `x` is allowed
};

// What each trouble leaves, and why:
// - A damaged record is never written to or trusted: what needs no record stays, the guides and 1414.
// - Below the reserve the disk is kept for the application that is open; nothing else new is written.
// - A date that is surely wrong would promise a wrong day: a receipt must carry the right one, so staff take
//   applications until the clock is right. Numbers given meanwhile are marked in their entries.
// - Out of hours nobody accepts, and an employee must (item 5 of the rules). What was begun in time is still
//   handed in: it counts as accepted on the next working day.
// - Without an open shift it is the same, but the hall is served: tickets are given.
// - Without a scanner no document can be shown, without a printer no receipt can be given.
constexpr std::array kLadder{
    // a apply, p prepare, f finish, t ticket, v visit, s status, r scan receipt, g guides, p print
    RungFacts{Rung::record_damaged, "record_damaged", Key::guard_damaged, Key::guard_why_damaged,
              ".......x."},
    RungFacts{Rung::disk_low, "disk_low", Key::guard_disk, Key::guard_why_disk, "..x..xxxx"},
    RungFacts{Rung::clock_wrong, "clock_wrong", Key::guard_clock, Key::guard_why_clock, "..xxxxxxx"},
    RungFacts{Rung::out_of_hours, "out_of_hours", Key::guard_hours, Key::guard_why_hours, ".xx.xxxxx"},
    RungFacts{Rung::no_shift, "no_shift", Key::guard_shift, Key::guard_why_shift, ".xxxxxxxx"},
    RungFacts{Rung::scanner_missing, "scanner_missing", Key::guard_scanner, Key::guard_why_scanner,
              "..xxxx.xx"},
    RungFacts{Rung::printer_missing, "printer_missing", Key::guard_printer, Key::guard_why_printer,
              ".xxxxxxx."},
    RungFacts{Rung::line_down, "line_down", Key::guard_line, Key::guard_line, "xxxxxxxxx"}};
static_assert(kLadder.size() == kRungs);

const RungFacts& facts_of(Rung rung) {
    return kLadder[static_cast<std::size_t>(rung)];
}

}  // namespace

Rungs troubles(const Board& board) {
    Rungs found;
    const auto set = [&](Rung rung, bool here) { found[static_cast<std::size_t>(rung)] = here; };
    set(Rung::record_damaged, board.record_damaged);
    set(Rung::disk_low, board.disk_low);
    set(Rung::clock_wrong, board.clock_wrong);
    set(Rung::out_of_hours, board.out_of_hours);
    set(Rung::no_shift, board.no_shift);
    set(Rung::scanner_missing, !board.scanner_ready);
    set(Rung::printer_missing, !board.printer_ready);
    set(Rung::line_down, !board.online);
    return found;
}

Deeds allowed_under(Rung rung) {
    Deeds deeds;
    for (std::size_t i = 0; i < kDeeds; ++i) deeds[i] = facts_of(rung).allowed[i] == 'x';
    return deeds;
}

Guard guard(const Rungs& troubles) {
    Guard found{std::nullopt, Deeds().set()};
    for (const RungFacts& one : kLadder) {
        if (!troubles[static_cast<std::size_t>(one.rung)]) continue;
        if (!found.speaks) found.speaks = one.rung;
        found.allowed &= allowed_under(one.rung);
    }
    return found;
}

std::optional<Rung> forbidden_by(const Board& board, Deed deed) {
    const Rungs here = troubles(board);
    for (const RungFacts& one : kLadder)
        if (here[static_cast<std::size_t>(one.rung)] &&
            !allowed_under(one.rung)[static_cast<std::size_t>(deed)])
            return one.rung;
    return std::nullopt;
}

bool camera_reads(const Board& board) {
    return board.has_camera && guard(board).allows(Deed::status);
}

ui::Key sentence_of(Rung rung) {
    return facts_of(rung).sentence;
}

ui::Key reason_of(Rung rung) {
    return facts_of(rung).reason;
}

const char* rung_name(Rung rung) {
    return facts_of(rung).name;
}

}  // namespace ardager::citizen
