// The draft of the session at the screen, sealed in the record, and whether a start may take it up again.
// Same session means: the last touch that was saved is so recent that the person would still stand here if
// the power had not gone. Anything else is wiped before the first frame. Runs on the record thread, or at
// start.
#pragma once

#include "kiosk/cases/keep_draft.h"

namespace ardager {

/// Drafts of sessions begin with this, so that a start finds them and leaves the kept ones alone.
inline constexpr const char* kSessionDrafts = "session/";

struct OpenedSession {
    std::string id;
    Json draft;                   // for CitizenFlow::restore
    std::vector<KeptPage> pages;  // scanned before the power went
};

/// Errors: as Journal::save_draft.
[[nodiscard]] Result<void> save_session_draft(Office& office, const std::string& session, const Json& draft);
/// A scanned page beside its draft; a failure is logged, the page is then scanned again after a power cut.
void save_session_page(Office& office, const std::string& session, const KeptPage& page);
/// Before what the session asked for is kept: a power cut after it must not offer the questions again, for
/// the answer would be kept twice. A failure is logged.
void close_session_draft(Office& office, const std::string& session);

/// The one session that may go on; every other is wiped, also when several are there. Error: disk,
/// outcome_unknown, record_damaged.
[[nodiscard]] Result<std::optional<OpenedSession>> take_up_session(Office& office);

}  // namespace ardager
