#include "ui/session_draft.h"

#include <algorithm>

#include "kiosk/base/log.h"
#include "ui/citizen/tuning.h"

namespace ardager {
namespace {

/// As long as somebody may rest at a screen that did not lose its power.
constexpr Milliseconds kSameSession = citizen::kIdleWarning + citizen::kIdleCountdown;

std::string page_key(const std::string& session, const std::string& page) {
    return session + "/" + page;
}

/// Nothing when it is too old, of a clock that went back, or no draft of ours.
std::optional<Json> draft_of_now(const std::string& text, Instant now) {
    const auto json = parse_json(text);
    if (!json || !json->is_object() || !json->contains("draft")) return std::nullopt;
    const auto saved = parse_instant(json->value("saved_at", ""));
    if (!saved || now < *saved || now - *saved > kSameSession) return std::nullopt;
    return json->at("draft");
}

/// A page whose picture is not on disk is scanned again.
void drop_lost_pages(Json& draft, const std::vector<KeptPage>& pages) {
    const auto lost = [&](const Json& id) {
        return std::none_of(pages.begin(), pages.end(), [&](const auto& page) { return id == page.id; });
    };
    for (const char* list : {"pages", "authority_pages"}) {
        Json left = Json::array();
        for (const Json& page : draft.value(list, Json::array()))
            if (!lost(page.value("id", ""))) left.push_back(page);
        draft[list] = std::move(left);
    }
    for (Json& document : draft["answers"]["documents"]) {
        Json left = Json::array();
        for (const Json& file : document.value("files", Json::array()))
            if (!lost(file)) left.push_back(file);
        document["files"] = std::move(left);
    }
}

Result<std::vector<KeptPage>> load_pages(Journal& journal, const std::string& session) {
    std::vector<KeptPage> pages;
    for (const auto& key : TRY(journal.draft_sessions(session + "/"))) {
        const auto bytes = TRY(journal.load_draft(key));
        if (bytes) pages.push_back({key.substr(session.size() + 1), to_bytes(*bytes)});
    }
    return pages;
}

Result<std::optional<OpenedSession>> find_session(Office& office) {
    Journal& journal = office.journal();
    std::vector<std::string> sessions;
    for (const auto& key : TRY(journal.draft_sessions(kSessionDrafts)))
        if (key.find('/', std::string_view(kSessionDrafts).size()) == std::string::npos)
            sessions.push_back(key);
    // One person stands at a kiosk: of two sessions neither is known to be theirs.
    if (sessions.size() != 1) return std::optional<OpenedSession>{};
    const auto text = TRY(journal.load_draft(sessions.front()));
    auto draft = text ? draft_of_now(*text, office.clock.now()) : std::nullopt;
    if (!draft) return std::optional<OpenedSession>{};
    OpenedSession session{sessions.front(), std::move(*draft), {}};
    session.pages = TRY(load_pages(journal, session.id));
    drop_lost_pages(session.draft, session.pages);
    return std::optional<OpenedSession>(std::move(session));
}

}  // namespace

Result<void> save_session_draft(Office& office, const std::string& session, const Json& draft) {
    const Json kept{{"saved_at", iso_instant(office.clock.now())}, {"draft", draft}};
    return office.journal().save_draft(session, dump_json(kept));
}

void save_session_page(Office& office, const std::string& session, const KeptPage& page) {
    if (session.empty()) return;
    if (const auto saved = office.journal().save_draft(page_key(session, page.id), as_text(page.jpeg));
        !saved)
        log(LogLevel::warning, "citizen", "a page was not saved: " + saved.error().detail);
}

void close_session_draft(Office& office, const std::string& session) {
    if (session.empty()) return;
    if (const auto wiped = office.journal().wipe_drafts(session); !wiped)
        log(LogLevel::warning, "citizen", "a draft was not closed: " + wiped.error().detail);
}

Result<std::optional<OpenedSession>> take_up_session(Office& office) {
    auto session = find_session(office);
    // What cannot be read belongs to nobody; neither may it stop the kiosk.
    if (!session) log(LogLevel::warning, "citizen", session.error().detail);
    if (!session || !*session) {
        TRY(office.journal().wipe_drafts(kSessionDrafts));
        return std::optional<OpenedSession>{};
    }
    return session;
}

}  // namespace ardager
