// What the kiosk knows of each application and refusal, derived from the journal's entries.
// The projection changes inside the record thread's transactions; the queries run on any connection.
// Holds no personal data in clear: a person is a keyed name of the IIN, everything else stays in the entry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/journal/journal.h"

namespace ardager {

enum class ApplicationKind { acceptance, refusal };
enum class ApplicationState { accepted, registered, extended, granted, refused, not_accepted };
[[nodiscard]] const char* state_name(ApplicationState state);
/// Error: record_damaged on a name that no version wrote.
[[nodiscard]] Result<ApplicationState> parse_state(std::string_view name);

struct ApplicationRow {
    ReceiptNumber number;
    ApplicationKind kind = ApplicationKind::acceptance;
    ApplicationState state = ApplicationState::accepted;
    std::string service;
    std::string standard_version;
    std::string language;
    Instant issued_at{};
    std::optional<Date> due;
    std::uint64_t entry_seq = 0;  // where the payload is
    unsigned prints = 0;
};

/// A decision that came back and that the applicant has to be told of.
struct NoticeRow {
    ReceiptNumber number;
    std::string kind;  // decision.extended, decision.granted, decision.refused
    Instant at{};
    std::uint64_t entry_seq = 0;
};

class ApplicationsProjector final : public Projector {
public:
    explicit ApplicationsProjector(const Vault& vault) : vault_(vault) {}
    [[nodiscard]] std::string schema() const override;
    [[nodiscard]] Result<void> apply(store::Database& database, const Entry& entry,
                                     const Json& payload) override;
    [[nodiscard]] Result<void> clear(store::Database& database) override;

private:
    const Vault& vault_;
};

/// Error: not_found when this device issued no such number.
[[nodiscard]] Result<ApplicationRow> find_application(store::Database& database, const ReceiptNumber& number);
/// Newest first, at most `limit`.
[[nodiscard]] Result<std::vector<ApplicationRow>> list_applications(store::Database& database,
                                                                    unsigned limit);
/// Numbers of one person, newest first; `iin_name` is Vault::blind("iin", …).
[[nodiscard]] Result<std::vector<ApplicationRow>> find_by_person(store::Database& database,
                                                                 const Digest& iin_name);
/// Decisions about one number, oldest first.
[[nodiscard]] Result<std::vector<NoticeRow>> notices_of(store::Database& database,
                                                        const ReceiptNumber& number);
/// True when the decision with this feed id was applied already.
[[nodiscard]] Result<bool> decision_known(store::Database& database, std::string_view feed_id);

}  // namespace ardager
