#include "tests/bench/disk_image.h"

namespace ardager::bench {
namespace {

void put(Bytes& image, std::uint64_t offset, ByteView bytes) {
    const auto end = static_cast<std::size_t>(offset) + bytes.size();
    if (image.size() < end) image.resize(end);
    std::copy(bytes.begin(), bytes.end(), image.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

Bytes DiskImage::sector_of(const Bytes& image, std::uint64_t sector) const {
    const auto from = std::min<std::size_t>(image.size(), static_cast<std::size_t>(sector) * kSectorBytes);
    const auto to = std::min<std::size_t>(image.size(), from + kSectorBytes);
    return {image.begin() + static_cast<std::ptrdiff_t>(from),
            image.begin() + static_cast<std::ptrdiff_t>(to)};
}

void DiskImage::note(std::uint64_t sector) {
    Versions& versions = dirty_[sector];
    // Writing a forgotten sector again makes it dirty again: the next flush takes it along.
    if (const auto forgotten = doubtful_.find(sector); forgotten != doubtful_.end()) {
        versions = std::move(forgotten->second);
        doubtful_.erase(forgotten);
    }
    versions.push_back(sector_of(seen_, sector));
}

void DiskImage::write(std::uint64_t offset, ByteView bytes) {
    if (bytes.empty()) return;
    put(seen_, offset, bytes);
    for (std::uint64_t sector = offset / kSectorBytes; sector <= (offset + bytes.size() - 1) / kSectorBytes;
         ++sector)
        note(sector);
}

void DiskImage::truncate(std::uint64_t size) {
    if (size >= seen_.size()) return;
    seen_.resize(static_cast<std::size_t>(size));
    truncated_ = true;
    const std::uint64_t first_gone = (size + kSectorBytes - 1) / kSectorBytes;
    dirty_.erase(dirty_.lower_bound(first_gone), dirty_.end());
    doubtful_.erase(doubtful_.lower_bound(first_gone), doubtful_.end());
}

void DiskImage::sync() {
    ever_synced_ = true;
    if (truncated_) synced_.resize(std::min(synced_.size(), seen_.size()));
    truncated_ = false;
    for (const auto& [sector, versions] : dirty_) put(synced_, sector * kSectorBytes, versions.back());
    dirty_.clear();
}

void DiskImage::fail_sync() {
    for (auto& [sector, versions] : dirty_) doubtful_[sector] = std::move(versions);
    dirty_.clear();
}

void DiskImage::lose_power(Random& random) {
    if (truncated_ && random.below(2) == 0) synced_.resize(std::min(synced_.size(), seen_.size()));
    for (auto& [sector, versions] : doubtful_) dirty_.try_emplace(sector, std::move(versions));
    for (const auto& [sector, versions] : dirty_) {
        const auto chosen = random.below(versions.size() + 1);
        if (chosen == 0) continue;
        Bytes bytes = versions[chosen - 1];
        if (random.below(8) == 0)
            bytes.resize(random.below(bytes.size() + 1));  // torn: its end stays as it was
        put(synced_, sector * kSectorBytes, bytes);
    }
    dirty_.clear();
    doubtful_.clear();
    truncated_ = false;
    seen_ = synced_;
}

}  // namespace ardager::bench
