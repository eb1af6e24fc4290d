#include "sync/gateway/record_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ardager::gateway {

Result<RecordLock> RecordLock::take(const std::filesystem::path& folder) {
    const auto path = folder / "gateway.lock";
    const int descriptor = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return fail(Code::disk, path.string() + ": " + std::strerror(errno));
    RecordLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    return fail(Code::not_now, "a gateway works with " + folder.string() + " now; stop it first");
}

RecordLock::~RecordLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace ardager::gateway
