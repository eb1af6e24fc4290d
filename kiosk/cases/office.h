// The office: one open record with everything a case needs to act in the branch's name.
// Owned by the record thread (or by a command); every case takes it by reference. Reads no clock by itself.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/base/clock.h"
#include "kiosk/base/signature.h"
#include "kiosk/cases/office_config.h"
#include "kiosk/receipts/forms.h"
#include "kiosk/rules/document_kinds.h"
#include "kiosk/rules/places.h"
#include "kiosk/rules/standard.h"
#include "kiosk/views/applications.h"
#include "kiosk/views/queue.h"
#include "kiosk/views/visits.h"

namespace ardager {

struct OfficePaths {
    std::filesystem::path
        folder;  // the record: ardager.toml, record.sqlite, vault.key, receipt.key, receipt.crt
    std::filesystem::path assets;
    [[nodiscard]] std::filesystem::path config() const { return folder / "ardager.toml"; }
    [[nodiscard]] std::filesystem::path vault_key() const { return folder / "vault.key"; }
    [[nodiscard]] std::filesystem::path receipt_key() const { return folder / "receipt.key"; }
    [[nodiscard]] std::filesystem::path receipt_certificate() const { return folder / "receipt.crt"; }
};

/// What the law says, read from assets/: the same for every record on the machine. Immutable.
struct LawBook {
    Standards standards;
    Calendar calendar;
    Places places;
    DocumentKinds document_kinds;
    receipts::Forms forms;
    /// Errors: not_found; invalid_input naming file, line and key.
    [[nodiscard]] static Result<LawBook> load(const std::filesystem::path& assets);
};

/// The state under which the sync keeps why nothing may be written (sync/client/outbox.h); empty: it may.
inline constexpr const char* kSyncStopped = "sync.stopped";

/// Opens a record's vault with the key in its folder. Errors: record_damaged when vault.key is missing or
/// cannot be the key, not_allowed when its mode or owner is wrong; both name the file and what to do.
[[nodiscard]] Result<std::unique_ptr<Vault>> open_record_vault(const OfficePaths& paths, Random& random);

class Office {
public:
    /// Makes keys, configuration and an empty record. Error: conflict when the folder holds a record already.
    [[nodiscard]] static Result<void> create(const OfficePaths& paths, const OfficeConfig& config,
                                             Clock& clock, Random& random);
    /// Errors: not_found (no record here: run init), record_damaged, invalid_input (configuration, assets),
    /// disk.
    [[nodiscard]] static Result<std::unique_ptr<Office>> open(const OfficePaths& paths, Clock& clock,
                                                              Random& random);
    /// The simulated world's door: its own record options, vault key and law book.
    [[nodiscard]] static Result<std::unique_ptr<Office>> open(const OfficePaths& paths, JournalOptions record,
                                                              KeySource& key, OfficeConfig config,
                                                              std::unique_ptr<Signer> signer, LawBook law,
                                                              Clock& clock, Random& random);

    /// The one way to begin entries of this branch. Error: record_damaged when the gateway holds entries that
    /// this record does not have, or another history: a number given now would be given twice.
    [[nodiscard]] Result<std::unique_ptr<Work>> begin();
    /// True while begin() is refused for that reason. Reading and drawing papers go on.
    [[nodiscard]] Result<bool> stopped();

    /// After outcome_unknown: closes and reopens the record and looks the entry up.
    /// Errors: disk when the entry is not there (nothing was kept); record_damaged; outcome_unknown when it
    /// cannot be read.
    [[nodiscard]] Result<void> settle_unknown(const EntryId& id);

    /// Commits; after an unknown outcome settles it. Afterwards the entry is on disk. Errors: as
    /// settle_unknown and Work.
    [[nodiscard]] Result<void> keep(std::unique_ptr<Work> work, const EntryId& id);

    /// Hours of this branch under a standard; those of an ordinary branch when the standard names no duty
    /// branch.
    [[nodiscard]] BranchHours hours(const Standard& standard) const;
    /// Opens the record again when its last commit left it closed; otherwise there is nothing to do.
    /// Errors: as Journal::open; then no case may run before a later call succeeds.
    [[nodiscard]] Result<void> reopen_if_closed();
    [[nodiscard]] Journal& journal() {
        ARDAGER_CHECK(journal_ != nullptr);
        return *journal_;
    }

    const OfficePaths paths;
    const OfficeConfig config;
    const LawBook law;
    Clock& clock;
    Random& random;
    const std::unique_ptr<Vault> vault;
    const std::unique_ptr<Signer> signer;  // of receipts
    const JournalOptions record;

private:
    Office(OfficePaths paths, OfficeConfig config, LawBook law, Clock& clock, Random& random,
           std::unique_ptr<Vault> vault, std::unique_ptr<Signer> signer, JournalOptions record);
    [[nodiscard]] static Result<std::unique_ptr<Office>> open_with(
        const OfficePaths& paths, JournalOptions record, std::unique_ptr<Vault> vault, OfficeConfig config,
        std::unique_ptr<Signer> signer, LawBook law, Clock& clock, Random& random);
    [[nodiscard]] Result<void> open_journal();

    ApplicationsProjector applications_;
    QueueProjector queue_;
    VisitsProjector visits_;
    std::unique_ptr<Journal> journal_;
};

}  // namespace ardager
