// One process at a time has a gateway's record open for writing: a lock on DIR/gateway.lock, which the system
// gives back when the process ends, however it ends. The allow-list is not covered; it may change while a
// gateway runs.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"

namespace ardager::gateway {

class RecordLock {
public:
    /// Errors: not_now when another process has it; disk.
    [[nodiscard]] static Result<RecordLock> take(const std::filesystem::path& folder);
    RecordLock(RecordLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    RecordLock& operator=(RecordLock&&) = delete;
    ~RecordLock();

private:
    explicit RecordLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace ardager::gateway
