#include "kiosk/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ardager {
namespace {

class File {
public:
    explicit File(int handle) : handle_(handle) {}
    ~File() {
        if (handle_ >= 0) ::close(handle_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int handle() const { return handle_; }

private:
    int handle_;
};

auto disk_error(const std::filesystem::path& path, const char* what) {
    return fail(Code::disk, path.string() + ": " + what + ": " + std::strerror(errno));
}

bool write_all(int handle, ByteView bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<Bytes> read_file(const std::filesystem::path& path, std::size_t limit_bytes) {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.handle() < 0) {
        if (errno == ENOENT) return fail(Code::not_found, path.string() + ": no such file");
        return disk_error(path, "cannot be opened");
    }
    struct stat info {};
    if (::fstat(file.handle(), &info) != 0) return disk_error(path, "cannot be examined");
    if (!S_ISREG(info.st_mode)) return fail(Code::invalid_input, path.string() + ": not a regular file");
    if (static_cast<std::uint64_t>(info.st_size) > limit_bytes)
        return fail(Code::invalid_input,
                    path.string() + ": larger than " + std::to_string(limit_bytes) + " bytes");
    Bytes bytes(static_cast<std::size_t>(info.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto got = ::read(file.handle(), bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return disk_error(path, "cannot be read");
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

Result<void> write_file(const std::filesystem::path& path, ByteView bytes, unsigned mode) {
    const std::filesystem::path beside = path.string() + ".new";
    {
        const File file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
        if (file.handle() < 0) return disk_error(beside, "cannot be created");
        if (!write_all(file.handle(), bytes)) return disk_error(beside, "cannot be written");
        if (::fsync(file.handle()) != 0) return disk_error(beside, "cannot be flushed");
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) return disk_error(path, "cannot be replaced");
    const File folder(::open(path.parent_path().empty() ? "." : path.parent_path().c_str(),
                             O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.handle() < 0 || ::fsync(folder.handle()) != 0)
        return disk_error(path, "its folder cannot be flushed");
    return {};
}

std::filesystem::path program_folder() {
    std::error_code failed;
    return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
}

Result<void> make_private_folder(const std::filesystem::path& path) {
    std::error_code error;
    const bool made = std::filesystem::create_directories(path, error);
    if (!error && made) std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
    if (error) return fail(Code::disk, path.string() + ": cannot be made: " + error.message());
    return {};
}

}  // namespace ardager
