#include "kiosk/cases/apply_feed.h"

#include "kiosk/base/log.h"
#include "kiosk/cases/tuning.h"

namespace ardager {
namespace {

bool is_decision(const std::string& kind) {
    return kind == "decision.registered" || kind == "decision.extended" || kind == "decision.granted" ||
           kind == "decision.refused";
}

/// The gateway is no calendar: the branch counts the new term from the acceptance, under the version that it
/// promised.
Result<Date> extended_due(Office& office, const ApplicationRow& row, std::uint64_t days) {
    const auto* standard = TRY(office.law.standards.version(row.service, row.standard_version));
    const auto* extension = days > kMostTermDays ? nullptr : standard->extension(static_cast<int>(days));
    if (extension == nullptr)
        return fail(Code::invalid_input, std::to_string(days) + " is no extended term of " + row.service);
    const auto payload = TRY(parse_json(TRY(office.journal().reader().read(row.entry_seq)).payload));
    const auto accepted = TRY(parse_date(TRY(json_text(payload, "day_of_acceptance"))));
    return office.law.calendar.add_working_days(accepted, extension->days);
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
        // Other than a number there: 0 is no term of any standard.
        const auto days = json_u64(item.body, "days").value_or(0);
        const auto due = extended_due(office, *row, days);
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
