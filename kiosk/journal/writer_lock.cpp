#include "kiosk/journal/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace ardager {

Result<WriterLock> WriterLock::take(const std::filesystem::path& path) {
    WriterLock lock;
    lock.descriptor_ = ::open(path.c_str(), O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (lock.descriptor_ < 0) return fail(Code::disk, "record: its folder cannot be written");
    if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0)
        return fail(Code::not_now, "record: another program has it open for writing");
    return lock;
}

void WriterLock::release() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}

}  // namespace ardager
