// Space kept back on the record's disk, so that an application that was begun can be finished and printed
// when the disk fills up; and the answer to "may a new one begin?". Owned by the record thread. Inside
// kiosk/journal only.
#pragma once

#include "kiosk/journal/journal.h"

namespace ardager {

class DiskReserve {
public:
    explicit DiskReserve(const JournalOptions& options);
    /// Allocates the reserve when it is missing and there is room beyond it.
    void ensure();
    /// Gives the space back to the open application.
    void release();
    /// True below the limit (tuning.h), or while the reserve could not be kept.
    [[nodiscard]] bool low() const;

private:
    [[nodiscard]] std::uint64_t free_bytes() const;
    std::filesystem::path path_;
    std::filesystem::path folder_;
    std::uint64_t bytes_;
    std::function<Result<std::uint64_t>()> ask_;
    bool held_ = false;
};

}  // namespace ardager
