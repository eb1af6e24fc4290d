#include "kiosk/base/log.h"
#include "kiosk/journal/schema.h"
#include "kiosk/journal/sqlite_journal.h"
#include "kiosk/journal/tuning.h"

namespace ardager {
namespace {

constexpr const char* kRecover = "; nothing was written; keep the folder as it is";

Result<void> make_folder(const std::filesystem::path& folder) {
    std::error_code failed;
    if (std::filesystem::exists(folder, failed)) return {};
    std::filesystem::create_directories(folder, failed);
    if (failed) return fail(Code::disk, "record: its folder cannot be made");
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    return {};
}

/// Zero without projectors: nothing is kept up to date then.
Digest schemas_of(const std::vector<Projector*>& projectors) {
    if (projectors.empty()) return {};
    Bytes schemas;
    for (const Projector* projector : projectors) put_sized(schemas, as_bytes(projector->schema()));
    return sha256(schemas);
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::open(const JournalOptions& options, Vault& vault, Clock& clock,
                                               Random& random, std::vector<Projector*> projectors) {
    WriterLock lock;
    if (options.vfs.empty()) {
        TRY(make_folder(options.paths.folder));
        lock = TRY(WriterLock::take(options.paths.lock()));
    }
    auto file = options.anchor ? options.anchor
                               : std::shared_ptr<AnchorFile>(open_anchor_file(options.paths.anchor()));
    Anchor anchor = TRY(Anchor::load(std::move(file), vault, options.device));
    auto journal = std::make_unique<SqliteJournal>(options, vault, clock, random, std::move(projectors),
                                                   std::move(anchor), std::move(lock));
    TRY(journal->start(options));
    return journal;
}

Result<void> SqliteJournal::start(const JournalOptions& options) {
    projections_ = schemas_of(projectors_);
    TRY(open_database(options));
    reader_ = std::make_unique<SqliteReader>(*database_, vault_, device_);
    const auto row = TRY(read_record_row(*database_, vault_, device_));
    // Every check comes before the first write: a damaged record is left as it was found.
    if (row) {
        row_ = *row;
        head_ = TRY(stored_head(*database_));
    }
    TRY(check_anchor());
    if (row) TRY(check_tail());
    TRY(database_->migrate(record_migrations()));
    reserve_.ensure();
    TRY(mark_opened());
    if (auto kept = anchor_.set_head(head_); !kept) return kept;
    return anchor_.sync();
}

Result<void> SqliteJournal::open_database(const JournalOptions& options) {
    store::Options wanted{options.paths.database(), store::Access::read_write, options.vfs, true};
    auto opened = store::Database::open(wanted);
    if (!opened && opened.error().code == Code::not_found) {
        if (anchor_.mark() && anchor_.mark()->head.seq > 0)
            return fail(Code::record_damaged, "record: the database is gone, but its anchor knows " +
                                                  std::to_string(anchor_.mark()->head.seq) + " entries" +
                                                  kRecover);
        wanted.access = store::Access::read_write_create;
        opened = store::Database::open(wanted);
    }
    if (!opened) return fail(std::move(opened).error());
    database_ = std::move(*opened);
    return {};
}

Result<void> SqliteJournal::check_anchor() {
    if (!anchor_.mark()) {
        if (anchor_.unreadable())
            log(LogLevel::warning, "journal", "the anchor is not readable; it is made again");
        else if (head_.seq > 0)
            log(LogLevel::warning, "journal", "the anchor is missing; it is made again");
        return {};
    }
    const Head anchored = anchor_.mark()->head;
    if (anchored.seq == 0) return {};
    if (head_.seq < anchored.seq)
        return fail(Code::record_damaged, "record: the database ends at entry " + std::to_string(head_.seq) +
                                              " but its anchor knows entry " + std::to_string(anchored.seq) +
                                              kRecover);
    auto found = TRY(database_->query("SELECT hash FROM entries WHERE seq = ?"));
    const bool there = TRY(found.bind(1, anchored.seq).step());
    if (!there || !std::ranges::equal(found.blob_view(0), anchored.hash.view()))
        return fail(Code::record_damaged, "entry " + std::to_string(anchored.seq) +
                                              ": differs from the one that the anchor knows" + kRecover);
    return {};
}

Result<StoredEntry> SqliteJournal::read_kept(std::uint64_t seq) {
    auto stored = reader_->read(seq);
    if (!stored && stored.error().code == Code::not_found)
        return fail(Code::record_damaged, stored.error().detail);
    return stored;
}

Result<void> SqliteJournal::check_tail() {
    if (head_.seq == 0) return {};
    const std::uint64_t first = head_.seq > tuning::kTailEntries ? head_.seq - tuning::kTailEntries + 1 : 1;
    Head before;
    if (first > 1) before = {first - 1, TRY(read_kept(first - 1)).entry.hash};
    for (std::uint64_t seq = first; seq <= head_.seq; ++seq) {
        const StoredEntry stored = TRY(read_kept(seq));
        TRY(check_link(device_, before, stored.entry, as_bytes(stored.payload)));
        before = {seq, stored.entry.hash};
        last_at_ = stored.entry.at;
    }
    return {};
}

Result<void> SqliteJournal::mark_opened() {
    auto transaction = TRY(store::Transaction::begin(*database_));
    for (Projector* projector : projectors_) TRY(database_->execute(projector->schema()));
    // Projections that are new, or were left behind by a program without them, start over.
    if (!projectors_.empty() && row_.projections != projections_) {
        TRY(project_again());
        row_.projections = projections_;
    }
    // This write is also what settles an earlier commit of unknown outcome: it takes the place of frames that
    // were written but never became part of the record, so that they cannot come back after a power cut.
    ++row_.opened;
    row_.schema = TRY(schema_digest(*database_));
    TRY(write_record_row(*database_, vault_, device_, row_));
    return commit(transaction);
}

}  // namespace ardager
