// The bytes of the head anchor: a small file that is overwritten in place. Anchor (anchor.h) gives them
// meaning; the simulated world keeps them on its own disk. Owned by the record thread.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/base/bytes.h"

namespace ardager {

class AnchorFile {
public:
    virtual ~AnchorFile() = default;
    /// The whole file; empty when it does not exist. Error: disk.
    [[nodiscard]] virtual Result<Bytes> read() = 0;
    /// Overwrites in place, making the file when it is missing. Not on disk before sync(). Error: disk.
    [[nodiscard]] virtual Result<void> write(std::uint64_t offset, ByteView bytes) = 0;
    /// Everything written is on disk afterwards. Error: disk.
    [[nodiscard]] virtual Result<void> sync() = 0;
};

/// A real file, mode 0600.
[[nodiscard]] std::unique_ptr<AnchorFile> open_anchor_file(const std::filesystem::path& path);

}  // namespace ardager
