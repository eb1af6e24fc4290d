// What the machine itself can do, measured in turn with ours: the limits that nobody passes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/bytes.h"

namespace ardager::bench {

/// A file whose blocks exist already, overwritten in place as a WAL is.
class RawFile {
public:
    RawFile(const std::filesystem::path& path, std::size_t size_bytes);
    ~RawFile();
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;
    /// Overwrites the next `bytes` and flushes them (fdatasync); begins again at the file's end.
    void overwrite(std::size_t bytes);

private:
    int descriptor_;
    std::size_t size_;
    std::size_t at_ = 0;
    Bytes block_;
};

/// SHA-256 over 32 MiB, bytes in a second, by the library that ours uses.
[[nodiscard]] double sha256_bytes_per_second();
/// Plain rows (id, payload) into a new SQLite database, WAL and synchronous=FULL, one transaction for each
/// `batch_bytes` of payload; rows in a second.
[[nodiscard]] double raw_inserts_per_second(const std::filesystem::path& folder,
                                            const std::vector<std::string>& payloads,
                                            std::size_t batch_bytes);
/// Bytes that this process handed to write calls so far (/proc/self/io, wchar).
[[nodiscard]] std::uint64_t bytes_written();
/// The machine's load, as /proc/loadavg says it: 1, 5 and 15 minutes.
[[nodiscard]] std::string load_average();

}  // namespace ardager::bench
