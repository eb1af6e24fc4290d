// A whole disk in memory behind SQLite's VFS: it loses, reorders and tears what was not flushed, fails when
// told and shows every byte it holds. Registers itself under a name; thread-safe. Never touches a real file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/random.h"
#include "kiosk/journal/anchor_file.h"

namespace ardager::bench {

enum class DiskOperation { write, sync };
enum class DiskFault { input_output, full };

class SimulatedDisk {
public:
    /// `vfs_name` goes into JournalOptions::vfs; it must be free.
    explicit SimulatedDisk(std::string vfs_name);
    ~SimulatedDisk();
    SimulatedDisk(const SimulatedDisk&) = delete;
    SimulatedDisk& operator=(const SimulatedDisk&) = delete;

    /// The power goes: open files fail from now on, of what was not flushed any part is kept. Afterwards let
    /// go of what was open and open it again.
    void crash(Random& random);
    /// The program dies but the system lives: open files fail, what was written stays as it was seen.
    void kill_program();
    /// The operation after `skip` more of its kind fails, once. `full` is for writes.
    void arm_fault(DiskOperation operation, DiskFault fault, unsigned skip = 0);
    void disarm();
    /// True while an armed fault has not happened yet.
    [[nodiscard]] bool armed() const;

    /// As a program sees it now; empty when there is no such file.
    [[nodiscard]] Bytes contents(const std::string& path) const;
    [[nodiscard]] std::vector<std::string> files() const;
    /// A head anchor on this disk, for JournalOptions::anchor.
    [[nodiscard]] std::shared_ptr<AnchorFile> anchor_file(const std::string& path);

    struct Inside;  // disk_vfs.cpp

private:
    std::unique_ptr<Inside> inside_;
};

}  // namespace ardager::bench
