#include "kiosk/vault/file_key_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace ardager {
namespace {

constexpr std::size_t kKeyBytes = 32;

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }

private:
    int number_;
};

bool write_whole(const std::filesystem::path& path, ByteView bytes) {
    const Descriptor file(::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600));
    return file.get() >= 0 &&
           ::write(file.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
           ::fsync(file.get()) == 0;
}

}  // namespace

Result<void> FileKeySource::create(const std::filesystem::path& path, Random& random) {
    Bytes key(kKeyBytes);
    random.fill(key);
    std::array<std::uint8_t, 8> suffix{};
    random.fill(suffix);
    const std::filesystem::path beside = path.string() + "." + to_hex(suffix);
    const bool written = write_whole(beside, key);
    wipe(key);
    // A link, unlike a rename, never replaces a key that is there: that would lose every record sealed with
    // it.
    const int linked = written ? ::link(beside.c_str(), path.c_str()) : -1;
    const int reason = errno;
    ::unlink(beside.c_str());
    if (linked != 0 && written && reason == EEXIST)
        return fail(Code::conflict, "key file: there is one already");
    if (linked != 0) return fail(Code::disk, "key file: cannot be written");
    const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0)
        return fail(Code::disk, "key file: its folder cannot be flushed");
    return {};
}

Result<Bytes> FileKeySource::load() {
    const Descriptor file(::open(path_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0 && errno == ENOENT) return fail(Code::not_found, "key file: not there");
    if (file.get() < 0 && (errno == ELOOP || errno == EACCES))
        return fail(Code::not_allowed, "key file: a symbolic link, or not ours to read");
    struct stat info {};
    if (file.get() < 0 || ::fstat(file.get(), &info) != 0)
        return fail(Code::disk, "key file: cannot be read");
    if (!S_ISREG(info.st_mode)) return fail(Code::not_allowed, "key file: not a regular file");
    if (info.st_uid != ::geteuid()) return fail(Code::not_allowed, "key file: belongs to another user");
    if ((info.st_mode & 0077U) != 0)
        return fail(Code::not_allowed, "key file: open to other users; set its mode to 0600");
    if (info.st_size != static_cast<off_t>(kKeyBytes))
        return fail(Code::not_allowed, "key file: not 32 bytes");
    Bytes key(kKeyBytes);
    if (::read(file.get(), key.data(), key.size()) != static_cast<ssize_t>(key.size()))
        return fail(Code::disk, "key file: cannot be read");
    return key;
}

}  // namespace ardager
