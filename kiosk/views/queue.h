// The queue of this device's tickets, derived from the journal's entries: who waits, who is called, who is
// served, and when each step was. The projection changes inside the record thread's transactions; the
// queries run on any connection. Holds no personal data: a ticket has a number and nobody's name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/ticket_number.h"
#include "kiosk/journal/journal.h"

namespace ardager {

enum class TicketState { waiting, called, serving, served, no_show, left };
[[nodiscard]] const char* ticket_state_name(TicketState state);

struct TicketRow {
    TicketNumber number;
    Date day;
    TicketState state = TicketState::waiting;
    std::string service;   // a service's id, or `question`
    std::string language;  // kk, ru, en
    std::string window;    // of the last call; empty before the first
    unsigned calls = 0;    // the first one and every repeat
    std::uint64_t entry_seq = 0;
    // What the branch's figures are made of (ANCHORS, "Queue figures"): wait = issued → first call,
    // service = start → end; somebody who left or did not come has an end and no start.
    Instant issued_at{};
    std::optional<Instant> first_called_at;
    std::optional<Instant> last_called_at;
    std::optional<Instant> started_at;
    std::optional<Instant> ended_at;
};

/// What a person who thinks of taking a ticket wants to know.
struct QueueFigures {
    unsigned waiting = 0;                      // people who were not called yet
    std::optional<unsigned> estimate_minutes;  // for somebody who takes a ticket now
    bool operator==(const QueueFigures&) const = default;
};

struct QueueNow {
    QueueFigures figures;
    std::vector<TicketRow> at_windows;  // called or being served, the latest call first
    std::vector<TicketRow> waiting;     // in the order in which they will be called
};

class QueueProjector final : public Projector {
public:
    [[nodiscard]] std::string schema() const override;
    [[nodiscard]] Result<void> apply(store::Database& database, const Entry& entry,
                                     const Json& payload) override;
    [[nodiscard]] Result<void> clear(store::Database& database) override;
};

/// Tickets of the local day `today` only: yesterday's open ones wait for nobody. Error: record_damaged.
[[nodiscard]] Result<QueueNow> queue_now(store::Database& database, Date today);
/// Every ticket of a day in order of issue, for the list and the figures.
[[nodiscard]] Result<std::vector<TicketRow>> tickets_of(store::Database& database, Date day);
/// Error: not_found when this device issued no such ticket on that day.
[[nodiscard]] Result<TicketRow> find_ticket(store::Database& database, Date day, const TicketNumber& number);
/// Tickets that this device issued on the day; the next one's counter is one more.
[[nodiscard]] Result<unsigned> count_tickets(store::Database& database, Date day);

/// Minutes until somebody who takes a ticket now is called, rounded up:
///   turns × usual ÷ windows
/// usual = the nearest-rank median of (last call → end) over the last kEstimateTickets served of the day;
/// windows = those which these tickets and the open ones were called to;
/// turns = people who must be finished before a window is free: waiting + busy windows + 1 − windows, at
/// least 0. Nothing with fewer than kLeastEstimateTickets served: better no number than an invented one.
[[nodiscard]] std::optional<unsigned> estimate_wait(const std::vector<TicketRow>& tickets_of_the_day);

}  // namespace ardager
