#include "kiosk/cases/keep_draft.h"

#include <set>

#include "kiosk/cases/tuning.h"

namespace ardager {
namespace {

constexpr std::string_view kKeptPrefix = "kept/";

std::string draft_key(const ReceiptNumber& number) {
    return std::string(kKeptPrefix) + number.text;
}

std::string page_key(const ReceiptNumber& number, const std::string& page) {
    return draft_key(number) + "/" + page;
}

/// A draft that does not say until when is no promise of ours.
bool is_over(const std::string& text, Date today) {
    const auto json = parse_json(text);
    const auto until = json ? parse_date(json->value("until", "")) : Result<Date>(fail(json.error()));
    return !until || std::chrono::sys_days(*until) < std::chrono::sys_days(today);
}

/// Pages lie beside the answers, each sealed by itself: together they would be too large for one draft.
Result<KeptDraft> read_draft(Journal& journal, const ReceiptNumber& number, const std::string& text) {
    const auto json = TRY(parse_json(text));
    KeptDraft draft;
    draft.until = TRY(parse_date(TRY(json_text(json, "until"))));
    if (!json.contains("answers") || !json.contains("pages"))
        return fail(Code::record_damaged, "a kept draft lacks its answers");
    draft.answers = json.at("answers");
    for (const auto& page : json.at("pages")) {
        const auto id = page.get<std::string>();
        const auto bytes = TRY(journal.load_draft(page_key(number, id)));
        if (!bytes) return fail(Code::record_damaged, "a kept draft lacks a page");
        draft.pages.push_back({id, to_bytes(*bytes)});
    }
    return draft;
}

}  // namespace

Date kept_until(Date today) {
    return Date(std::chrono::sys_days(today) + std::chrono::days(kDraftKeptDays));
}

Result<ReceiptNumber> keep_draft(Office& office, const Json& answers, const std::vector<KeptPage>& pages) {
    if (office.journal().disk_low())
        return fail(Code::disk_reserved, "the disk is nearly full; drafts are not kept now");
    const Date today = office.clock.today();
    auto work = TRY(office.begin());
    const auto number = TRY(work->next_number(today));
    TRY(work->commit());
    Json kept{{"until", iso_date(kept_until(today))}, {"answers", answers}, {"pages", Json::array()}};
    for (const auto& page : pages) {
        TRY(office.journal().save_draft(page_key(number, page.id), as_text(page.jpeg)));
        kept["pages"].push_back(page.id);
    }
    TRY(office.journal().save_draft(draft_key(number), dump_json(kept)));
    return number;
}

Result<std::optional<KeptDraft>> find_kept_draft(Office& office, const ReceiptNumber& number) {
    const auto text = TRY(office.journal().load_draft(draft_key(number)));
    if (!text) return std::optional<KeptDraft>{};
    auto draft = TRY(read_draft(office.journal(), number, *text));
    if (is_over(*text, office.clock.today())) {
        TRY(wipe_kept_draft(office, number));
        return std::optional<KeptDraft>{};
    }
    return std::optional<KeptDraft>(std::move(draft));
}

Result<void> wipe_expired_drafts(Office& office) {
    std::set<std::string> drafts;
    for (const auto& session : TRY(office.journal().draft_sessions(kKeptPrefix)))
        drafts.insert(session.substr(0, session.find('/', kKeptPrefix.size())));
    for (const auto& key : drafts) {
        const auto text = TRY(office.journal().load_draft(key));
        // Pages without their draft: the power went while it was being kept, and no number was given out.
        if (!text || is_over(*text, office.clock.today())) TRY(office.journal().wipe_drafts(key));
    }
    return {};
}

Result<void> wipe_kept_draft(Office& office, const ReceiptNumber& number) {
    return office.journal().wipe_drafts(draft_key(number));
}

}  // namespace ardager
