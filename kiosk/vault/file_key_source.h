// The vault's key in a file: 32 random bytes that only their owner may read. For development and for branches
// without a token. Called once at start, by any thread.
#pragma once

#include <filesystem>

#include "kiosk/vault/vault.h"

namespace ardager {

class FileKeySource final : public KeySource {
public:
    explicit FileKeySource(std::filesystem::path path) : path_(std::move(path)) {}
    /// Makes the file with mode 0600, whole or not at all. Errors: conflict when there is one already; disk.
    [[nodiscard]] static Result<void> create(const std::filesystem::path& path, Random& random);
    /// Errors: not_found; not_allowed (a link, another owner, readable by others, not 32 bytes); disk.
    [[nodiscard]] Result<Bytes> load() override;

private:
    std::filesystem::path path_;
};

}  // namespace ardager
