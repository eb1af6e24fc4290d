#include "kiosk/journal/sqlite_journal.h"

#include "kiosk/base/log.h"
#include "kiosk/journal/schema.h"
#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

void log_fault(const char* doing, const Result<void>& result) {
    if (!result) log(LogLevel::warning, "journal", std::string(doing) + ": " + result.error().detail);
}

}  // namespace

void SqliteJournal::committed(const Head& head, Instant last_at) {
    head_ = head;
    last_at_ = last_at;
    if (head.seq > 0) log_fault("anchor", anchor_.set_head(head));
    log_fault("checkpoint", database_->checkpoint_if_larger(tuning::kCheckpointPages));
}

Error SqliteJournal::failed(Error error) {
    if (error.code == Code::disk && reserve_.low()) reserve_.release();
    if (error.code == Code::outcome_unknown) {
        closed_ = true;
        lock_.release();
    }
    return error;
}

Result<void> SqliteJournal::commit(store::Transaction& transaction) {
    if (auto done = transaction.commit(); !done) return fail(failed(std::move(done).error()));
    committed(head_, last_at_);
    return {};
}

Result<void> SqliteJournal::anchor_acknowledged(std::string_view acknowledgement) {
    TRY(anchor_.set_acknowledgement(acknowledgement));
    return anchor_.sync();
}

Result<void> SqliteJournal::settle() {
    TRY(anchor_.sync());
    reserve_.ensure();
    return database_->checkpoint_if_larger(tuning::kSettledPages);
}

Result<void> SqliteJournal::save_draft(std::string_view session, std::string_view text) {
    if (session.empty()) return fail(Code::invalid_input, "draft: a session has a name");
    if (text.size() > tuning::kDraftLimitBytes) return fail(Code::invalid_input, "draft: too large");
    const Bytes sealed = TRY(vault_.seal({session, "draft"}, as_bytes(text)));
    auto transaction = TRY(store::Transaction::begin(*database_));
    {
        auto write =
            TRY(database_->query("INSERT INTO drafts VALUES (?, ?)"
                                 " ON CONFLICT (session) DO UPDATE SET sealed = excluded.sealed"));
        if (auto done = write.bind(1, session).bind(2, ByteView(sealed)).run(); !done)
            return fail(failed(std::move(done).error()));
    }
    return commit(transaction);
}

Result<std::optional<std::string>> SqliteJournal::load_draft(std::string_view session) {
    auto row = TRY(database_->query("SELECT sealed FROM drafts WHERE session = ?"));
    if (!TRY(row.bind(1, session).step())) return std::nullopt;
    auto plain = vault_.open({session, "draft"}, row.blob_view(0));
    if (!plain) return fail(at_place("draft", std::move(plain).error()));
    std::optional<std::string> text(as_text(*plain));
    wipe(*plain);
    return text;
}

Result<std::vector<std::string>> SqliteJournal::draft_sessions(std::string_view session_prefix) {
    auto rows = TRY(database_->query(
        "SELECT session FROM drafts WHERE substr(session, 1, length(?1)) = ?1 ORDER BY session"));
    rows.bind(1, session_prefix);
    std::vector<std::string> sessions;
    while (TRY(rows.step())) sessions.push_back(rows.text(0));
    return sessions;
}

Result<void> SqliteJournal::wipe_drafts(std::string_view session) {
    auto transaction = TRY(store::Transaction::begin(*database_));
    for (const char* sql :
         {"UPDATE drafts SET sealed = zeroblob(length(sealed)) WHERE substr(session, 1, length(?1)) = ?1",
          "DELETE FROM drafts WHERE substr(session, 1, length(?1)) = ?1"}) {
        auto wiped = TRY(database_->query(sql));
        TRY(wiped.bind(1, session).run());
    }
    return commit(transaction);
}

Result<void> SqliteJournal::rebuild() {
    auto transaction = TRY(store::Transaction::begin(*database_));
    TRY(project_again());
    RecordRow row = row_;
    row.projections = projections_;
    TRY(write_record_row(*database_, vault_, device_, row));
    TRY(commit(transaction));
    row_ = row;
    return {};
}

Result<void> SqliteJournal::project_again() {
    for (Projector* projector : projectors_) TRY(projector->clear(*database_));
    for (std::uint64_t seq = 1; seq <= head_.seq; ++seq) {
        const StoredEntry stored = TRY(reader_->read(seq));
        const Json payload = TRY(parse_json(stored.payload));
        for (Projector* projector : projectors_) TRY(projector->apply(*database_, stored.entry, payload));
    }
    return {};
}

}  // namespace ardager
