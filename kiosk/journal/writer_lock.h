// One writer per record: an advisory lock on a file beside it, gone with its process. Inside kiosk/journal
// only.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"

namespace ardager {

class WriterLock {
public:
    WriterLock() = default;
    /// Errors: not_now while another journal is open for writing; disk.
    [[nodiscard]] static Result<WriterLock> take(const std::filesystem::path& path);
    WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    WriterLock& operator=(WriterLock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~WriterLock() { release(); }
    void release();

private:
    int descriptor_ = -1;
};

}  // namespace ardager
