#include "kiosk/journal/disk_reserve.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "kiosk/base/log.h"
#include "kiosk/journal/tuning.h"

namespace ardager {

DiskReserve::DiskReserve(const JournalOptions& options)
    : path_(options.paths.reserve()),
      folder_(options.paths.folder),
      // A simulated disk has no real file to keep a reserve in.
      bytes_(options.vfs.empty() ? options.reserve_bytes : 0),
      ask_(options.free_bytes) {}

std::uint64_t DiskReserve::free_bytes() const {
    if (ask_) {
        const auto answer = ask_();
        return answer ? *answer : 0;
    }
    struct statvfs info {};
    if (::statvfs(folder_.c_str(), &info) != 0) return UINT64_MAX;
    return std::uint64_t{info.f_bavail} * info.f_frsize;
}

void DiskReserve::ensure() {
    if (held_ || bytes_ == 0) return;
    std::error_code none;
    const auto size = std::filesystem::file_size(path_, none);
    held_ = !none && size == bytes_;
    if (held_ || free_bytes() < bytes_ + tuning::kLowDiskBytes) return;
    const int file = ::open(path_.c_str(), O_CREAT | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
    held_ = file >= 0 && ::posix_fallocate(file, 0, static_cast<off_t>(bytes_)) == 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!held_) release();
}

void DiskReserve::release() {
    if (bytes_ == 0) return;
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    held_ = false;
    log(LogLevel::warning, "journal",
        "the disk is nearly full; the reserve was given to the open application");
}

bool DiskReserve::low() const {
    return (bytes_ > 0 && !held_) || free_bytes() < tuning::kLowDiskBytes;
}

}  // namespace ardager
