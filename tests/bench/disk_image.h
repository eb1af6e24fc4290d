// A file on a disk that loses, reorders and tears what was not flushed. Pure; disk_vfs.h gives it to SQLite.
#pragma once

#include <map>

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"

namespace ardager::bench {

inline constexpr std::size_t kSectorBytes = 512;

class DiskImage {
public:
    [[nodiscard]] const Bytes& seen() const { return seen_; }
    void write(std::uint64_t offset, ByteView bytes);
    void truncate(std::uint64_t size);
    /// Everything written since the last flush is on the disk.
    void sync();
    /// A flush that failed: the system forgets what was dirty and never tries again, though it still shows
    /// it.
    void fail_sync();
    /// What is found after a power cut: of each sector any of its unflushed versions, sometimes torn.
    void lose_power(Random& random);
    [[nodiscard]] bool ever_synced() const { return ever_synced_; }

private:
    using Versions = std::vector<Bytes>;  // of one sector, oldest first
    [[nodiscard]] Bytes sector_of(const Bytes& image, std::uint64_t sector) const;
    void note(std::uint64_t sector);

    Bytes seen_;    // what the process reads: the system's cache
    Bytes synced_;  // what is surely on the disk
    std::map<std::uint64_t, Versions> dirty_;
    std::map<std::uint64_t, Versions> doubtful_;  // forgotten by a failed flush
    bool truncated_ = false;
    bool ever_synced_ = false;
};

}  // namespace ardager::bench
