// Journal over SQLite: opening with its checks, the head in memory, drafts. Work is in work.cpp, verify() in
// inspection.cpp. Owned by the record thread. Inside kiosk/journal only.
#pragma once

#include "kiosk/journal/anchor.h"
#include "kiosk/journal/disk_reserve.h"
#include "kiosk/journal/journal.h"
#include "kiosk/journal/reader.h"
#include "kiosk/journal/record_row.h"
#include "kiosk/journal/writer_lock.h"

namespace ardager {

class SqliteJournal final : public Journal {
public:
    SqliteJournal(const JournalOptions& options, Vault& vault, Clock& clock, Random& random,
                  std::vector<Projector*> projectors, Anchor anchor, WriterLock lock)
        : device_(options.device),
          vault_(vault),
          clock_(clock),
          random_(random),
          projectors_(std::move(projectors)),
          anchor_(std::move(anchor)),
          lock_(std::move(lock)),
          reserve_(options) {}
    /// The second half of Journal::open(): everything that may find damage, then the opening mark.
    [[nodiscard]] Result<void> start(const JournalOptions& options);

    Result<std::unique_ptr<Work>> begin() override;
    JournalReader& reader() override { return *reader_; }
    Head head() const override { return head_; }
    Result<void> anchor_acknowledged(std::string_view acknowledgement) override;
    Result<void> settle() override;
    Result<void> save_draft(std::string_view session, std::string_view text) override;
    Result<std::optional<std::string>> load_draft(std::string_view session) override;
    Result<std::vector<std::string>> draft_sessions(std::string_view session_prefix) override;
    Result<void> wipe_drafts(std::string_view session) override;
    bool closed() const override { return closed_; }
    bool disk_low() const override { return reserve_.low(); }
    Result<Verification> verify() override;
    Result<void> rebuild() override;

private:
    friend class SqliteWork;
    [[nodiscard]] Result<void> open_database(const JournalOptions& options);
    [[nodiscard]] Result<void> check_anchor();
    [[nodiscard]] Result<void> check_tail();
    /// As the reader's read(); an entry that is not there is damage here.
    [[nodiscard]] Result<StoredEntry> read_kept(std::uint64_t seq);
    /// The chain from the first entry to the last. Error: record_damaged.
    [[nodiscard]] Result<Head> inspect_entries();
    /// The projections as the entries make them. Keeps nothing. Error: record_damaged.
    [[nodiscard]] Result<void> inspect_projections();
    [[nodiscard]] Result<void> mark_opened();
    [[nodiscard]] Result<void> project_again();
    /// After a commit: head, anchor and checkpoint. None of them can make the commit undone, so faults are
    /// logged.
    void committed(const Head& head, Instant last_at);
    /// Looks at what failed: frees the reserve, or closes the journal; then hands the error on.
    [[nodiscard]] Error failed(Error error);
    [[nodiscard]] Result<void> commit(store::Transaction& transaction);

    DeviceId device_;
    Vault& vault_;
    Clock& clock_;
    Random& random_;
    std::vector<Projector*> projectors_;
    Anchor anchor_;
    WriterLock lock_;
    DiskReserve reserve_;
    std::unique_ptr<store::Database> database_;
    std::unique_ptr<SqliteReader> reader_;
    RecordRow row_;
    Digest projections_;  // of the projectors that we were given; zero without any
    Head head_;
    Instant last_at_{};
    bool closed_ = false;
};

}  // namespace ardager
