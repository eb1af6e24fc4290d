#include <memory>

#include "kiosk/store/state.h"
#include "kiosk/store/tuning.h"

namespace ardager::store {
namespace {

/// A file opened through a VFS; closed with its owner.
class VfsFile {
public:
    static Result<VfsFile> open(sqlite3_vfs* vfs, const std::string& path) {
        VfsFile file(vfs, path);
        // A WAL's name as SQLite hands it to a VFS: two NULs follow it (no URI parameters).
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_WAL;
        if (vfs->xOpen(vfs, file.name_->c_str(), file.file(), flags, nullptr) != SQLITE_OK)
            return fail(Code::disk, "store: cannot open the write-ahead log");
        return file;
    }
    VfsFile(VfsFile&&) = default;
    ~VfsFile() {
        if (storage_ != nullptr && file()->pMethods != nullptr) file()->pMethods->xClose(file());
    }
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(storage_.get()); }

private:
    VfsFile(const sqlite3_vfs* vfs, const std::string& path)
        : storage_(std::make_unique<std::max_align_t[]>(
              static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1)),
          name_(std::make_unique<std::string>(path + std::string(4, '\0'))) {}
    std::unique_ptr<std::max_align_t[]> storage_;  // zeroed: pMethods is null until opened
    std::unique_ptr<std::string> name_;            // the VFS may keep its address
};

}  // namespace

Result<void> renew_wal(sqlite3_vfs* vfs, const std::string& path) {
    const std::string wal = path + "-wal";
    int found = 0;
    if (vfs->xAccess(vfs, wal.c_str(), SQLITE_ACCESS_EXISTS, &found) != SQLITE_OK || found == 0) return {};
    VfsFile opened = TRY(VfsFile::open(vfs, wal));
    sqlite3_file* file = opened.file();
    sqlite3_int64 size = 0;
    int code = file->pMethods->xFileSize(file, &size);
    Bytes block(tuning::kRenewalBlockBytes);
    for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size;
         at += static_cast<sqlite3_int64>(block.size())) {
        const int length =
            static_cast<int>(std::min<sqlite3_int64>(size - at, static_cast<sqlite3_int64>(block.size())));
        code = file->pMethods->xRead(file, block.data(), length, at);
        if (code == SQLITE_OK) code = file->pMethods->xWrite(file, block.data(), length, at);
    }
    if (code == SQLITE_OK && size > 0) code = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
    if (code != SQLITE_OK)
        return fail(Code::disk,
                    "store: cannot renew the write-ahead log (SQLite " + std::to_string(code) + ")");
    return {};
}

}  // namespace ardager::store
