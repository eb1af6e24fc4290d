// Home visits by number and state, derived from the journal's entries. The projection changes inside the
// record thread's transactions; the queries run on any connection. Holds no personal data: who, where and why
// stay sealed in the entry.
#pragma once

#include <string>
#include <vector>

#include "kiosk/journal/journal.h"

namespace ardager {

enum class VisitState { requested, scheduled, started, closed };
[[nodiscard]] const char* visit_state_name(VisitState state);

struct VisitRow {
    ReceiptNumber number;
    VisitState state = VisitState::requested;
    std::string service;
    std::string language;
    Instant requested_at{};
    Instant changed_at{};         // when the state was reached
    std::uint64_t entry_seq = 0;  // where the request's payload is
};

class VisitsProjector final : public Projector {
public:
    [[nodiscard]] std::string schema() const override;
    [[nodiscard]] Result<void> apply(store::Database& database, const Entry& entry,
                                     const Json& payload) override;
    [[nodiscard]] Result<void> clear(store::Database& database) override;
};

/// Open ones first, each oldest first; closed ones last. At most `limit`. Error: record_damaged.
[[nodiscard]] Result<std::vector<VisitRow>> list_visits(store::Database& database, unsigned limit);
/// Error: not_found when this device took no such request.
[[nodiscard]] Result<VisitRow> find_visit(store::Database& database, const ReceiptNumber& number);

}  // namespace ardager
