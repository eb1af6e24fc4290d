#include "kiosk/cases/office.h"

#include "kiosk/base/files.h"
#include "kiosk/cases/tuning.h"
#include "kiosk/vault/file_key_source.h"
#include "kiosk/vault/self_signed.h"
#include "kiosk/vault/signing_key.h"

namespace ardager {

namespace {

/// A key that others may read is not lost: its mode is what is wrong. True for one that is not there.
bool is_closed_to_others(const std::filesystem::path& path) {
    std::error_code failed;
    const auto mode = std::filesystem::status(path, failed).permissions();
    constexpr auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    return failed || mode == std::filesystem::perms::unknown ||
           (mode & others) == std::filesystem::perms::none;
}

/// A record without its keys is as closed as a broken one; only their backup opens it again.
Error key_error(const std::filesystem::path& path, const Error& error) {
    const std::string what = path.string() + ": " + error.detail;
    const bool lost =
        error.code == Code::not_found || error.code == Code::not_allowed || error.code == Code::invalid_input;
    if (!lost || !is_closed_to_others(path)) return {error.code, what, {}};
    return {Code::record_damaged,
            what + "; put this file back from its backup: without it the record stays closed",
            {}};
}

}  // namespace

Result<std::unique_ptr<Vault>> open_record_vault(const OfficePaths& paths, Random& random) {
    FileKeySource key(paths.vault_key());
    auto vault = open_vault(key, random);
    if (!vault) return fail(key_error(paths.vault_key(), vault.error()));
    return vault;
}

Result<LawBook> LawBook::load(const std::filesystem::path& assets) {
    LawBook law;
    law.standards = TRY(Standards::load(assets / "standards"));
    law.calendar = TRY(Calendar::load(assets / "calendars"));
    law.places = TRY(Places::load(assets / "reference" / "kato.toml"));
    law.document_kinds = TRY(DocumentKinds::load(assets / "reference" / "documents.toml"));
    law.forms = TRY(receipts::Forms::load(assets / "forms"));
    return law;
}

Result<void> Office::create(const OfficePaths& paths, const OfficeConfig& config, Clock& clock,
                            Random& random) {
    if (std::filesystem::exists(paths.config()))
        return fail(Code::conflict,
                    paths.folder.string() + ": holds a record already; choose another --data folder");
    TRY(make_private_folder(paths.folder));
    TRY(FileKeySource::create(paths.vault_key(), random));
    TRY(create_signing_key(paths.receipt_key(), paths.receipt_certificate(),
                           config.device.text() + " receipts", clock.now()));
    // The configuration is written last: a folder with it is a whole record.
    TRY(save_config(paths.config(), config));
    return Office::open(paths, clock, random).map([](auto&&) {});
}

Result<std::unique_ptr<Office>> Office::open(const OfficePaths& paths, Clock& clock, Random& random) {
    if (!std::filesystem::exists(paths.config()))
        return fail(Code::not_found,
                    paths.folder.string() + ": holds no record; run `ardagerctl --data DIR init` first");
    auto config = TRY(load_config(paths.config()));
    auto receipt_signer = load_signer(paths.receipt_key(), paths.receipt_certificate());
    if (!receipt_signer) return fail(key_error(paths.receipt_key(), receipt_signer.error()));
    auto law_book = TRY(LawBook::load(paths.assets));
    auto vault = TRY(open_record_vault(paths, random));
    JournalOptions record;
    record.paths.folder = paths.folder;
    record.device = config.device;
    return open_with(paths, std::move(record), std::move(vault), std::move(config),
                     std::move(*receipt_signer), std::move(law_book), clock, random);
}

Result<std::unique_ptr<Office>> Office::open(const OfficePaths& paths, JournalOptions record, KeySource& key,
                                             OfficeConfig config, std::unique_ptr<Signer> signer, LawBook law,
                                             Clock& clock, Random& random) {
    auto vault = TRY(open_vault(key, random));
    return open_with(paths, std::move(record), std::move(vault), std::move(config), std::move(signer),
                     std::move(law), clock, random);
}

Result<std::unique_ptr<Office>> Office::open_with(const OfficePaths& paths, JournalOptions record,
                                                  std::unique_ptr<Vault> vault, OfficeConfig config,
                                                  std::unique_ptr<Signer> signer, LawBook law, Clock& clock,
                                                  Random& random) {
    std::unique_ptr<Office> office(new Office(paths, std::move(config), std::move(law), clock, random,
                                              std::move(vault), std::move(signer), std::move(record)));
    TRY(office->open_journal());
    return office;
}

Office::Office(OfficePaths paths_in, OfficeConfig config_in, LawBook law_in, Clock& clock_in,
               Random& random_in, std::unique_ptr<Vault> vault_in, std::unique_ptr<Signer> signer_in,
               JournalOptions record_in)
    : paths(std::move(paths_in)),
      config(std::move(config_in)),
      law(std::move(law_in)),
      clock(clock_in),
      random(random_in),
      vault(std::move(vault_in)),
      signer(std::move(signer_in)),
      record(std::move(record_in)),
      applications_(*vault) {}

Result<void> Office::open_journal() {
    // The old one goes first: only then is the disk asked again what it really holds.
    journal_.reset();
    for (int attempt = 1;; ++attempt) {
        auto opened = Journal::open(record, *vault, clock, random, {&applications_, &queue_, &visits_});
        if (opened) {
            journal_ = std::move(*opened);
            return {};
        }
        const Code code = opened.error().code;
        const bool may_pass = code == Code::disk || code == Code::outcome_unknown;
        if (!may_pass || attempt == kMostOpenAttempts) return fail(std::move(opened).error());
    }
}

Result<void> Office::reopen_if_closed() {
    if (journal_ != nullptr && !journal_->closed()) return {};
    return open_journal();
}

Result<bool> Office::stopped() {
    const auto text = TRY(journal().reader().state(kSyncStopped));
    return text && !text->empty();
}

Result<std::unique_ptr<Work>> Office::begin() {
    if (TRY(stopped()))
        return fail(Code::record_damaged,
                    "the gateway holds another history of this record, so nothing new is written to it: see "
                    "`sync status`; to recover, see Recover in docs/operations.md");
    return journal().begin();
}

Result<void> Office::settle_unknown(const EntryId& id) {
    if (const auto opened = open_journal(); !opened) {
        if (opened.error().code == Code::record_damaged) return fail(opened.error());
        return fail(Code::outcome_unknown, "the disk failed while keeping an entry and cannot be read now: " +
                                               opened.error().detail);
    }
    const auto found = journal_->reader().find(id);
    if (found) return {};
    if (found.error().code == Code::not_found) return fail(Code::disk, "the disk failed; nothing was kept");
    return fail(found.error());
}

Result<void> Office::keep(std::unique_ptr<Work> work, const EntryId& id) {
    auto kept = work->commit();
    if (kept || kept.error().code != Code::outcome_unknown) return kept;
    work.reset();
    return settle_unknown(id);
}

BranchHours Office::hours(const Standard& standard) const {
    const auto& wanted = config.hours == "duty_branch" ? standard.duty_branch_hours : standard.branch_hours;
    return wanted.value_or(standard.branch_hours.value_or(BranchHours{}));
}

}  // namespace ardager
