#include "kiosk/cases/apply_feed.h"

#include "kiosk/base/log.h"
#include "kiosk/rules/due.h"

namespace ardager {
namespace {

bool is_decision(const std::string& kind) {
    return kind == "decision.registered" || kind == "decision.extended" || kind == "decision.granted" ||
           kind == "decision.refused";
}

/// The gateway is no calendar: the branch counts the new term from the acceptance, under the version that it
/// promised.
Result<Date> extended_due(const Office& office, const ApplicationRow& row, std::uint64_t days) {
    const auto* standard = TRY(office.law.standards.version(row.service, row.standard_version));
    const auto due = TRY(due_date(*standard, row.issued_at, office.law.calendar, office.hours(*standard),
                                  static_cast<int>(days)));
    return due.due;
}

Result<void> apply_decision(Office& office, Work& work, const wire::FeedItem& item) {
    if (TRY(decision_known(work.database(), item.id))) return {};
    const auto number = ReceiptNumber::parse(item.body.value("number", ""));
    const auto row =
        number ? find_application(work.database(), *number) : Result<ApplicationRow>(fail(number.error()));
    if (!row) {
        log(LogLevel::info, "feed",
            "item " + item.id + " (" + item.kind + ") is about no application of this device");
        return {};
    }
    Json payload = item.body;
    payload["feed_id"] = item.id;
    payload["decided_at"] = iso_instant(item.at);
    payload.erase("due");  // only our own calendar's date is kept
    if (item.kind == "decision.extended") {
        const auto due = extended_due(office, *row, TRY(json_u64(item.body, "days")));
        if (!due) {
            log(LogLevel::error, "feed",
                "item " + item.id + ": a term that the standard does not know: " + due.error().detail);
            return {};
        }
        payload["due"] = iso_date(*due);
    }
    TRY(work.append(item.kind, std::move(payload)));
    return {};
}

}  // namespace

Result<void> apply_feed(Office& office, const std::vector<wire::FeedItem>& items, std::uint64_t next) {
    auto work = TRY(office.journal().begin());
    for (const auto& item : items) {
        if (is_decision(item.kind))
            TRY(apply_decision(office, *work, item));
        else
            log(LogLevel::warning, "feed",
                "item " + item.id + ": kind " + item.kind + " is newer than this program");
    }
    TRY(work->put_state(kFeedCursor, std::to_string(next)));
    return work->commit();
}

}  // namespace ardager
