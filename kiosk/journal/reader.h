// JournalReader over one connection: the writer's own, or a read-only one. Inside kiosk/journal only.
#pragma once

#include "kiosk/journal/journal.h"

namespace ardager {

class SqliteReader final : public JournalReader {
public:
    SqliteReader(store::Database& database, const Vault& vault, DeviceId device)
        : database_(&database), vault_(&vault), device_(std::move(device)) {}
    SqliteReader(std::unique_ptr<store::Database> database, const Vault& vault, DeviceId device)
        : owned_(std::move(database)), database_(owned_.get()), vault_(&vault), device_(std::move(device)) {}

    Result<Head> head() override;
    Result<StoredEntry> read(std::uint64_t seq) override;
    Result<StoredEntry> find(const EntryId& id) override;
    Result<std::vector<StoredEntry>> read_from(std::uint64_t seq, std::size_t limit_entries,
                                               std::size_t limit_bytes) override;
    Result<Attachment> attachment(const Digest& digest) override;
    Result<Bytes> read_piece(const Digest& digest, std::uint64_t offset, std::size_t length) override;
    Result<std::vector<Attachment>> unconfirmed(std::uint64_t before_seq, std::size_t limit) override;
    Result<std::optional<std::string>> state(std::string_view key) override;
    store::Database& database() override { return *database_; }

private:
    [[nodiscard]] Result<StoredEntry> open_entry(const store::Query& row) const;
    std::unique_ptr<store::Database> owned_;
    store::Database* database_;
    const Vault* vault_;
    DeviceId device_;
};

}  // namespace ardager
